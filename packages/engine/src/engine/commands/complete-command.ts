// A command as a caller writes it → a whole one, or a clear error where it could not be stored at all.

import { EngineError } from "../../engine-error.ts";
import type { Command } from "../../execute/command.ts";
import { canonicalJson } from "../../ledger/canonical-json.ts";
import type { Fault } from "../../shape-check.ts";
import type { CommandInput } from "../engine.ts";
import { commandFault } from "./command-shape.ts";

/** Longest of everything a command brings, as JSON in UTF-16 units. */
const longestCommand = 64_000;

/** Fills in what was left out. Throws EngineError `request_invalid`, naming the field, for what no command may be:
 *  a field of another shape than its type says, an unknown one, text that PostgreSQL cannot hold, too much of it. */
export function completeCommand(input: CommandInput, newRequestId: () => string): Command {
  // A caller without types may send anything at all.
  const given: Partial<CommandInput> | null | undefined = input;
  const command: Command = {
    ...input,
    requestId: given?.requestId ?? newRequestId(),
    source: given?.source ?? "api",
  };
  throwIf(commandFault(command));
  let whole: string;
  try {
    whole = canonicalJson(command);
  } catch {
    throw invalidRequest({ field: "data", wanted: "JSON" });
  }
  if (whole.length > longestCommand)
    throw invalidRequest({ field: "data", wanted: `≤ ${longestCommand} in all` });
  if (!isStorable(whole)) throw invalidRequest({ field: "data", wanted: "Unicode" });
  return command;
}

/** Whether PostgreSQL can hold the JSON text: it takes neither NUL nor half of a surrogate pair. */
export function isStorable(json: string): boolean {
  return json.isWellFormed() && !/\\u0000|\\ud[89a-f][0-9a-f]{2}/i.test(json);
}

export function throwIf(fault: Fault | null): void {
  if (fault !== null) throw invalidRequest(fault);
}

/** EngineError `request_invalid` with the field and what was wanted there. */
export function invalidRequest(fault: Fault): EngineError {
  const { field, wanted } = fault;
  return new EngineError("request_invalid", {
    vi: `Yêu cầu không hợp lệ ở “${field}” (cần: ${wanted}).`,
    en: `The request is not valid at “${field}” (wanted: ${wanted}).`,
    details: { field, wanted },
  });
}
