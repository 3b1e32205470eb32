// The table of routes: method, path, what goes in and what comes out. Everything else is derived from it.

import { type Static, type TSchema, Type } from "typebox";
import { amendmentRoutes } from "./amendment-routes.ts";
import { AssignAnswer, AssignBody } from "./assign.ts";
import {
  AllowedCommands,
  AssignmentBody,
  AssignmentPage,
  AssignmentQuery,
  CommandAnswer,
  CommandBody,
  CommandsQuery,
  EventsQuery,
  HistoryPage,
  HistoryQuery,
  Inbox,
  PlanCommands,
  PlanHistoryPage,
  PlanHistoryQuery,
} from "./assignment.ts";
import { AssignmentParams, PlanParams } from "./basics.ts";
import { figureRoutes } from "./figure-routes.ts";
import { RecordQuery, SheetBody } from "./figures.ts";
import { AttachAnswer, AttachHeaders, AttachQuery, FileList, FileParams } from "./file.ts";
import { formRoutes } from "./form-routes.ts";
import { ChooseIdentity, ClockMoved, Health, Identities, Instance, Me, MoveClock } from "./identity.ts";
import {
  AnchorsBody,
  LedgerBody,
  LifecycleBody,
  LifecycleParams,
  PlanBody,
  PlanList,
  PlanSource,
  VerifyQuery,
} from "./plan.ts";
import { ReadingsPage, ReadingsQuery } from "./reading.ts";
import { registerDocumentRoutes } from "./register-routes.ts";
import { reportRoutes } from "./report-routes.ts";
import { docx, type Route } from "./route.ts";
import { ReportFormBody, TargetDetailBody, TargetParams, TargetsBody, TargetsQuery } from "./target.ts";
import { CheckAnswer, CheckBody } from "./trouble.ts";

