// The free texts a command brings: erasable, kept apart from its facts and outside the digest of its request.

import type { CommandData } from "./command.ts";
import { narrativeParts } from "./period-report.ts";

/** reason and note as they were written. handling: who handles it within its agency, which only that agency reads. The
 *  others: the parts of what an agency writes with its figures. */
export const freeTextFields = ["reason", "note", "handling", ...narrativeParts] as const;
export type FreeTextField = (typeof freeTextFields)[number];

/** By field, trimmed; "" where there is none. */
export function freeTexts(data: CommandData): Record<FreeTextField, string> {
  const { reason = "", note = "", unit = "", officer = "", innerDue = "", narrative = {} } = data;
  const handling = [unit, officer, innerDue].map((part) => part.trim()).filter((part) => part !== "");
  const { results = "", limits = "", causes = "", proposals = "", next = "" } = narrative;
  return {
    reason: reason.trim(),
    note: note.trim(),
    handling: handling.join(" · "),
    results: results.trim(),
    limits: limits.trim(),
    causes: causes.trim(),
    proposals: proposals.trim(),
    next: next.trim(),
  };
}

/** The rest of the data. */
export function withoutFreeTexts(data: CommandData): CommandData {
  const {
    reason: _reason,
    note: _note,
    unit: _unit,
    officer: _officer,
    innerDue: _innerDue,
    narrative: _narrative,
    ...rest
  } = data;
  return rest;
}
