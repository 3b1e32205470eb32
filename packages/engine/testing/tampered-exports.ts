// Exports that were changed after they were made: fields, lines, order, length.

import type { Random } from "./random.ts";

/** One change to an export; the same random gives the same one. An export cut at its end needs an anchor to be found. */
export function tamperedExport(lines: readonly string[], random: Random): { lines: string[]; what: string } {
  const copy = [...lines];
  const at = random.below(copy.length);
  const other = (at + 1 + random.below(copy.length - 1)) % copy.length;
  const line = copy[at] ?? "";
  switch (random.below(6)) {
    case 0:
      copy.splice(at, 1);
      return { lines: copy, what: `line ${at + 1} deleted` };
    case 1:
      copy.splice(at, 0, line);
      return { lines: copy, what: `line ${at + 1} doubled` };
    case 2:
      copy[at] = copy[other] ?? "";
      copy[other] = line;
      return { lines: copy, what: `lines ${at + 1} and ${other + 1} exchanged` };
    case 3:
      return { lines: copy.slice(0, Math.max(1, at)), what: `cut after line ${at}` };
    default: {
      const entry: Record<string, unknown> = JSON.parse(line);
      const name = random.pick(Object.keys(entry));
      entry[name] = altered(entry[name], random);
      copy[at] = JSON.stringify(entry);
      return { lines: copy, what: `${name} of line ${at + 1} altered` };
    }
  }
}

function altered(value: unknown, random: Random): unknown {
  if (value === null) return "x";
  if (typeof value === "number") return value + random.pick([-1, 1]);
  const text = String(value);
  const at = random.below(text.length);
  return `${text.slice(0, at)}${text.charAt(at) === "0" ? "1" : "0"}${text.slice(at + 1)}`;
}
