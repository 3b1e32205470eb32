// Makes refusals: the code, both languages, what is allowed and who could.

import type { WhoRole } from "../language/plan.ts";
import { type RefusalFacts, refusalWords } from "../words/refusals.ts";
import { roleWords } from "../words/roles.ts";
import type { Refusal, RefusalCode } from "./decision.ts";

interface RefusalNote {
  /** Labels in both languages, where a sentence names them. */
  command?: { vi: string; en: string };
  stage?: { vi: string; en: string };
  whoCould?: readonly WhoRole[];
  detail?: string;
  allowed?: readonly string[];
}

export function refuse(code: RefusalCode, note: RefusalNote = {}): Refusal {
  const facts = (language: "vi" | "en"): RefusalFacts => ({
    command: note.command?.[language] ?? "",
    stage: note.stage?.[language] ?? "",
    whoCould: (note.whoCould ?? []).map((role) => roleWords[language][role]).join(", "),
    detail: note.detail ?? "",
  });
  return {
    accepted: false,
    code,
    vi: refusalWords.vi[code](facts("vi")),
    en: refusalWords.en[code](facts("en")),
    allowed: note.allowed ?? [],
    whoCould: note.whoCould ?? [],
  };
}
