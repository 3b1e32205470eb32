// One JSON text per value: sorted keys, no spaces, so that equal data has equal bytes.

/** Canonical JSON of plain data. Keys are sorted by UTF-16 code unit; `undefined` members are left out.
 *  Throws a TypeError for what JSON would lose silently: non-finite numbers, bigint, functions, Map, Date. */
export function canonicalJson(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new TypeError("canonical JSON has no non-finite numbers");
    return String(value);
  }
  if (value === null || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object") throw new TypeError(`canonical JSON has no ${typeof value}`);
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null)
    throw new TypeError("canonical JSON takes plain objects");
  let text = "";
  for (const key of sortedKeys(value)) {
    const member = (value as Record<string, unknown>)[key];
    if (member === undefined) continue;
    text += (text === "" ? quoted(key) : `,${quoted(key)}`) + canonicalJson(member);
  }
  return `{${text}}`;
}

/** Most objects are written with sorted keys already: looking costs less than sorting. */
function sortedKeys(value: object): string[] {
  const keys = Object.keys(value);
  let last = "";
  for (const key of keys) {
    if (key < last) return keys.sort();
    last = key;
  }
  return keys;
}

/** Keys as JSON with their colon. The same few come again and again; beyond this many none is kept. */
const limit = 1_000;
const known = new Map<string, string>();

function quoted(key: string): string {
  const found = known.get(key);
  if (found !== undefined) return found;
  const text = `${JSON.stringify(key)}:`;
  if (known.size < limit) known.set(key, text);
  return text;
}
