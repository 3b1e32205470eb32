// The routes about a plan's text: issuing it, its versions, and erasing what was written.

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
import { CommandAnswer } from "./assignment.ts";
import { PlanParams } from "./basics.ts";
import type { Route } from "./route.ts";

export const amendmentRoutes = {
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
} as const satisfies Record<string, Route>;
