// What the pages about targets and figures read, as query options.

import { queryOptions } from "@tanstack/react-query";
import { ask } from "./ask.ts";
import { liveKey } from "./queries.ts";

const segment = encodeURIComponent;

export const targetsQuery = (plan: string) =>
  queryOptions({
    queryKey: [...liveKey, "targets", plan],
    queryFn: ({ signal }) => ask<"targets">(`plans/${segment(plan)}/targets`, { signal }),
  });

export const targetQuery = (plan: string, target: string) =>
  queryOptions({
    queryKey: [...liveKey, "target", plan, target],
    queryFn: ({ signal }) => ask<"target">(`plans/${segment(plan)}/targets/${segment(target)}`, { signal }),
  });

/** Only for a duty to report; another assignment has no form. */
export const reportFormQuery = (plan: string, id: string) =>
  queryOptions({
    queryKey: [...liveKey, "report-form", plan, id],
    queryFn: ({ signal }) =>
      ask<"reportForm">(`plans/${segment(plan)}/assignments/${segment(id)}/form`, { signal }),
  });
