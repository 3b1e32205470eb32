// What the address of the page of targets carries: which verdict, whose.

import type { Verdict } from "@kehoach/server/contract";

export interface TargetsSearch {
  verdict?: Verdict;
  /** Owner, or an agency whose figures are missing. */
  agency?: string;
}

const verdicts: readonly Verdict[] = [
  "met",
  "exceeded",
  "not_met_yet",
  "not_met",
  "not_enough_data",
  "not_applicable",
];

export function readTargetsSearch(search: Record<string, unknown>): TargetsSearch {
  const verdict = verdicts.find((each) => each === search.verdict);
  return {
    ...(verdict === undefined ? {} : { verdict }),
    ...(typeof search.agency === "string" && search.agency !== "" ? { agency: search.agency } : {}),
  };
}
