// Reports of a period as a host has them: the live preview, issuing, checking one's line, and what was frozen.

import type { Actor, CommandData, Decision } from "../../execute/command.ts";
import type { Refusal } from "../../execute/decision.ts";
import type { PeriodReport } from "../../execute/period-report.ts";
import type { EntrySource } from "../../ledger/entry.ts";
import type { FrozenReport } from "../../store/report/frozen-reports.ts";
import type { AsOf } from "../reads/as-of.ts";

export type { FrozenReport };

/** Which report: of a plan, of an agency over all plans, of an agency's part of a plan, or, with neither, of the
 *  province. */
export interface ReportQuestion {
  /** A plan's id or document id. */
  plan?: string;
  /** An agency's id. */
  agency?: string;
  /** Id of the period, e.g. "2017-07", "2017-Q3", "2017-H1", "2017-9M", "2017", "2017-W05". */
  period: string;
  /** Id of the register's regime that makes the period; null: the calendar. Default: the plan's, else null. */
  regime?: string | null;
  /** As recorded then. Default: now. */
  asOf?: AsOf;
}

export interface ReportView {
  report: PeriodReport;
  /** Bodies of its free texts by digest; null: erased, or not for this reader. */
  texts: Readonly<Record<string, string | null>>;
  /** False: only the reader's own part of it. */
  whole: boolean;
}

/** A report as it stands. */
export interface LiveReport extends ReportView {
  /** Why the reader may not issue it, or say of his agency's line; null: he may. The host itself may ask for nobody. */
  allowed: { issue: Refusal | null; check: Refusal | null };
}

export interface IssuedReport extends ReportView {
  frozen: FrozenReport;
}

interface Asked {
  actor: Actor;
  /** 1–200 characters, unique within the ledger. Default: a new one. */
  requestId?: string;
  /** Default: "api". */
  source?: EntrySource;
  onBehalfOf?: Decision;
}

/** `asOf` is always now: what is frozen rests on all that is recorded. */
export type IssueReportInput = Asked & Omit<ReportQuestion, "asOf">;

export interface CheckReportInput extends Asked, Omit<ReportQuestion, "asOf" | "agency"> {
  /** Whose line it is. Default: the actor's agency. */
  agency?: string;
  /** differ: with a reason. */
  answer: NonNullable<CommandData["answer"]>;
  reason?: string;
  /** Digest of the line the agency looked at, as `lineDigest` makes it; another line now is a conflict. */
  line?: string;
}

export type IssueReportOutcome =
  | { issued: true; repeated: boolean; frozen: FrozenReport }
  | (Refusal & { issued: false });

export type CheckReportOutcome = { accepted: true; repeated: boolean; seq: number } | Refusal;

/** What is left out does not narrow. */
export interface ReportsFilter {
  /** A plan's id or document id: reports on the plan or parts of it. */
  plan?: string;
  agency?: string;
  period?: string;
  /** 1–500. Default 50. */
  limit?: number;
}

export interface ReadReports {
  /** The report as it would be issued now, or as recorded at a past date. Null: there is no such plan, or none that the
   *  reader may read. Throws EngineError `request_invalid`, also for a period its regime does not make. */
  periodReport(question: ReportQuestion): Promise<LiveReport | null>;
  /** What was issued, newest periods first. */
  reports(filter?: ReportsFilter): Promise<readonly FrozenReport[]>;
  /** Null: none with this id, or nothing of it is the reader's. */
  issuedReport(id: string): Promise<IssuedReport | null>;
}

export interface EngineReports extends ReadReports {
  /** Freezes the report of a period that is over, with an entry `report_issued` in the plan's ledger, or in the
   *  register's where it is on no single plan. Issuing again makes the next number; the one before stays as it was.
   *  Throws EngineError `request_invalid`. */
  issueReport(input: IssueReportInput): Promise<IssueReportOutcome>;
  /** Đối chiếu: an agency agrees to its line of a draft, or differs with a reason. We compute no ratings: whoever rates
   *  has the frozen table with what agencies said of it. Throws EngineError `request_invalid`. */
  checkReport(input: CheckReportInput): Promise<CheckReportOutcome>;
}
