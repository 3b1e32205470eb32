// The index of the reference.

import { page } from "./markdown.ts";

export function referenceIndex(): string {
  return page(
    "# Reference",
    "Written from the code; tests fail when a page has drifted or a code is missing.",
    [
      "- [The plan language](plan-language.md): every key and word in Vietnamese and English, dues, targets, levels, formulas, register documents",
      "- [Lifecycles](lifecycles.md): the built-in ones and how to write your own",
      "- [Roles, states and counts](roles-and-states.md): who may do what, and how it is counted",
      "- [Problems](problems.md): what can be wrong with a file",
      "- [Questions](questions.md): what signed text can leave unclear",
      "- [Refusals](refusals.md): why a command was not taken",
      "- [The command line](cli.md): every command and option",
      "- [Errors](errors.md): misuse and broken infrastructure",
    ].join("\n"),
    "The ledger's format stands in [ledger-format.md](../ledger-format.md).",
  );
}
