// Checks that ids are unique and that what refers to something refers to something.

import { spellKey } from "./keywords.ts";
import type { ProblemParams } from "./messages/vi.ts";
import { type Path, pathText } from "./path.ts";
import type { ProblemCode, Report } from "./report.ts";

/** Codes for a reference to nothing. */
export type UnknownCode = {
  [Code in ProblemCode]: ProblemParams[Code] extends { id: string; guess: string | null } ? Code : never;
}[ProblemCode];

/** Reports every id that was used before; nodes without a known place (built-in) are passed over. */
export function checkUnique(
  nodes: readonly { id: string }[],
  paths: ReadonlyMap<object, Path>,
  report: Report,
): void {
  const first = new Map<string, Path>();
  for (const node of nodes) {
    const path = paths.get(node);
    if (path === undefined || node.id === "") continue;
    const before = first.get(node.id);
    if (before === undefined) first.set(node.id, path);
    else
      report.problem(
        "id_repeated",
        { path: [...path, "id"] },
        { id: node.id, first: spellPath(before, report) },
      );
  }
}

/** Reports a reference to an id that is not there, with the one probably meant. */
export function checkKnown(
  id: string,
  known: { has(id: string): boolean; keys(): Iterable<string> },
  code: UnknownCode,
  path: Path,
  report: Report,
): boolean {
  if (id === "" || known.has(id)) return true;
  const guess = report.guess(id, known.keys());
  report.problem(code, { path }, { id, guess }, guess);
  return false;
}

/** A path in the spelling of the file. */
function spellPath(path: Path, report: Report): string {
  return pathText(path.map((step) => (typeof step === "string" ? spellKey(step, report.keys) : step)));
}
