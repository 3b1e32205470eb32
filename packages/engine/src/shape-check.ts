// Checks of a value's shape at run time, put together from small ones: each names the first field that does not hold.

/** A field by its path, and what was wanted there. */
export interface Fault {
  field: string;
  wanted: string;
}

export type Check = (value: unknown, field: string) => Fault | null;

export const check =
  (holds: (value: unknown) => boolean, wanted: string): Check =>
  (value, field) =>
    holds(value) ? null : { field, wanted };

export const text = (most: number): Check =>
  check((value) => typeof value === "string" && value.length <= most, `text ≤ ${most}`);
export const name = (most: number): Check =>
  check(
    (value) => typeof value === "string" && value.trim() !== "" && value.length <= most,
    `text 1–${most}`,
  );
export const integer = check(Number.isSafeInteger, "integer");
export const oneOf = (...allowed: readonly unknown[]): Check =>
  check((value) => allowed.includes(value), allowed.filter((value) => typeof value === "string").join(" | "));
export const flag = check((value) => typeof value === "boolean", "boolean");
/** PostgreSQL text holds neither NUL nor half of a surrogate pair. */
export const storable = check(
  (value) => typeof value === "string" && value.isWellFormed() && !value.includes("\u0000"),
  "text",
);
export const texts = check(
  (value) => Array.isArray(value) && value.every((member) => typeof member === "string"),
  "text[]",
);

export const orNothing =
  (inner: Check): Check =>
  (value, field) =>
    value === undefined ? null : inner(value, field);
export const orNull =
  (inner: Check): Check =>
  (value, field) =>
    value === null ? null : inner(value, field);

/** Of two shapes the second is for arrays. */
export const either =
  (one: Check, many: Check): Check =>
  (value, field) =>
    (Array.isArray(value) ? many : one)(value, field);

/** Members without a check are not known: a misspelt one must not vanish into the ledger. */
export function object(members: Readonly<Record<string, Check>>): Check {
  const known = new Map(Object.entries(members));
  return (value, field) => {
    if (!isObject(value)) return { field, wanted: "object" };
    const place = (member: string): string => (field === "" ? member : `${field}.${member}`);
    for (const member of Object.keys(value)) {
      if (!known.has(member)) return { field: place(member), wanted: [...known.keys()].join(", ") };
    }
    for (const [member, inner] of known) {
      const fault = inner(value[member], place(member));
      if (fault !== null) return fault;
    }
    return null;
  };
}

export function each(inner: Check): Check {
  return (value, field) => {
    if (!isObject(value)) return { field, wanted: "object" };
    for (const [member, one] of Object.entries(value)) {
      const fault = inner(one, `${field}.${member}`);
      if (fault !== null) return fault;
    }
    return null;
  };
}

/** An array of such values, at most so many. */
export function list(inner: Check, most: number): Check {
  return (value, field) => {
    if (!Array.isArray(value) || value.length > most) return { field, wanted: `array ≤ ${most}` };
    for (const [index, one] of value.entries()) {
      const fault = inner(one, `${field}[${index}]`);
      if (fault !== null) return fault;
    }
    return null;
  };
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
