// A written document whose faults were taken out: what is there has its form, anything may be absent.

/** Like `T` with every member and item optional, at every depth. */
export type Loose<T> = T extends readonly (infer Item)[]
  ? (Loose<Item> | undefined)[]
  : T extends object
    ? { [Key in keyof T]?: Loose<T[Key]> | undefined }
    : T;

/** The items that are there, with their places in the list. */
export function present<T>(list: readonly (T | undefined)[] | undefined): [index: number, item: T][] {
  const items: [number, T][] = [];
  list?.forEach((item, index) => {
    if (item !== undefined) items.push([index, item]);
  });
  return items;
}

/** One or many as many. */
export function many<T>(value: T | readonly (T | undefined)[] | undefined): readonly T[] {
  if (value === undefined) return [];
  if (!isList(value)) return [value];
  return value.filter((item): item is T => item !== undefined);
}

/** One or many with the path steps that lead to each: none for one alone. */
export function placed<T>(
  value: T | readonly (T | undefined)[] | undefined,
): readonly { item: T; steps: readonly number[] }[] {
  if (value === undefined) return [];
  if (!isList(value)) return [{ item: value, steps: [] }];
  return present(value).map(([index, item]) => ({ item, steps: [index] }));
}

function isList<T>(value: T | readonly (T | undefined)[]): value is readonly (T | undefined)[] {
  return Array.isArray(value);
}
