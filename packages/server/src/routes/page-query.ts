// Page sizes and cursors out of query strings.

const largestPage = 200;
const usualPage = 50;

export function limitOf(limit: string | undefined): number {
  return limit === undefined ? usualPage : Math.min(Number(limit), largestPage);
}

/** A history's cursor is the last entry's number; anything else begins at the start. */
export function seqOf(after: string | undefined): number {
  const seq = Number(after ?? 0);
  return Number.isSafeInteger(seq) && seq > 0 ? seq : 0;
}
