// The middle of repeated measurements, with how far they lie apart.

export interface Spread {
  median: number;
  least: number;
  most: number;
  count: number;
}

/** Throws for an empty list. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const [median, least, most] = [sorted[sorted.length >> 1], sorted[0], sorted.at(-1)];
  if (median === undefined || least === undefined || most === undefined)
    throw new Error("Nothing was measured.");
  return { median, least, most, count: values.length };
}

const number = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });

/** `1,234 (1,100–1,300)`; one decimal below 10. */
export function shown({ median, least, most }: Spread): string {
  const digits = (value: number): string => (Math.abs(value) < 10 ? value.toFixed(1) : number.format(value));
  return `${digits(median)} (${digits(least)}–${digits(most)})`;
}
