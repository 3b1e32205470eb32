// The filters of the list of assignments, as the address holds them.

import type { Bucket } from "@kehoach/server/contract";
import { bucketOrder } from "../status/looks.ts";

export interface ListSearch {
  bucket?: Bucket;
  agency?: string;
  objective?: string;
  task?: string;
  role?: "lead" | "coordinator";
  /** Whether the agency is assigned or only requested. */
  party?: "assigned" | "requested";
  /** Looked for in task titles and agency names. */
  text?: string;
}

/** Keeps what is a filter; whatever else an address carries is dropped. */
export function readListSearch(search: Record<string, unknown>): ListSearch {
  const found: ListSearch = {};
  const bucket = bucketOrder.find((each) => each === search.bucket);
  if (bucket !== undefined) found.bucket = bucket;
  for (const key of ["agency", "objective", "task", "text"] as const) {
    const value = search[key];
    // The address "text=2017" reads as a number.
    if ((typeof value === "string" || typeof value === "number") && value !== "")
      found[key] = String(value).slice(0, 200);
  }
  const { role, party } = search;
  if (role === "lead" || role === "coordinator") found.role = role;
  if (party === "assigned" || party === "requested") found.party = party;
  return found;
}
