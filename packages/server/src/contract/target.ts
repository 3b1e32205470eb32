// Targets as pages show them: value, verdict, what lies behind and ahead; the form of a duty to report.

import { Type } from "typebox";
import { AgencyName, DateText, Id, LocalText, Micros, nullable } from "./basics.ts";
import { TargetBody, TaskBody } from "./plan.ts";
import { InputBody, ReadingBody } from "./reading.ts";
import { Bucket } from "./vocabulary.ts";

export const TargetType = Type.Enum([
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
]);

export const Verdict = Type.Enum([
  "met",
  "exceeded",
  "not_met_yet",
  "not_met",
  "not_enough_data",
  "not_applicable",
]);

export const Possibility = Type.Enum(["guaranteed", "possible", "impossible"]);

export const ForecastMethod = Type.Enum(["linear", "same_rate", "last_value"]);

export const BoundOperator = Type.Enum([">", ">=", "<", "<=", "="]);

export const ChangeMode = Type.Enum(["percentage_points", "relative", "absolute"]);

/** An exact fraction: "19/20", or "19" where whole. */
const Exact = Type.String({ pattern: "^-?[0-9]+(/[0-9]+)?$" });

const Bound = Type.Object({
  operator: BoundOperator,
  /** A decimal; with `percent` it counts hundredths. */
  value: Type.String(),
  percent: Type.Boolean(),
});

const JudgementBody = Type.Object({
  verdict: Verdict,
  /** It may still change: the span is open, or an estimate is among its figures. */
  provisional: Type.Boolean(),
  /** Why there is no verdict; null: there is one. */
  reason: nullable(Type.String()),
  value: nullable(Exact),
  numerator: nullable(Exact),
  denominator: nullable(Exact),
  /** Of a milestone the values are day numbers, counted from 1970-01-01. */
  bound: nullable(Bound),
  /** The far end of a span. */
  far: nullable(Bound),
  /** Where a change is judged: the value now and in the base. */
  current: nullable(Exact),
  base: nullable(Exact),
  /** One single case more or less gives another verdict. */
  oneCase: nullable(
    Type.Object({
      part: Type.Enum(["numerator", "denominator", "value"]),
      by: Type.Enum([1, -1]),
      verdict: Verdict,
    }),
  ),
  casesToReach: nullable(Exact),
  units: nullable(
    Type.Object({
      reached: Type.Integer(),
      of: Type.Integer(),
      short: Type.Array(AgencyName),
      silent: Type.Array(AgencyName),
      /** With nothing to judge, and not counted. */
      empty: Type.Array(AgencyName),
    }),
  ),
  /** Of a composite: its parts in the plan's order. */
  parts: nullable(Type.Array(Type.Object({ target: Type.String(), title: Type.String(), verdict: Verdict }))),
});

const OutlookBody = Type.Object({
  possibility: Possibility,
  /** `reaches`: it would reach the level. */
  forecast: nullable(Type.Object({ value: Exact, method: ForecastMethod, reaches: Type.Boolean() })),
  /** The agencies' own estimate for the whole span. */
  estimate: nullable(Exact),
  periodsLeft: Type.Integer(),
  /** In words: what is still needed, at what pace it goes, where that ends. */
  said: LocalText,
});

const MissingBody = Type.Object({
  input: Type.String(),
  title: Type.String(),
  agency: AgencyName,
  period: Type.String(),
});

export const TargetItem = Type.Object({
  ...TargetBody.properties,
  planId: Type.String(),
  documentId: Type.String(),
  type: TargetType,
  /** Which way is better; null: neither. */
  direction: nullable(Type.Enum(["up", "down"])),
  /** Where the level is of a change: how it is measured; null: it is not, or the text does not say. */
  change: nullable(ChangeMode),
  span: Type.Object({ from: DateText, to: DateText, open: Type.Boolean() }),
  judgement: JudgementBody,
  /** The judgement in words, with its figures. */
  said: LocalText,
  outlook: nullable(OutlookBody),
  /** One point for each reporting period of the plan, in order. */
  trajectory: Type.Array(
    Type.Object({
      period: Type.String(),
      to: DateText,
      expected: nullable(Exact),
      /** Null: not reported, which is not zero. */
      value: nullable(Exact),
      verdict: nullable(Verdict),
      estimate: Type.Boolean(),
    }),
  ),
  lastReadingAt: nullable(Micros),
  reported: Type.Object({
    expected: Type.Integer(),
    there: Type.Integer(),
    missing: Type.Array(MissingBody),
  }),
});

/** The instant everything was judged at, and the date in Vietnam then. */
const judgedAt = { at: Micros, date: DateText };

export const TargetsBody = Type.Object({ ...judgedAt, items: Type.Array(TargetItem) });

export const TargetsQuery = Type.Object(
  {
    /** As recorded at the end of this date; not in the future. */
    asOf: Type.Optional(DateText),
  },
  { additionalProperties: false },
);

export const TargetParams = Type.Object({ plan: Id, target: Id });

export const TargetDetailBody = Type.Object({
  ...TargetItem.properties,
  ...judgedAt,
  inputs: Type.Array(InputBody),
  readings: Type.Array(ReadingBody),
  /** Formulas as written, and with numbers put in; null: a number is missing. */
  substituted: Type.Array(
    Type.Object({
      key: Type.Enum(["formula", "numerator", "denominator", "total", "units"]),
      text: Type.String(),
      filled: nullable(Type.String()),
    }),
  ),
  /** Contributing tasks, each with the bucket of what presses most in it; null: no assignment is open to the reader. */
  tasks: Type.Array(
    Type.Object({
      id: TaskBody.properties.id,
      title: TaskBody.properties.title,
      bucket: nullable(Bucket),
    }),
  ),
});

export const ReportFormBody = Type.Object({
  planId: Type.String(),
  assignmentId: Type.String(),
  agency: AgencyName,
  period: Type.Object({ id: Type.String(), from: DateText, to: DateText }),
  lines: Type.Array(
    Type.Object({
      input: InputBody,
      /** The reading that stands for this period; null: not reported. */
      reading: nullable(ReadingBody),
      /** The reading of the period before. */
      last: nullable(ReadingBody),
      /** Over the plan's periods up to and with this one. */
      runningTotal: nullable(Exact),
      required: Type.Boolean(),
    }),
  ),
});
