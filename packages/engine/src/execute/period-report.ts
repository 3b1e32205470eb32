// A period's report as one model: what the document, the spreadsheet, the page and JSON are made of, and what is frozen.

import type { DateText, PlanKind } from "../language/plan.ts";
import type { Micros } from "../ledger/entry.ts";
import type { BoundOperator, DecimalText, RationalText } from "../measure/index.ts";
import type { UndecidedReason, Verdict } from "../measure/judgement.ts";
import type { ForecastMethod, Possibility, RequiredUnit } from "../measure/outlook.ts";
import type { Bucket } from "./bucket.ts";
import type { AgeBand } from "./cell.ts";
import type { FigureLine } from "./figures.ts";
import type { ReadingStatus } from "./reading.ts";
import type { AssignmentRow, PlanState } from "./rows.ts";

/** What is reported on. Both null: the province; both named: the agency's part of the plan. */
export interface ReportScope {
  plan: { id: string; documentId: string; title: string } | null;
  agency: { id: string; name: string } | null;
}

export interface ReportPeriod {
  /** Id of the register's regime that makes the period; null: the calendar does. */
  regime: string | null;
  /** E.g. "2017-07", "2017-Q3", "2017". */
  id: string;
  /** First and last day of its window. */
  from: DateText;
  to: DateText;
}

/** Numbers of entries of one plan's ledger. */
export interface EntryList {
  planId: string;
  seqs: readonly number[];
}

/** Plain data: canonical JSON of it is what is frozen. Free texts are named by digest only, so that they can still be
 *  erased. Everything of it rests on entries up to the heads in `ledgers`; `tracedIn` tells which. */
export interface PeriodReport {
  format: 1;
  scope: ReportScope;
  period: ReportPeriod;
  /** Everything as recorded at this instant, and counted against it. */
  at: Micros;
  /** The documents it rests on, by document id. */
  ledgers: readonly ReportLedger[];
  figures: { total: FigureLine; lines: readonly ReportLine[] };
  /** What the figures count, each with its entries. */
  assignments: readonly TracedAssignment[];
  /** Tasks without an end, which open nothing: a line for each agency that leads one. */
  ongoing: readonly OngoingTask[];
  targets: readonly ReportTarget[];
  /** The readings behind the targets. */
  readings: readonly TracedReading[];
  gaps: ReportGaps;
  /** Null: no report of the same scope was issued for an earlier period of the same length. */
  changes: ReportChanges | null;
  narratives: readonly NarrativePart[];
  /** What agencies said of their own lines, the last word of each, by name. */
  checks: readonly LineCheck[];
}

export interface OngoingTask {
  planId: string;
  task: string;
  title: string;
  agency: string;
  name: string;
}

export interface ReportLedger {
  planId: string;
  documentId: string;
  kind: PlanKind;
  title: string;
  /** Number and day of the document; null where it has none. */
  number: string | null;
  issued: DateText | null;
  state: PlanState;
  /** The last entry counted, and its hash. */
  seq: number;
  head: string;
  /** The entries that put the plan into its state. */
  entries: readonly number[];
}

/** One agency's line of the table. */
export interface ReportLine extends FigureLine {
  agency: string;
  name: string;
  /** True: an agency only requested, whose line has nothing but `requested` and `coordinations`. */
  isRequested: boolean;
}

export interface TracedAssignment {
  planId: string;
  id: string;
  taskId: string;
  task: string;
  agency: string;
  /** The agency's name. */
  name: string;
  role: AssignmentRow["role"];
  /** The agency is only requested (đề nghị). */
  requested: boolean;
  occurrence: string;
  bucket: Bucket;
  /** Null: no due date. */
  dueOn: DateText | null;
  /** The day it was done; null: it is not. */
  doneOn: DateText | null;
  /** The due has passed, done or not. */
  fallenDue: boolean;
  /** Null for what is not overdue. */
  age: AgeBand | null;
  stale: boolean;
  /** Times it was sent back. */
  returns: number;
  /** Entries whose folding gives the row, up to the ledger's `seq`. */
  entries: readonly number[];
}

export interface LocalSentence {
  vi: string;
  en: string;
}

