// Makes refusals: the code, both languages, what is allowed and who could.

import type { WhoRole } from "../language/plan.ts";
import { type RefusalFacts, refusalWords } from "../words/refusals.ts";
import { roleWords } from "../words/roles.ts";
import type { ActorRole } from "./command.ts";
import type { Refusal, RefusalCode } from "./decision.ts";
import type { PlanRow, PlanState } from "./rows.ts";

export const planStateLabels: Readonly<Record<PlanState, { vi: string; en: string }>> = {
  in_force: { vi: "Đang có hiệu lực", en: "In force" },
  suspended: { vi: "Tạm dừng", en: "Suspended" },
  withdrawn: { vi: "Đã thu hồi", en: "Withdrawn" },
  ended: { vi: "Đã kết thúc", en: "Ended" },
};

interface RefusalNote {
  /** Labels in both languages, where a sentence names them. */
  command?: { vi: string; en: string };
  stage?: { vi: string; en: string };
  whoCould?: readonly (WhoRole | ActorRole)[];
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

/** Clock steps are nobody's to send: what is due is applied before every command anyway. */
export function onlyTheClock(): Refusal {
  return refuse("not_your_role", {
    command: { vi: "Ghi nhận theo thời gian", en: "Record what time brings" },
    whoCould: ["clock"],
  });
}

export function notInForce(plan: PlanRow): Refusal {
  return refuse("plan_not_in_force", { stage: planStateLabels[plan.state] });
}
