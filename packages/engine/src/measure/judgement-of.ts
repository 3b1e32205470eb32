// A judgement before anything more is known of it.

import type { Judgement, UndecidedReason, Verdict } from "./judgement.ts";

const blank = {
  value: null,
  numerator: null,
  denominator: null,
  bound: null,
  far: null,
  current: null,
  base: null,
  oneCase: null,
  casesToReach: null,
  units: null,
  parts: null,
} satisfies Partial<Judgement>;

/** A verdict, why there is none, and what is known besides. */
export function judgementOf(
  verdict: Verdict,
  reason: UndecidedReason | null,
  provisional: boolean,
  known: Partial<Judgement>,
): Judgement {
  return { ...blank, ...known, verdict, reason, provisional };
}