export const routes = {
  ...amendmentRoutes,
  ...registerDocumentRoutes,
  ...figureRoutes,
  ...formRoutes,
  ...reportRoutes,
  instance: {
    method: "GET",
    path: "/instance",
    summary: { vi: "Hệ thống đang chạy", en: "The running instance" },
    answer: Instance,
  },
  identities: {
    method: "GET",
    path: "/identities",
    summary: { vi: "Các vai có thể chọn (bản trình diễn)", en: "Identities to choose from (demo)" },
    answer: Identities,
  },
  me: {
    method: "GET",
    path: "/me",
    summary: { vi: "Người đang thao tác", en: "Who is acting" },
    answer: Me,
  },
  chooseMe: {
    method: "POST",
    path: "/me",
    summary: { vi: "Chọn vai (bản trình diễn)", en: "Choose who is acting (demo)" },
    body: ChooseIdentity,
    answer: Me,
  },
  plans: {
    method: "GET",
    path: "/plans",
    summary: { vi: "Các kế hoạch được xem", en: "Plans the person acting may read" },
    answer: PlanList,
  },
  plan: {
    method: "GET",
    path: "/plans/:plan",
    summary: { vi: "Một kế hoạch", en: "One plan" },
    params: PlanParams,
    answer: PlanBody,
  },
  assignments: {
    method: "GET",
    path: "/plans/:plan/assignments",
    summary: { vi: "Các nhiệm vụ được giao", en: "Assignments of a plan" },
    params: PlanParams,
    query: AssignmentQuery,
    answer: AssignmentPage,
  },
  assignment: {
    method: "GET",
    path: "/plans/:plan/assignments/:id",
    summary: { vi: "Một nhiệm vụ được giao", en: "One assignment" },
    params: AssignmentParams,
    answer: AssignmentBody,
  },
  commands: {
    method: "GET",
    path: "/plans/:plan/assignments/:id/commands",
    summary: { vi: "Các thao tác và lý do chưa thực hiện được", en: "Commands, and why others are not open" },
    params: AssignmentParams,
    query: CommandsQuery,
    answer: AllowedCommands,
  },
  history: {
    method: "GET",
    path: "/plans/:plan/assignments/:id/history",
    summary: { vi: "Lịch sử xử lý", en: "History of an assignment" },
    params: AssignmentParams,
    query: HistoryQuery,
    answer: HistoryPage,
  },
  reportForm: {
    method: "GET",
    path: "/plans/:plan/assignments/:id/form",
    summary: { vi: "Số liệu một kỳ báo cáo yêu cầu", en: "What a duty to report asks for" },
    params: AssignmentParams,
    answer: ReportFormBody,
  },
  targets: {
    method: "GET",
    path: "/plans/:plan/targets",
    summary: { vi: "Các chỉ tiêu và kết luận", en: "Targets and their verdicts" },
    params: PlanParams,
    query: TargetsQuery,
    answer: TargetsBody,
  },
  readings: {
    method: "GET",
    path: "/plans/:plan/readings",
    summary: { vi: "Số liệu các cơ quan đã báo cáo", en: "What agencies reported" },
    params: PlanParams,
    query: ReadingsQuery,
    answer: ReadingsPage,
  },
  target: {
    method: "GET",
    path: "/plans/:plan/targets/:target",
    summary: { vi: "Một chỉ tiêu và số liệu của nó", en: "One target and its readings" },
    params: TargetParams,
    query: TargetsQuery,
    answer: TargetDetailBody,
  },
  planCommands: {
    method: "GET",
    path: "/plans/:plan/commands",
    summary: {
      vi: "Các thao tác với cả kế hoạch và lý do chưa thực hiện được",
      en: "Commands to a plan as a whole, and why others are not open",
    },
    params: PlanParams,
    answer: PlanCommands,
  },
  planHistory: {
    method: "GET",
    path: "/plans/:plan/history",
    summary: { vi: "Lịch sử xử lý của kế hoạch", en: "History of a plan" },
    params: PlanParams,
    query: PlanHistoryQuery,
    answer: PlanHistoryPage,
  },
  attach: {
    method: "POST",
    path: "/plans/:plan/assignments/:id/files",
    summary: { vi: "Đính kèm một tệp", en: "Attach a file" },
    params: AssignmentParams,
    query: AttachQuery,
    headers: AttachHeaders,
    takes: "application/octet-stream",
    answer: AttachAnswer,
  },
  files: {
    method: "GET",
    path: "/plans/:plan/assignments/:id/files",
    summary: { vi: "Các tệp đính kèm của nhiệm vụ được giao", en: "Files of an assignment" },
    params: AssignmentParams,
    answer: FileList,
  },
  file: {
    method: "GET",
    path: "/plans/:plan/files/:digest",
    summary: { vi: "Tải một tệp đính kèm", en: "Download a file" },
    params: FileParams,
    answer: Type.String(),
    media: "application/octet-stream",
  },
  record: {
    method: "GET",
    path: "/plans/:plan/assignments/:id/record",
    summary: { vi: "Hồ sơ công việc", en: "The record of work" },
    params: AssignmentParams,
    query: RecordQuery,
    answer: SheetBody,
  },
  recordDocx: {
    method: "GET",
    path: "/plans/:plan/assignments/:id/record/docx",
    summary: { vi: "Hồ sơ công việc, văn bản", en: "The record of work as a document" },
    params: AssignmentParams,
    query: RecordQuery,
    answer: Type.String(),
    media: docx,
  },
  lifecycle: {
    method: "GET",
    path: "/plans/:plan/lifecycles/:id",
    summary: { vi: "Quy trình xử lý", en: "A lifecycle" },
    params: LifecycleParams,
    answer: LifecycleBody,
  },
  source: {
    method: "GET",
    path: "/plans/:plan/source",
    summary: { vi: "Văn bản nguồn của kế hoạch", en: "The plan's source text" },
    params: PlanParams,
    answer: PlanSource,
  },
  verifyLedger: {
    method: "GET",
    path: "/plans/:plan/ledger/verify",
    summary: { vi: "Kiểm tra chuỗi lịch sử", en: "Verify the ledger" },
    params: PlanParams,
    query: VerifyQuery,
    answer: LedgerBody,
  },
  anchors: {
    method: "GET",
    path: "/anchors",
    summary: { vi: "Điểm neo của các sổ lịch sử", en: "Anchors of the ledgers" },
    answer: AnchorsBody,
  },
  exportLedger: {
    method: "GET",
    path: "/plans/:plan/ledger",
    summary: { vi: "Xuất lịch sử xử lý", en: "Export the ledger" },
    params: PlanParams,
    answer: Type.String(),
    media: "application/x-ndjson",
  },
  sendCommand: {
    method: "POST",
    path: "/commands",
    summary: { vi: "Gửi một thao tác", en: "Send a command" },
    body: CommandBody,
    answer: CommandAnswer,
  },
  assign: {
    method: "POST",
    path: "/assign",
    summary: { vi: "Giao một nhiệm vụ ngoài kế hoạch", en: "Give one task outside a plan" },
    body: AssignBody,
    answer: AssignAnswer,
  },
  inbox: {
    method: "GET",
    path: "/inbox",
    summary: { vi: "Việc của tôi", en: "What waits for the person acting" },
    query: HistoryQuery,
    answer: Inbox,
  },
  check: {
    method: "POST",
    path: "/check",
    summary: { vi: "Kiểm tra một bản kế hoạch", en: "Check a plan text" },
    body: CheckBody,
    answer: CheckAnswer,
  },
  events: {
    method: "GET",
    path: "/events",
    summary: { vi: "Các bản ghi mới", en: "Committed entries as they come" },
    query: EventsQuery,
    answer: Type.String(),
    media: "text/event-stream",
  },
  moveClock: {
    method: "POST",
    path: "/demo/clock",
    summary: { vi: "Chuyển ngày trình diễn về sau", en: "Move the demo's date forward" },
    body: MoveClock,
    answer: ClockMoved,
  },
  health: {
    method: "GET",
    path: "/health",
    summary: { vi: "Tình trạng", en: "Health" },
    answer: Health,
  },
  openapi: {
    method: "GET",
    path: "/openapi.json",
    summary: { vi: "Mô tả giao diện lập trình", en: "Description of this interface" },
    answer: Type.Object({}, { additionalProperties: true }),
  },
} as const satisfies Record<string, Route>;

export type { Route } from "./route.ts";

export type RouteName = keyof typeof routes;

type Part<Name extends RouteName, Key extends string> = (typeof routes)[Name] extends {
  readonly [K in Key]: infer Schema;
}
  ? Schema extends TSchema
    ? Static<Schema>
    : undefined
  : undefined;

/** What a route takes in its path; undefined: nothing. */
export type RouteParams<Name extends RouteName> = Part<Name, "params">;
export type RouteQuery<Name extends RouteName> = Part<Name, "query">;
export type RouteBody<Name extends RouteName> = Part<Name, "body">;
/** What a route answers with status 200. */
export type RouteAnswer<Name extends RouteName> = Part<Name, "answer">;
