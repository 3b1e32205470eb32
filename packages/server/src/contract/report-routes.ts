// The routes of reports: the live one of a period, those frozen, issuing one, and an agency's word on its line.

import { Type } from "typebox";
import { RecordQuery } from "./figures.ts";
import {
  CheckReportAnswer,
  CheckReportBody,
  IssuedReportBody,
  IssueReportAnswer,
  IssueReportBody,
  LiveReportBody,
  ReportList,
  ReportPages,
  ReportParams,
  ReportQuery,
  ReportsQuery,
} from "./report.ts";
import { docx, type Route, xlsx } from "./route.ts";

export const reportRoutes = {
  report: {
    method: "GET",
    path: "/report",
    summary: { vi: "Báo cáo kỳ, số liệu hiện thời", en: "A period's report as it stands" },
    query: ReportQuery,
    answer: LiveReportBody,
  },
  reportPages: {
    method: "GET",
    path: "/report/pages",
    summary: { vi: "Báo cáo kỳ, bản xem trước", en: "A period's report as printed pages" },
    query: ReportQuery,
    answer: ReportPages,
  },
  reportDocx: {
    method: "GET",
    path: "/report/docx",
    summary: { vi: "Báo cáo kỳ, văn bản", en: "A period's report as a document" },
    query: ReportQuery,
    answer: Type.String(),
    media: docx,
  },
  reportXlsx: {
    method: "GET",
    path: "/report/xlsx",
    summary: { vi: "Báo cáo kỳ, bảng tính", en: "A period's report as a spreadsheet" },
    query: ReportQuery,
    answer: Type.String(),
    media: xlsx,
  },
  reports: {
    method: "GET",
    path: "/reports",
    summary: { vi: "Các báo cáo đã chốt", en: "Reports that were issued" },
    query: ReportsQuery,
    answer: ReportList,
  },
  issueReport: {
    method: "POST",
    path: "/reports",
    summary: { vi: "Chốt báo cáo kỳ", en: "Issue a period's report" },
    body: IssueReportBody,
    answer: IssueReportAnswer,
  },
  checkReport: {
    method: "POST",
    path: "/reports/check",
    summary: { vi: "Đối chiếu số liệu của cơ quan", en: "Say whether one's line is right" },
    body: CheckReportBody,
    answer: CheckReportAnswer,
  },
  issuedReport: {
    method: "GET",
    path: "/reports/:report",
    summary: { vi: "Một báo cáo đã chốt", en: "A report that was issued" },
    params: ReportParams,
    answer: IssuedReportBody,
  },
  issuedReportPages: {
    method: "GET",
    path: "/reports/:report/pages",
    summary: { vi: "Báo cáo đã chốt, bản xem trước", en: "An issued report as printed pages" },
    params: ReportParams,
    query: RecordQuery,
    answer: ReportPages,
  },
  issuedReportDocx: {
    method: "GET",
    path: "/reports/:report/docx",
    summary: { vi: "Báo cáo đã chốt, văn bản", en: "An issued report as a document" },
    params: ReportParams,
    query: RecordQuery,
    answer: Type.String(),
    media: docx,
  },
  issuedReportXlsx: {
    method: "GET",
    path: "/reports/:report/xlsx",
    summary: { vi: "Báo cáo đã chốt, bảng tính", en: "An issued report as a spreadsheet" },
    params: ReportParams,
    query: RecordQuery,
    answer: Type.String(),
    media: xlsx,
  },
} as const satisfies Record<string, Route>;
