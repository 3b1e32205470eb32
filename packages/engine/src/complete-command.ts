// A command as a caller writes it → a whole one, or a clear error where it could not be stored at all.

import type { CommandInput } from "./engine.ts";
import { EngineError } from "./engine-error.ts";
import type { Command } from "./execute/command.ts";
import { canonicalJson } from "./ledger/canonical-json.ts";

/** Longest free text, in UTF-16 units; and of everything a command brings, as JSON. */
const textLimit = 20_000;
const dataLimit = 64_000;

/** Fills in what was left out. Throws EngineError `request_invalid` for what no command may be: a missing actor, an
 *  empty or overlong request id, text that PostgreSQL cannot hold, data beyond the limits. */
export function completeCommand(input: CommandInput, newRequestId: () => string): Command {
  const command: Command = {
    ...input,
    requestId: input.requestId ?? newRequestId(),
    source: input.source ?? "api",
  };
  const { requestId, actor, data = {} } = command;
  if (requestId.length < 1 || requestId.length > 200) throw invalid("requestId", "1–200");
  if (typeof actor?.id !== "string" || actor.id === "" || !Array.isArray(actor.roles))
    throw invalid("actor", "id, roles");
  for (const field of ["reason", "note"] as const) {
    if ((data[field]?.length ?? 0) > textLimit) throw invalid(`data.${field}`, `≤ ${textLimit}`);
  }
  let whole: string;
  try {
    whole = canonicalJson(command);
  } catch {
    throw invalid("data", "JSON");
  }
  if (whole.length > dataLimit) throw invalid("data", `≤ ${dataLimit}`);
  // PostgreSQL text holds neither NUL nor half of a surrogate pair.
  if (!whole.isWellFormed() || /\\u0000|\\ud[89a-f][0-9a-f]{2}/i.test(whole))
    throw invalid("data", "Unicode");
  if (command.effectiveAt !== undefined && !Number.isSafeInteger(command.effectiveAt))
    throw invalid("effectiveAt", "µs");
  return command;
}

function invalid(field: string, wanted: string): EngineError {
  return new EngineError("request_invalid", {
    vi: `Yêu cầu không hợp lệ ở “${field}” (cần: ${wanted}).`,
    en: `The request is not valid at “${field}” (wanted: ${wanted}).`,
    details: { field, wanted },
  });
}
