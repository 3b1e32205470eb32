// The filters of a plan's history, as the address holds them.

import type { RouteQuery } from "@kehoach/server/contract";

export interface PlanHistorySearch {
  kind?: NonNullable<RouteQuery<"planHistory">["kind"]>;
  /** Id of an agency. */
  agency?: string;
}

/** In the order in which they are offered. */
export const historyKinds = ["version", "plan", "assignments", "clock"] as const;

/** Keeps what is a filter; whatever else an address carries is dropped. */
export function readPlanHistorySearch(search: Record<string, unknown>): PlanHistorySearch {
  const kind = historyKinds.find((each) => each === search.kind);
  const { agency } = search;
  return {
    ...(kind === undefined ? {} : { kind }),
    ...(typeof agency === "string" && agency !== "" ? { agency: agency.slice(0, 100) } : {}),
  };
}
