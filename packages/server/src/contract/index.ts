// The HTTP contract: schemas, the table of routes and the static types a client builds on.

import type { Static } from "typebox";
import type * as amendment from "./amendment.ts";
import type * as assign from "./assign.ts";
import type * as assignment from "./assignment.ts";
import type * as basics from "./basics.ts";
import type * as figures from "./figures.ts";
import type * as file from "./file.ts";
import type * as form from "./form.ts";
import type * as identity from "./identity.ts";
import type * as plan from "./plan.ts";
import type * as reading from "./reading.ts";
import type * as register from "./register.ts";
import type * as report from "./report.ts";
import type * as target from "./target.ts";
import type * as trouble from "./trouble.ts";
import type * as vocabulary from "./vocabulary.ts";

export {
  type Route,
  type RouteAnswer,
  type RouteBody,
  type RouteName,
  type RouteParams,
  type RouteQuery,
  routes,
} from "./routes.ts";

export type Bucket = Static<typeof vocabulary.Bucket>;
export type StageCategory = Static<typeof vocabulary.StageCategory>;
export type TaskMode = Static<typeof vocabulary.TaskMode>;
export type Who = Static<typeof vocabulary.Who>;
export type Requirement = Static<typeof vocabulary.Requirement>;
export type EntrySource = Static<typeof vocabulary.EntrySource>;

export type ReadFormBody = Static<typeof form.ReadFormBody>;

export type AuthorityBody = Static<typeof register.AuthorityBody>;

export type LocalText = Static<typeof basics.LocalText>;
export type AgencyName = Static<typeof basics.AgencyName>;

export type Trouble = Static<typeof trouble.Trouble>;
export type RefusalBody = Static<typeof trouble.RefusalBody>;
export type ProblemBody = Static<typeof trouble.ProblemBody>;
export type QuestionBody = Static<typeof trouble.QuestionBody>;
export type CheckBody = Static<typeof trouble.CheckBody>;
export type CheckAnswer = Static<typeof trouble.CheckAnswer>;

export type Instance = Static<typeof identity.Instance>;
export type Identity = Static<typeof identity.Identity>;
export type Me = Static<typeof identity.Me>;
export type ClockMoved = Static<typeof identity.ClockMoved>;

export type Counts = Static<typeof plan.Counts>;
export type Rate = Static<typeof plan.Rate>;
export type PlanItem = Static<typeof plan.PlanItem>;
export type PlanBody = Static<typeof plan.PlanBody>;
export type StatementBody = Static<typeof plan.StatementBody>;
export type ObjectiveBody = Static<typeof plan.ObjectiveBody>;
export type PartyBody = Static<typeof plan.PartyBody>;
export type ProductBody = Static<typeof plan.ProductBody>;
export type TaskBody = Static<typeof plan.TaskBody>;
export type TargetBody = Static<typeof plan.TargetBody>;
export type AgencyCounts = Static<typeof plan.AgencyCounts>;
export type PlanSource = Static<typeof plan.PlanSource>;
export type LifecycleBody = Static<typeof plan.LifecycleBody>;
export type LedgerBody = Static<typeof plan.LedgerBody>;

export type FileBody = Static<typeof file.FileBody>;
export type FileItem = Static<typeof file.FileItem>;
export type FileList = Static<typeof file.FileList>;
export type AttachAnswer = Static<typeof file.AttachAnswer>;

export type IssueBody = Static<typeof amendment.IssueBody>;
export type IssueAnswer = Static<typeof amendment.IssueAnswer>;
export type AmendBody = Static<typeof amendment.AmendBody>;
export type AmendAnswer = Static<typeof amendment.AmendAnswer>;
export type AmendmentBody = Static<typeof amendment.AmendmentBody>;
export type AmendmentNames = Static<typeof amendment.AmendmentNames>;
export type VersionItem = Static<typeof amendment.VersionItem>;

export type AssignBody = Static<typeof assign.AssignBody>;
export type AssignAnswer = Static<typeof assign.AssignAnswer>;
export type FiguresBody = Static<typeof figures.FiguresBody>;
export type FigureLineBody = Static<typeof figures.FigureLineBody>;
export type PageBody = Static<typeof figures.PageBody>;
export type PrintedSheetBody = Static<typeof figures.PrintedSheetBody>;
export type SheetBody = Static<typeof figures.SheetBody>;

export type TargetItem = Static<typeof target.TargetItem>;
export type TargetsBody = Static<typeof target.TargetsBody>;
export type TargetDetailBody = Static<typeof target.TargetDetailBody>;
export type Verdict = Static<typeof target.Verdict>;
export type InputBody = Static<typeof reading.InputBody>;
export type ReadingBody = Static<typeof reading.ReadingBody>;
export type ReportFormBody = Static<typeof target.ReportFormBody>;

export type PeriodReportBody = Static<typeof report.PeriodReportBody>;
export type FrozenReportBody = Static<typeof report.FrozenReportBody>;
export type LiveReportBody = Static<typeof report.LiveReportBody>;
export type IssuedReportBody = Static<typeof report.IssuedReportBody>;

export type AssignmentItem = Static<typeof assignment.AssignmentItem>;
export type AssignmentBody = Static<typeof assignment.AssignmentBody>;
export type AllowedCommandBody = Static<typeof assignment.AllowedCommandBody>;
export type PlanHistoryItem = Static<typeof assignment.PlanHistoryItem>;
export type HistoryItem = Static<typeof assignment.HistoryItem>;
export type DueRecordBody = Static<typeof assignment.DueRecordBody>;
export type DocumentLinkBody = Static<typeof assignment.DocumentLinkBody>;
export type DecisionBody = Static<typeof assignment.DecisionBody>;
export type CommandBody = Static<typeof assignment.CommandBody>;
export type CommandAnswer = Static<typeof assignment.CommandAnswer>;
export type Inbox = Static<typeof assignment.Inbox>;
export type EventBody = Static<typeof assignment.EventBody>;
