// What agencies report for a plan, and what a target should have reached when.

import type { DecimalText } from "../measure/index.ts";
import type { Annotated, DateText, PeriodUnit } from "./plan.ts";

/** count: a whole number, none below zero. amount: a decimal, none below zero. number: any decimal. */
export const inputKinds = ["count", "amount", "number", "yes_no", "date"] as const;
export type InputKind = (typeof inputKinds)[number];

/** One figure that agencies report, each for itself, once for every plan and target that uses it. */
export interface TargetInput extends Annotated {
  /** `[a-z][a-z0-9_]*`, unique in the plan. */
  id: string;
  title: string;
  /** Who reports it, groups resolved at issue. Nobody: the target it belongs to has no owner yet. */
  agencies: readonly string[];
  groups: readonly string[];
  except: readonly string[];
  unit: string | null;
  /** The system or register the figure is taken from; null when it is reported by hand. */
  system: string | null;
  kind: InputKind;
  /** How often it is reported. */
  every: PeriodUnit;
  /** Regime of the register that makes its periods; null: calendar periods. */
  regime: string | null;
  /** Figures of the periods add up over the year; otherwise the last one stands. */
  cumulative: boolean;
  /** The input it is a part of: never more than that one, for the same agency and period. */
  partOf: string | null;
  /** Per cent up or down from the last period beyond which a value must be confirmed; null: none is surprising. */
  jump: DecimalText | null;
  /** Reported under another document, where its readings are; null: here. */
  from: { document: string; input: string } | null;
  /** A task of the plan whose completion it is (kind date): nobody reports it. Null: it is reported. */
  task: string | null;
}

/** linear: even steps from the base to the level over the plan's period. points: given values by date. */
export type Trajectory = { form: "linear" } | { form: "points"; points: readonly TrajectoryStep[] };

export interface TrajectoryStep {
  /** The day by which the value should have been reached. */
  by: DateText;
  value: DecimalText;
  percent: boolean;
}
