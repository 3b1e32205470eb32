// Writes docs/reference from the code it describes; with --check, fails when what stands there has drifted.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { errorsPage } from "./generator/errors-page.ts";
import { lifecyclesPage } from "./generator/lifecycles-page.ts";
import { planLanguagePage } from "./generator/plan-language-page.ts";
import { problemsPage } from "./generator/problems-page.ts";
import { questionsPage } from "./generator/questions-page.ts";
import { referenceIndex } from "./generator/reference-index.ts";
import { refusalsPage } from "./generator/refusals-page.ts";
import { rolesAndStatesPage } from "./generator/roles-and-states-page.ts";

const folder = new URL("./reference/", import.meta.url);
const stamp =
  "<!-- Written by `node docs/generate.ts`; change the code it describes, or docs/generator, not this file. -->";

const pages: Readonly<Record<string, () => string>> = {
  "README.md": referenceIndex,
  "plan-language.md": planLanguagePage,
  "lifecycles.md": lifecyclesPage,
  "roles-and-states.md": rolesAndStatesPage,
  "problems.md": problemsPage,
  "questions.md": questionsPage,
  "refusals.md": refusalsPage,
  "errors.md": errorsPage,
};

const texts = Object.entries(pages).map(([name, page]) => ({ name, text: `${stamp}\n\n${page().trim()}\n` }));

if (process.argv.includes("--check")) {
  const drifted = texts.filter(({ name, text }) => read(name) !== text).map(({ name }) => name);
  const left = present().filter((name) => !(name in pages) && read(name)?.startsWith(stamp));
  for (const name of drifted) console.error(`docs/reference/${name} has drifted; run: node docs/generate.ts`);
  for (const name of left) console.error(`docs/reference/${name} belongs to no generator; delete it`);
  process.exitCode = drifted.length + left.length === 0 ? 0 : 1;
} else {
  mkdirSync(folder, { recursive: true });
  for (const { name, text } of texts) writeFileSync(new URL(name, folder), text);
  console.log(`docs/reference: ${texts.length} pages`);
}

function read(name: string): string | null {
  return present().includes(name)
    ? readFileSync(new URL(name, folder), "utf8").replaceAll("\r\n", "\n")
    : null;
}

function present(): string[] {
  return readdirSync(folder);
}
