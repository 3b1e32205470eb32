// A refusal as answers carry it beside something else.

import type { Refusal } from "@kehoach/engine";
import type { RefusalBody } from "../contract/index.ts";

/** Null: nothing is refused. */
export function refusalBody(refusal: Refusal | null): RefusalBody | null {
  if (refusal === null) return null;
  const { code, vi, en, allowed, whoCould } = refusal;
  return { code, vi, en, allowed: [...allowed], whoCould: [...whoCould] };
}
