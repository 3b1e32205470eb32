// What a reader is given about targets: value, verdict, what lies behind and what lies ahead.

import type { Target } from "../language/target.ts";
import type { TargetInput } from "../language/target-input.ts";
import type { Micros } from "../ledger/entry.ts";
import type { Judgement, Outlook, RationalText, Verdict } from "../measure/index.ts";
import type { ReadingRow } from "./reading.ts";

export interface TargetView {
  planId: string;
  documentId: string;
  target: Target;
  /** What one case of it is called: the unit of the first input above the line, e.g. "vụ"; null: it has none. */
  caseUnit: string | null;
  /** The span judged: from the plan's first day to the end of the last period that has ended by `at`. */
  span: { from: string; to: string; open: boolean };
  judgement: Judgement;
  /** Null where nothing can be looked ahead: a target without figures over time. */
  outlook: Outlook | null;
  /** One point for each reporting period of the plan, in order. */
  trajectory: readonly TrajectoryPoint[];
  /** Instant of the last reading that counts; null: none. */
  lastReadingAt: Micros | null;
  /** Readings that should be there by `at`, of ended periods, and those missing. "Not reported" is never zero. */
  reported: { expected: number; there: number; missing: readonly MissingReading[] };
}

export interface TrajectoryPoint {
  /** Period id and its last day. */
  period: string;
  to: string;
  /** What should be reached by then; null: no trajectory is stated or implied. */
  expected: RationalText | null;
  /** What was reached by then, all earlier periods of the plan included; null: not reported. */
  value: RationalText | null;
  verdict: Verdict | null;
  estimate: boolean;
}

export interface MissingReading {
  input: string;
  agency: string;
  period: string;
  /** It is reported, and its duty to report is not accepted yet: only where accepted figures alone are asked for. */
  awaiting: boolean;
}

/** One target with all that it rests on. */
export interface TargetDetail extends TargetView {
  inputs: readonly TargetInput[];
  readings: readonly ReadingRow[];
  /** Formulas with numbers put in, e.g. "19 / 20"; null where a number is missing. */
  substituted: readonly {
    key: "formula" | "numerator" | "denominator" | "total" | "units";
    text: string;
    filled: string | null;
  }[];
  /** Ids of tasks of the same objective, or that name the target. */
  tasks: readonly string[];
}

/** What a reporting duty asks for, with what is known already. */
export interface ReportForm {
  planId: string;
  assignmentId: string;
  agency: string;
  period: { id: string; from: string; to: string };
  lines: readonly ReportFormLine[];
}

export interface ReportFormLine {
  input: TargetInput;
  /** The reading that stands for this period; null: not reported. */
  reading: ReadingRow | null;
  /** The reading of the period before; null: none. */
  last: ReadingRow | null;
  /** Sum over the plan's periods up to and with this one, for inputs that add up; null otherwise or while one is missing. */
  runningTotal: RationalText | null;
  required: boolean;
}
