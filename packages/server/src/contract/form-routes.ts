// The routes of a reporting duty's form as a sheet: out, and what a filled-in one would change.

import { Type } from "typebox";
import { AssignmentParams } from "./basics.ts";
import { RecordQuery } from "./figures.ts";
import { ReadFormBody } from "./form.ts";
import { type Route, xlsx } from "./route.ts";

export const formRoutes = {
  formXlsx: {
    method: "GET",
    path: "/plans/:plan/assignments/:id/form/xlsx",
    summary: { vi: "Biểu số liệu của một kỳ báo cáo, bảng tính", en: "A duty's form as a spreadsheet" },
    params: AssignmentParams,
    query: RecordQuery,
    answer: Type.String(),
    media: xlsx,
  },
  readForm: {
    method: "POST",
    path: "/plans/:plan/assignments/:id/form/read",
    summary: {
      vi: "Đọc biểu đã điền: các điểm khác và các ô sai; không ghi gì",
      en: "Read a filled-in form: what differs and which cells are wrong; stores nothing",
    },
    params: AssignmentParams,
    takes: "application/octet-stream",
    answer: ReadFormBody,
  },
} as const satisfies Record<string, Route>;
