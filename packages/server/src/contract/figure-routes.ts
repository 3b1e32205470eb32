// The routes of figures: counts and rates, the weekly sheets, the reminder letters.

import { Type } from "typebox";
import {
  FiguresBody,
  FiguresQuery,
  PageBody,
  ReminderList,
  ReminderParams,
  ReminderQuery,
  SheetBody,
  SheetParams,
  SheetQuery,
} from "./figures.ts";
import { docx, type Route, xlsx } from "./route.ts";

export const figureRoutes = {
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
} as const satisfies Record<string, Route>;
