// Judges a target made of others: met when all of them are.

import type { Figures, Moment } from "./figures.ts";
import type { Judgement, UndecidedReason, Verdict } from "./judgement.ts";
import { judgementOf } from "./judgement-of.ts";
import type { Measure } from "./measure.ts";

/** The worst first: a part that failed decides, whatever another lacks. */
const order: readonly Verdict[] = ["not_met", "not_met_yet", "not_enough_data"];

/** Parts with nothing to judge are left out; a part that is never judged leaves the whole without a verdict, unless
 *  another has failed. */
export function judgeComposite(
  measure: Extract<Measure, { type: "composite" }>,
  figures: Figures,
  moment: Moment,
): Judgement {
  const judged = measure.allOf.map((id) => [id, figures.parts[id] ?? null] as const);
  const parts = Object.fromEntries(
    judged.map(([id, part]) => [id, part?.verdict ?? "not_enough_data"] as const),
  );
  const all = judged.map(([, part]) => part ?? absent);
  const known = { parts };
  for (const verdict of order) {
    const such = all.filter((part) => part.verdict === verdict);
    if (such.length > 0) {
      const provisional = such.every((part) => part.provisional);
      return judgementOf(verdict, such[0]?.reason ?? null, provisional, known);
    }
  }
  const never = all.find(({ verdict, reason }) => verdict === "not_applicable" && !hasNothing(reason));
  if (never !== undefined) return judgementOf("not_applicable", never.reason, never.provisional, known);
  const counted = all.filter(({ verdict }) => verdict !== "not_applicable");
  const moving = all.some(({ provisional }) => provisional);
  if (counted.length === 0) {
    return judgementOf("not_applicable", all[0]?.reason ?? "no_units", moving || moment.open, known);
  }
  const verdict = counted.every((part) => part.verdict === "exceeded") ? "exceeded" : "met";
  return judgementOf(verdict, null, moving, known);
}

const absent: Judgement = judgementOf("not_enough_data", "not_reported", true, {});

function hasNothing(reason: UndecidedReason | null): boolean {
  return reason === "empty_denominator" || reason === "no_units";
}
