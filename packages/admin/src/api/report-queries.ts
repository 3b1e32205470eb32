// What the pages about reports read, as query options. `search` is the query string of the question.

import { queryOptions } from "@tanstack/react-query";
import { ask } from "./ask.ts";
import { liveKey } from "./queries.ts";

const segment = encodeURIComponent;

export const reportQuery = (search: string) =>
  queryOptions({
    queryKey: [...liveKey, "report", search],
    queryFn: ({ signal }) => ask<"report">(`report?${search}`, { signal }),
  });

export const reportPagesQuery = (search: string) =>
  queryOptions({
    queryKey: [...liveKey, "report-pages", search],
    queryFn: ({ signal }) => ask<"reportPages">(`report/pages?${search}`, { signal }),
  });

export const reportsQuery = (search: string) =>
  queryOptions({
    queryKey: [...liveKey, "reports", search],
    queryFn: ({ signal }) => ask<"reports">(`reports?${search}`, { signal }),
  });

export const issuedReportQuery = (id: string) =>
  queryOptions({
    queryKey: [...liveKey, "issued-report", id],
    queryFn: ({ signal }) => ask<"issuedReport">(`reports/${segment(id)}`, { signal }),
  });

export const issuedReportPagesQuery = (id: string, search: string) =>
  queryOptions({
    queryKey: ["issued-report-pages", id, search],
    queryFn: ({ signal }) => ask<"issuedReportPages">(`reports/${segment(id)}/pages?${search}`, { signal }),
  });