export interface ReportTarget {
  planId: string;
  id: string;
  title: string;
  /** The agency that answers for it; null: nobody is named. */
  owner: { id: string; name: string } | null;
  unit: string | null;
  /** The span judged; open: the plan's period goes on after it. */
  span: { from: DateText; to: DateText; open: boolean };
  verdict: Verdict;
  provisional: boolean;
  reason: UndecidedReason | null;
  value: RationalText | null;
  numerator: RationalText | null;
  denominator: RationalText | null;
  bound: { operator: BoundOperator; value: DecimalText; percent: boolean } | null;
  /** What must be reached, what is, the verdict with its arithmetic, and what lies ahead, as people read them. Null:
   *  there is nothing of the kind. */
  level: LocalSentence | null;
  shown: LocalSentence | null;
  explanation: LocalSentence;
  ahead: LocalSentence | null;
  /** A single case more or less gives another verdict. */
  oneCase: boolean;
  /** Null: nothing can be looked ahead. */
  outlook: ReportOutlook | null;
  /** How many readings of ended periods should be there, and are. */
  reported: { expected: number; there: number };
  /** What the readings behind it were entered by. */
  entries: readonly EntryList[];
}

export interface ReportOutlook {
  possibility: Possibility;
  /** What the periods left must bring, and how it is counted; null: it cannot be said. */
  required: RationalText | null;
  requiredAs: RequiredUnit | null;
  pace: RationalText | null;
  forecast: { value: RationalText; method: ForecastMethod } | null;
  /** The agencies' own estimate for the whole span; null: none. */
  estimate: RationalText | null;
  periodsLeft: number;
}

export interface TracedReading {
  planId: string;
  input: string;
  title: string;
  agency: string;
  name: string;
  period: string;
  status: ReadingStatus;
  /** Null: the agency says that there is no figure to give. */
  value: string | null;
  /** The entry that gave it. */
  seq: number;
}

export interface ReportGaps {
  /** Figures that should be there and are not. */
  readings: readonly MissingFigure[];
  /** Duties to report: those of the period, and those overdue from earlier ones. */
  duties: readonly DutyGap[];
}

export interface MissingFigure {
  planId: string;
  input: string;
  title: string;
  agency: string;
  name: string;
  period: string;
  /** It is reported, and its duty to report is not accepted yet. */
  awaiting: boolean;
}

export interface DutyGap {
  planId: string;
  /** Of `assignments`. */
  assignmentId: string;
  task: string;
  agency: string;
  name: string;
  occurrence: string;
  /** missing: overdue and not sent. late: sent after its due. returned: sent back. */
  what: "missing" | "late" | "returned";
  dueOn: DateText | null;
}

export interface ReportChanges {
  /** The report before: the ledger that holds it, its entry there, and its period. */
  since: { planId: string; seq: number; period: string; number: number; at: Micros };
  /** By bucket: assignments now less assignments then. Null in the part of an agency that may not read the whole. */
  figures: Readonly<Record<Bucket, number>> | null;
  /** Done since, overdue since, given since: ids within `assignments`. */
  done: readonly string[];
  overdue: readonly string[];
  opened: readonly string[];
  verdicts: readonly VerdictChange[];
}

export interface VerdictChange {
  planId: string;
  target: string;
  title: string;
  /** Null: the target was not reported on then, or is not now. */
  from: Verdict | null;
  to: Verdict | null;
  valueFrom: RationalText | null;
  valueTo: RationalText | null;
}

/** The parts of what an agency writes with its figures. */
export const narrativeParts = ["results", "limits", "causes", "proposals", "next"] as const;
export type NarrativePartName = (typeof narrativeParts)[number];

/** A free text that came with a duty to report. */
export interface NarrativePart {
  planId: string;
  assignmentId: string;
  agency: string;
  name: string;
  part: NarrativePartName;
  /** The entry that brought it, and the text's digest there. */
  seq: number;
  digest: string;
}

/** Đối chiếu: what an agency says of its own line before the table is frozen. */
export interface LineCheck {
  agency: string;
  name: string;
  answer: "agree" | "differ";
  /** Why it differs, by digest; null: it agrees. */
  reason: string | null;
  /** Ledger and entry. */
  planId: string;
  seq: number;
  recordedAt: Micros;
  /** Digest of the line it looked at. */
  line: string;
  /** False: the line has changed since. */
  holds: boolean;
}
