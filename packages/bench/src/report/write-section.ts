// Writes a generated part of docs/benchmarks.md between its two marks, and leaves the rest as people wrote it.

import { readFileSync, writeFileSync } from "node:fs";

const file = new URL("../../../../docs/benchmarks.md", import.meta.url);

/** Throws when the page lacks the marks of the section. */
export function writeSection(name: string, text: string): void {
  const page = readFileSync(file, "utf8");
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`docs/benchmarks.md has no section ${name}.`);
  writeFileSync(file, `${page.slice(0, from)}${begin}\n${text.trim()}\n${page.slice(to)}`);
}
