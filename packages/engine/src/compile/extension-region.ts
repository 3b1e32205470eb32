// The fixed region `extension`, the same for every lifecycle: how a due is asked for, granted, refused and lapses.

import type { LifecycleCommand, LocalText, Requirement, WhoRole } from "../language/plan.ts";

interface ExtensionCommand extends LifecycleCommand {
  /** States of the region, `from` and `to`. */
  from: readonly ExtensionState[];
  to: ExtensionState;
}

const extensionStates = {
  none: { vi: "Chưa gia hạn", en: "Not extended" },
  requested: { vi: "Đang xin gia hạn", en: "Extension asked for" },
  provisional: { vi: "Đồng ý miệng, chờ văn bản", en: "Granted orally, document awaited" },
  granted: { vi: "Đã gia hạn", en: "Extended" },
  refused: { vi: "Không đồng ý gia hạn", en: "Extension refused" },
} as const satisfies Record<string, LocalText>;
export type ExtensionState = keyof typeof extensionStates;
export const extensionLabels: Readonly<Record<ExtensionState, LocalText>> = extensionStates;

function command(
  label: LocalText,
  from: readonly ExtensionState[],
  to: ExtensionState,
  who: readonly WhoRole[],
  require: readonly Requirement[],
): ExtensionCommand {
  return { label, from, to, who, require, stampsCompletion: false, clearsCompletion: false, onDue: false };
}

const settled: readonly ExtensionState[] = ["none", "granted", "refused"];
const leaders: readonly WhoRole[] = ["issuer", "vice_chair"];

/** A due moves only while the work is open. Whoever grants may grant another date than the one asked for; a grant
 *  without a document is provisional and names who gave it. */
export const extensionCommands: Readonly<Record<string, ExtensionCommand>> = {
  request_extension: command(
    { vi: "Xin gia hạn", en: "Ask for an extension" },
    settled,
    "requested",
    ["head", "clerk"],
    ["reason", "due", "extensions_left"],
  ),
  grant_extension: command(
    { vi: "Đồng ý gia hạn", en: "Grant the extension" },
    ["requested"],
    "granted",
    leaders,
    ["document"],
  ),
  grant_orally: command(
    { vi: "Ghi nhận đồng ý miệng", en: "Record an oral consent" },
    ["requested"],
    "provisional",
    [...leaders, "office"],
    ["decided_by"],
  ),
  paper_extension: command(
    { vi: "Bổ sung văn bản gia hạn", en: "Add the extension's document" },
    ["provisional"],
    "granted",
    [...leaders, "office"],
    ["document"],
  ),
  lapse_extension: command(
    { vi: "Hết hiệu lực đồng ý miệng", en: "Let the oral consent lapse" },
    ["provisional"],
    "none",
    ["clock"],
    [],
  ),
  refuse_extension: command(
    { vi: "Không đồng ý gia hạn", en: "Refuse the extension" },
    ["requested"],
    "refused",
    leaders,
    ["reason"],
  ),
  adjust_due: command(
    { vi: "Gia hạn", en: "Extend the due date" },
    ["none", "requested", "provisional", "granted", "refused"],
    "granted",
    leaders,
    ["reason", "document", "due"],
  ),
};
