// The table of routes: method, path, what goes in and what comes out. Everything else is derived from it.

import { type Static, type TSchema, Type } from "typebox";
import {
  AmendAnswer,
  AmendBody,
  EraseBody,
  IssueAnswer,
  IssueBody,
  VersionBody,
  VersionList,
  VersionParams,
} from "./amendment.ts";
import { AssignAnswer, AssignBody } from "./assign.ts";
import {
  AllowedCommands,
  AssignmentBody,
  AssignmentPage,
  AssignmentQuery,
  CommandAnswer,
  CommandBody,
  EventsQuery,
  HistoryPage,
  HistoryQuery,
  Inbox,
  PlanCommands,
  PlanHistoryPage,
  PlanHistoryQuery,
} from "./assignment.ts";
import { AssignmentParams, PlanParams } from "./basics.ts";
import {
  FiguresBody,
  FiguresQuery,
  PageBody,
  RecordQuery,
  ReminderList,
  ReminderParams,
  ReminderQuery,
  SheetBody,
  SheetParams,
  SheetQuery,
} from "./figures.ts";
import { AttachAnswer, AttachHeaders, AttachQuery, FileList, FileParams } from "./file.ts";
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
import { CheckAnswer, CheckBody } from "./trouble.ts";

export interface Route {
  readonly method: "GET" | "POST";
  /** Below `/api`, with `:name` for parameters. */
  readonly path: string;
  readonly summary: { readonly vi: string; readonly en: string };
  readonly params?: TSchema;
  readonly query?: TSchema;
  readonly headers?: TSchema;
  readonly body?: TSchema;
  /** Media type of the body where it is not JSON: then it is read as it streams in. */
  readonly takes?: "application/octet-stream";
  /** The answer of status 200; for a stream, of its text. */
  readonly answer: TSchema;
  /** Media type where it is not JSON. */
  readonly media?:
    | "text/event-stream"
    | "application/x-ndjson"
    | "application/octet-stream"
    | typeof xlsx
    | typeof docx;
}

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

export const routes = {
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
  versions: {
    method: "GET",
    path: "/plans/:plan/versions",
    summary: { vi: "Các phiên bản của kế hoạch", en: "Versions of a plan" },
    params: PlanParams,
    answer: VersionList,
  },
  version: {
    method: "GET",
    path: "/plans/:plan/versions/:version",
    summary: { vi: "Thay đổi của một phiên bản", en: "What a version changed" },
    params: VersionParams,
    answer: VersionBody,
  },
  erase: {
    method: "POST",
    path: "/plans/:plan/erase",
    summary: { vi: "Xóa một nội dung hoặc tệp", en: "Erase a text or a file" },
    params: PlanParams,
    body: EraseBody,
    answer: CommandAnswer,
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
  issue: {
    method: "POST",
    path: "/issue",
    summary: { vi: "Ban hành một kế hoạch", en: "Issue a plan" },
    body: IssueBody,
    answer: IssueAnswer,
  },
  amend: {
    method: "POST",
    path: "/amend",
    summary: { vi: "Điều chỉnh một kế hoạch, hoặc xem trước", en: "Amend a plan, or preview it" },
    body: AmendBody,
    answer: AmendAnswer,
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
  figures: {
    method: "GET",
    path: "/figures",
    summary: { vi: "Số liệu thực hiện nhiệm vụ", en: "Figures of assigned work" },
    query: FiguresQuery,
    answer: FiguresBody,
  },
  sheet: {
    method: "GET",
    path: "/sheets/:sheet",
    summary: { vi: "Biểu tổng hợp hằng tuần", en: "A weekly sheet" },
    params: SheetParams,
    query: SheetQuery,
    answer: SheetBody,
  },
  sheetXlsx: {
    method: "GET",
    path: "/sheets/:sheet/xlsx",
    summary: { vi: "Biểu tổng hợp, bảng tính", en: "A weekly sheet as a spreadsheet" },
    params: SheetParams,
    query: SheetQuery,
    answer: Type.String(),
    media: xlsx,
  },
  sheetDocx: {
    method: "GET",
    path: "/sheets/:sheet/docx",
    summary: { vi: "Biểu tổng hợp, văn bản", en: "A weekly sheet as a document" },
    params: SheetParams,
    query: SheetQuery,
    answer: Type.String(),
    media: docx,
  },
  reminders: {
    method: "GET",
    path: "/reminders",
    summary: { vi: "Các cơ quan có nhiệm vụ quá hạn", en: "Agencies with overdue work" },
    query: ReminderQuery,
    answer: ReminderList,
  },
  reminder: {
    method: "GET",
    path: "/reminders/:issuer/:agency",
    summary: { vi: "Dự thảo công văn đôn đốc, xem trước", en: "The draft of a reminder letter, on screen" },
    params: ReminderParams,
    query: ReminderQuery,
    answer: PageBody,
  },
  reminderDocx: {
    method: "GET",
    path: "/reminders/:issuer/:agency/docx",
    summary: { vi: "Dự thảo công văn đôn đốc", en: "The draft of a reminder letter" },
    params: ReminderParams,
    query: ReminderQuery,
    answer: Type.String(),
    media: docx,
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
