// How a target is computed once its plan is compiled: agencies resolved, dues turned into dates.

import type { Formula } from "./formula.ts";

/** An exact decimal without exponent or group marks, e.g. "95" or "-2.5"; never a float. */
export type DecimalText = string;

/** `>` and `>=` are distinct: 19 of 20 is 95 %, which meets `>=` and fails `>`. */
export const boundOperators = [">", ">=", "<", "<=", "="] as const;
export type BoundOperator = (typeof boundOperators)[number];

/** What a value must reach. */
export interface Bound {
  operator: BoundOperator;
  value: DecimalText;
  /** The value counts hundredths: 95 with percent is 95/100. */
  percent: boolean;
}

/** Against what a change is measured. same_period: the same period a year before. */
export type Base =
  | { on: "previous_year" }
  | { on: "same_period" }
  | { on: "fixed_year"; year: number }
  | { on: "value"; value: DecimalText; percent: boolean; label: string | null };

/** percentage_points: rate + 2 points. relative: × 1.02. absolute: + 2 of the unit. */
export const changeModes = ["percentage_points", "relative", "absolute"] as const;
export type ChangeMode = (typeof changeModes)[number];

/** `null` mode or base: the signed text does not say; a Question stands until it is settled, and such a target is
 *  never judged. */
export interface Change {
  mode: ChangeMode | null;
  base: Base | null;
}

/** A target's arithmetic, by its type (domain.md §8). Formulas are over ids of inputs. */
export type Measure =
  | {
      type: "ratio";
      numerator: Formula;
      denominator: Formula;
      level: Bound;
      denEmpty: "not_applicable" | "met";
    }
  | { type: "count"; formula: Formula; level: Bound }
  | { type: "delta"; formula: Formula; direction: "up" | "down"; level: Bound; change: Change }
  | {
      type: "range";
      formula: Formula;
      direction: "up" | "down";
      from: DecimalText;
      to: DecimalText;
      percent: boolean;
      /** floor: reaching `from` is enough. both: the value must lie within. */
      binding: "floor" | "both";
      /** The span is of a change; null: of the value itself. */
      change: Change | null;
    }
  | { type: "composite"; allOf: readonly string[] }
  | { type: "per_unit"; units: readonly string[]; formula: Formula; level: Bound; share: Bound | null }
  | { type: "mean"; total: Formula; units: Formula; level: Bound }
  | { type: "rank"; formula: Formula; fieldSize: number | null; level: Bound; change: Change | null }
  | { type: "index"; formula: Formula; level: Bound; change: Change | null }
  /** `due`: the last day (yyyy-mm-dd); null: none could be known. */
  | { type: "milestone"; formula: Formula; due: string | null }
  | { type: "zero"; formula: Formula }
  | { type: "directional"; formula: Formula | null; direction: "up" | "down"; base: Base | null }
  | { type: "qualitative"; formula: Formula };
export type MeasureType = Measure["type"];

export const measureTypes = [
  "ratio",
  "count",
  "delta",
  "range",
  "composite",
  "per_unit",
  "mean",
  "rank",
  "index",
  "milestone",
  "zero",
  "directional",
  "qualitative",
] as const satisfies readonly MeasureType[];
