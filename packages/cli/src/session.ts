// One run of the command line: its language, its output, and where it runs.

import { styleText } from "node:util";
import { type CliWords, cliWords, type Language } from "@kehoach/engine/words";
import type { ExitCode } from "./exit-code.ts";
import { chooseLanguage } from "./language-choice.ts";
import { Misuse } from "./misuse.ts";
import { plain } from "./print/plain.ts";

/** What a run may touch; tests and scripts hand in their own. */
export interface Surroundings {
  write(text: string): void;
  writeError(text: string): void;
  workingDirectory: string;
  /** The folder that holds the data and, at most, the register; without it the working directory. */
  home?: string;
  environment: Readonly<Record<string, string | undefined>>;
  /** Whether standard output shows colours. */
  colour: boolean;
}

export interface Session {
  readonly surroundings: Surroundings;
  readonly language: Language;
  /** True: `--lang` was given, so it goes before a file's own language. */
  readonly languageAsked: boolean;
  readonly words: CliWords;
  /** Set by `--json`. */
  json: boolean;
  /** What the run ends with; null until a command has run. */
  ending: ExitCode | null;
  /** A line for people on standard output; nothing with `--json`. */
  say(line?: string): void;
  /** A line for people on standard error. */
  note(line: string): void;
  /** The one JSON document on standard output; nothing without `--json`. */
  answer(value: unknown): void;
  /** Raw text on standard output, e.g. a formatted file. */
  print(text: string): void;
  paint(style: "bold" | "dim" | "red" | "yellow" | "green", text: string): string;
  misuse<Code extends keyof CliWords["misuse"]>(code: Code, ...facts: WordFacts<Code>): Misuse;
}

type WordFacts<Code extends keyof CliWords["misuse"]> = Parameters<CliWords["misuse"][Code]>;

/** What styleText writes. */
const colourMark = new RegExp(`(${String.fromCodePoint(27)}\\[\\d+m)`);

export function openSession(parameters: readonly string[], surroundings: Surroundings): Session {
  const { language, asked } = chooseLanguage(parameters, surroundings.environment);
  const words = cliWords[language];
  const session: Session = {
    surroundings,
    language,
    languageAsked: asked,
    words,
    json: false,
    ending: null,
    say(line = "") {
      if (!session.json) surroundings.write(`${keepingStyles(line)}\n`);
    },
    note: (line) => surroundings.writeError(`${keepingStyles(line)}\n`),
    answer(value) {
      if (session.json) surroundings.write(`${JSON.stringify(value, null, 2)}\n`);
    },
    print: (text) => surroundings.write(text),
    paint: (style, text) => (surroundings.colour ? styleText(style, text, { validateStream: false }) : text),
    misuse(code, ...facts) {
      const sentence = words.misuse[code] as (...given: readonly string[]) => string;
      return new Misuse(code, sentence(...facts));
    },
  };
  return session;
}

/** Everything but our own colours is made plain. */
function keepingStyles(line: string): string {
  return line
    .split(colourMark)
    .map((part, index) => (index % 2 === 1 ? part : plain(part)))
    .join("");
}
