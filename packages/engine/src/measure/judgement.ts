// What is said of a target: its verdict, the figures behind it, and what would still change it.

import type { Bound } from "./measure.ts";
import type { Rational } from "./rational.ts";

/** exceeded: better than met by more than the level asks. not_met_yet: there is time left. not_enough_data: figures of
 *  ended periods are missing and could change the answer. not_applicable: nothing to judge, e.g. an empty denominator,
 *  or a target that is never judged. */
export const verdicts = [
  "met",
  "exceeded",
  "not_met_yet",
  "not_met",
  "not_enough_data",
  "not_applicable",
] as const;
export type Verdict = (typeof verdicts)[number];

/** Why there is no verdict. */
export const undecidedReasons = [
  /** Inputs of ended periods are not reported. */
  "not_reported",
  /** The base to compare with is not reported, or is zero where a share of it is asked. */
  "base_missing",
  "base_zero",
  "empty_denominator",
  /** The signed text leaves mode or base open. */
  "unclear",
  /** The type is never judged: a trend. */
  "trend_only",
  /** There are no units to judge, or none with anything to judge. */
  "no_units",
  /** The date it must be done by is not known. */
  "no_due",
  /** The place reported is none of those that are ranked. */
  "outside_field",
  /** The place in the base is none of those ranked now: fewer are ranked, and places cannot be compared. */
  "field_changed",
  /** Only estimates are there, and the target takes official figures only. */
  "only_estimates",
] as const;
export type UndecidedReason = (typeof undecidedReasons)[number];

/** Exact: rationals. `words` of it are made by `words/judgement.ts`. */
export interface Judgement {
  verdict: Verdict;
  /** It may still turn: the span is open and what can still come could turn it, or an estimate is among its figures. */
  provisional: boolean;
  reason: UndecidedReason | null;
  /** What is held against the level: a rate, a count, a change, a day number; of what is reported, where figures are
   *  missing. Null where it cannot be computed. */
  value: Rational | null;
  /** The two parts of a rate or a mean, units that reach the level and units; null for others. */
  numerator: Rational | null;
  denominator: Rational | null;
  /** What must be reached, in the unit of `value`; null where nothing is. */
  bound: Bound | null;
  /** The far end of a span, in the same unit: kept too where both ends bind, exceeded beyond where the near one does. */
  far: Bound | null;
  /** The value now and in the base, where a change is judged: `value` is what lies between. */
  current: Rational | null;
  base: Rational | null;
  /** One single case more or less, in the part named, gives another verdict. Null: it does not, or cases cannot be counted. */
  oneCase: { part: "numerator" | "denominator" | "value"; by: 1 | -1; verdict: Verdict } | null;
  /** The least number of cases more (positive) or fewer (negative) in the numerator, or of the value, with which the
   *  bound would be reached, the rest as it is; 0: it is reached. Null: none would, or it cannot be counted. */
  casesToReach: bigint | null;
  /** per_unit: how many units reach the level, of how many, those that do not, those without figures, and those with
   *  nothing to judge, which are not counted. */
  units: {
    reached: number;
    of: number;
    short: readonly string[];
    silent: readonly string[];
    empty: readonly string[];
  } | null;
  /** composite: the verdict of each part, by target id. */
  parts: Readonly<Record<string, Verdict>> | null;
}
