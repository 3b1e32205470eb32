// The page of problems: every code with a text that has it and what is answered.

import { problemCodes } from "../../packages/engine/src/language/index.ts";
import type { Problem } from "../../packages/engine/src/language/problem.ts";
import { code, fenced, page } from "./markdown.ts";
import { formulaSamples, problemSamples, type Sample } from "./problem-samples.ts";
import { shownBy } from "./read-sample.ts";

/** The first code of each part of the list. */
const parts: Readonly<Record<string, string>> = {
  text_too_large: "The text",
  key_not_text: "Keys and forms",
  date_not_understood: "Dates and dues",
  id_repeated: "Agencies, ids and what refers to them",
  level_not_understood: "Targets",
  lifecycle_base_unknown: "Lifecycles",
  holiday_unclear: "Register documents",
  formula_empty: "Formulas",
};

export function problemsPage(): string {
  return page(
    "# Problems",
    "A problem is a fault in a file: *lỗi cần sửa*. Reading tells all of them at once, each with its place (file, path, line, column), the line with a caret under the spot, a message in Vietnamese and English that names keys as the file spells them, and a mend where one can be guessed. A file with a problem is not issued; `kehoach check` ends with exit code 1. Every example below is read by the program when this page is written.",
    ...problemCodes.flatMap((name) => [
      ...(parts[name] === undefined ? [] : [`## ${parts[name]}`]),
      entryOf(name),
    ]),
  );
}

function entryOf(name: string): string {
  const samples: Readonly<Record<string, Sample | null>> = { ...problemSamples, ...formulaSamples };
  const sample = samples[name];
  if (sample === undefined) throw new Error(`no sample shows the problem ${name}`);
  return sample === null ? page(`### ${code(name)}`, notes[name] ?? "") : entry(name, shownBy(name, sample));
}

/** Codes no text of a plan leads to. */
const notes: Readonly<Record<string, string>> = {
  formula_empty: "From the formula's own parser; in a plan an empty formula is `value_missing`.",
};

export function entry(name: string, problem: Problem): string {
  return page(
    `### ${code(name)}`,
    problem.excerpt.trim() === "^" ? "" : fenced(unindented(problem.excerpt), "text"),
    `${problem.vi}\n*${problem.en}*`.replace("\n", "<br>\n"),
    problem.mend === null ? "" : mend(problem.mend.replacement),
  );
}

function mend(replacement: string): string {
  return replacement === "" ? "Mend: take it away." : `Mend: ${code(replacement.replaceAll("\n", "⏎"))}`;
}

/** Both lines without the indentation they share; characters that show nowhere are made visible. */
function unindented(excerpt: string): string {
  const lines = excerpt.split("\n");
  const shared = Math.min(...lines.map((line) => line.length - line.trimStart().length));
  return lines.map((line) => line.slice(shared).replaceAll("\u200b", "␣")).join("\n");
}
