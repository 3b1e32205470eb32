// Writes values of cells as YAML on one line, and what stands beside them as comments.

import { stringify } from "yaml";
import { withoutForbidden } from "../yaml-text.ts";

/** On one line, composed, without characters no document may hold. */
export function tidy(text: string): string {
  return withoutForbidden(
    text
      .normalize("NFC")
      .replace(/[\u00a0\u2007\u202f]/g, " ")
      .replace(/[\u2028\u2029\r\n\t]/g, " "),
  )
    .replace(/\s+/g, " ")
    .trim();
}

/** A text as a value of a block map. */
export function blockText(text: string): string {
  const plain = tidy(text);
  return stringify(plain, { lineWidth: 0 }).trimEnd();
}

/** A text as a value inside brackets. */
export function flowText(text: string): string {
  const plain = blockText(text);
  return /^[\p{L}\p{N}][^,[\]{}#:&*!|>'"%@`]*$/u.test(plain) ? plain : JSON.stringify(tidy(text));
}

/** A value of any form inside brackets; texts are written as they are, keys too. */
export function flowValue(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flowValue).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    const pairs = Object.entries(value).map(([key, each]) => `${key}: ${flowValue(each)}`);
    return `{ ${pairs.join(", ")} }`;
  }
  return typeof value === "string" ? flowText(value) : String(value);
}

/** The words of the file beside what was made of them. */
export function quoted(text: string): string {
  return `«${tidy(text)}»`;
}

/** A question noted in the text, which `check` reports. */
export function askLine(text: string): string {
  return `# ? ${tidy(text)}`;
}
