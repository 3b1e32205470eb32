// The engine's public face. Stages and leaves have doors of their own: @kehoach/engine/language, /compile, …

export type { CompiledPlan } from "./compile/index.ts";
export { createEngine } from "./engine/create-engine.ts";
export * from "./engine/engine.ts";
export type { EngineInstance } from "./engine/instance/engine-instance.ts";
export type * from "./engine/plans/amendment.ts";
export type { AskedFigure, AssignInput, AssignOutcome } from "./engine/plans/assign-input.ts";
export type { RegisterInput, RegisterOutcome } from "./engine/plans/engine-register.ts";
export type { AsOf } from "./engine/reads/as-of.ts";
export * from "./engine/reads/figures-question.ts";
export type { ReadAs, SeenAssignment, SeenEntry } from "./engine/reads/read-as.ts";
export type { StreamAs } from "./engine/reads/stream-as.ts";
export type * from "./engine/reports/reports.ts";
export type { EngineTargets } from "./engine/targets/engine-targets.ts";
export type {
  DutiesQuestion,
  ReadingsQuestion,
  TargetQuestion,
  TargetsQuestion,
} from "./engine/targets/targets-question.ts";
export { EngineError, type EngineErrorCode, engineErrorCodes } from "./engine-error.ts";
export { amendmentReport } from "./execute/amendment-report.ts";
export { lineDigest } from "./execute/assemble-report.ts";
export type { AuthorityInForce } from "./execute/authority.ts";
export * from "./execute/bucket.ts";
export { type AgeBand, ageBands, daysLate } from "./execute/cell.ts";
export * from "./execute/command.ts";
export type { FrozenFacts, ReportKey } from "./execute/decide-report.ts";
export {
  type Accepted,
  type EffectDraft,
  type ErasableText,
  type EvidenceFile,
  type Refusal,
  type RefusalCode,
  refusalCodes,
} from "./execute/decision.ts";
export type { DutyCounts } from "./execute/duty-counts.ts";
export type { FigureLine, Returns } from "./execute/figures.ts";
export { type FileType, fileTypes } from "./execute/file-types.ts";
export * from "./execute/period-report.ts";
export { type Rate, type RateId, rateIds } from "./execute/rates.ts";
export {
  type ReadingInput,
  type ReadingRow,
  type ReadingStatus,
  readingStatuses,
} from "./execute/reading.ts";
export type { AssignmentRow, DueRecord, PlanRow, PlanState } from "./execute/rows.ts";
export type * from "./execute/target-view.ts";
export { entriesOf, type NumberName, tracedIn } from "./execute/trace-report.ts";
export * from "./execute/who-sees.ts";
export type * from "./language/plan.ts";
export type { Mend, Place, Problem, Question } from "./language/problem.ts";
export type { RegisterDocument } from "./language/register-document.ts";
export type * from "./language/target.ts";
export type * from "./language/target-input.ts";
export type { Entry, EntryData, EntrySource, Micros } from "./ledger/entry.ts";
export { type HistoryKind, historyKinds } from "./ledger/history-kind.ts";
export type {
  Bound,
  BoundOperator,
  DecimalText,
  ForecastMethod,
  Judgement,
  Outlook,
  Possibility,
  Rational,
  RationalText,
  RequiredUnit,
  UndecidedReason,
  Verdict,
} from "./measure/index.ts";
export type { Anchor, TakenAnchor } from "./store/anchors.ts";
export type { Connection } from "./store/connection.ts";
export { type DirectoryLock, readLock } from "./store/database/open-database.ts";
export type { ProcessIdentity } from "./store/database/process-identity.ts";
export type { PlanHead } from "./store/instance/import-instance.ts";
