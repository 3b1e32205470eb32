// The targets of a Plan: what is promised, how it is measured and who answers for the figures.

import type { Base, Bound, Change, DecimalText, Formula as FormulaTree } from "../measure/index.ts";
import type { Annotated, DateText, Due } from "./plan.ts";
import type { Trajectory } from "./target-input.ts";

export {
  type Base,
  type Bound,
  type BoundOperator,
  boundOperators,
  type Change,
  type ChangeMode,
  changeModes,
  type DecimalText,
} from "../measure/index.ts";

/** A formula over ids of the plan's inputs, exact rationals. */
export interface Formula {
  text: string;
  /** Ids of the inputs it reads, in order of first use. */
  names: readonly string[];
  ast: FormulaTree;
}

export const targetTypes = [
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
] as const;
export type TargetType = (typeof targetTypes)[number];

/** What all targets have. */
export interface TargetCommon extends Annotated {
  id: string;
  title: string;
  objective: string | null;
  /** The agency that answers for the target; null: nobody named, a Question stands. */
  owner: string | null;
  unit: string | null;
  /** Which way is better; null where the type has no such way. */
  direction: "up" | "down" | null;
  /** Regime of the register that makes its reporting windows; null: the plan's. */
  regime: string | null;
  /** An estimate (ước thực hiện) stands until the official figure replaces it; false: official figures only. */
  estimate: boolean;
  /** Below this denominator one case moves the verdict and a warning is shown; null: no warning. */
  smallN: number | null;
  /** Ids of the plan's inputs that its formulas read, in order of first use. */
  inputs: readonly string[];
  /** What it should have reached when; null: the plan does not say. */
  trajectory: Trajectory | null;
}

/** Numerator over denominator reaches a bound. */
export interface RatioTarget extends TargetCommon {
  type: "ratio";
  numerator: Formula;
  denominator: Formula;
  level: Bound;
  /** What an empty denominator means. */
  denEmpty: "not_applicable" | "met";
}

/** A number of things reaches a bound. */
export interface CountTarget extends TargetCommon {
  type: "count";
  formula: Formula;
  level: Bound;
}

/** A change against a base reaches a bound. `direction` tells whether the level is a rise or a fall. */
export interface DeltaTarget extends TargetCommon {
  type: "delta";
  formula: Formula;
  direction: "up" | "down";
  /** How far, as a positive figure. */
  level: Bound;
  change: Change;
}

/** A stated span, e.g. "giảm 5–10 %": the near end binds, the far end is an aspiration. */
export interface RangeTarget extends TargetCommon {
  type: "range";
  formula: Formula;
  from: DecimalText;
  to: DecimalText;
  percent: boolean;
  /** floor: reaching `from` is enough. both: the value must lie within. */
  binding: "floor" | "both";
  /** The span is of a change; null: of the value itself. */
  change: Change | null;
}

/** Met when all parts are met. */
export interface CompositeTarget extends TargetCommon {
  type: "composite";
  /** Ids of targets of this plan. */
  allOf: readonly string[];
}

/** Each unit (agency) by itself reaches a bound, or a share of the units does. */
export interface PerUnitTarget extends TargetCommon {
  type: "per_unit";
  /** The units: agencies and groups, resolved at issue. */
  agencies: readonly string[];
  groups: readonly string[];
  except: readonly string[];
  formula: Formula;
  level: Bound;
  /** How large a share of the units must reach it; null: every one. */
  share: Bound | null;
}

/** A total divided by a number of units reaches a bound. */
export interface MeanTarget extends TargetCommon {
  type: "mean";
  total: Formula;
  units: Formula;
  level: Bound;
}

/** A place in a ranking; lower is better. */
export interface RankTarget extends TargetCommon {
  type: "rank";
  formula: Formula;
  publisher: string | null;
  /** How many are ranked; null when not stated. */
  fieldSize: number | null;
  /** Months after the year's end until the result is known. */
  lagMonths: number;
  /** A place to reach, or, with `change`, places to climb. */
  level: Bound;
  change: Change | null;
}

/** A published score reaches a bound. */
export interface IndexTarget extends TargetCommon {
  type: "index";
  formula: Formula;
  publisher: string | null;
  lagMonths: number;
  level: Bound;
  change: Change | null;
}

/** A product exists by a date. */
export interface MilestoneTarget extends TargetCommon {
  type: "milestone";
  /** The day on which the product was there. */
  formula: Formula;
  product: string;
  due: Due;
}

/** Something never occurs. */
export interface ZeroTarget extends TargetCommon {
  type: "zero";
  formula: Formula;
}

/** A trend only; never judged as met. */
export interface DirectionalTarget extends TargetCommon {
  type: "directional";
  direction: "up" | "down";
  /** Null: no figure is named. */
  formula: Formula | null;
  base: Base | null;
}

/** Judged in words by an assessor. */
export interface QualitativeTarget extends TargetCommon {
  type: "qualitative";
  /** The assessor's yes or no. */
  formula: Formula;
  /** Agency; null: the office that follows the plan. */
  assessor: string | null;
  /** By what it is judged; null when the plan does not say. */
  criteria: string | null;
  /** When it is judged; null: at the end of the plan's period. */
  on: DateText | null;
}

export type Target =
  | RatioTarget
  | CountTarget
  | DeltaTarget
  | RangeTarget
  | CompositeTarget
  | PerUnitTarget
  | MeanTarget
  | RankTarget
  | IndexTarget
  | MilestoneTarget
  | ZeroTarget
  | DirectionalTarget
  | QualitativeTarget;
