// Which language to answer in: the option, then the environment, then Vietnamese.

import type { Language } from "@kehoach/engine/words";

export interface LanguageChoice {
  language: Language;
  /** True: asked for by `--lang`, so it also goes before a file's own language. */
  asked: boolean;
}

/** Looks at the raw arguments, since help and misuse speak the language too. */
export function chooseLanguage(
  parameters: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): LanguageChoice {
  const asked = optionValue(parameters);
  if (asked === "vi" || asked === "en") return { language: asked, asked: true };
  for (const name of ["KEHOACH_LANG", "LC_ALL", "LC_MESSAGES", "LANG"]) {
    const prefix = environment[name]?.slice(0, 2).toLowerCase();
    if (prefix === "vi" || prefix === "en") return { language: prefix, asked: false };
  }
  return { language: "vi", asked: false };
}

function optionValue(parameters: readonly string[]): string | undefined {
  for (const [index, parameter] of parameters.entries()) {
    if (parameter === "--") return undefined;
    if (parameter === "--lang") return parameters[index + 1];
    if (parameter.startsWith("--lang=")) return parameter.slice("--lang=".length);
  }
  return undefined;
}
