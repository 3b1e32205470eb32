// Mending what was mistyped: who may mend what, and that it is no way round an extension or the limit for late entries.

import { dateOfInstant, displayDate, startOfDay } from "../calendar/index.ts";
import type { WhoRole } from "../language/plan.ts";
import type { Micros } from "../ledger/entry.ts";
import { isDue } from "./brought.ts";
import type { AssignmentCommand } from "./command.ts";
import type { Refusal } from "./decision.ts";
import { isSameDue, namedDue } from "./due-change.ts";
import { effectiveAt } from "./effective-at.ts";
import type { Facts } from "./facts.ts";
import type { Judged } from "./judge.ts";
import { refuse } from "./refuse.ts";
import type { AssignmentRow } from "./rows.ts";

const issuerSide: readonly WhoRole[] = ["office", "issuer", "vice_chair"];

/** Why the correction cannot be taken; null: it can. The agency mends the day it reported itself, until that is
 *  confirmed and no further back than it may enter late; a due is mended by those who give it. */
export function correctionRefused(
  facts: Facts,
  row: AssignmentRow,
  command: AssignmentCommand,
  judged: Judged,
  now: Micros,
): Refusal | null {
  const { data = {} } = command;
  const due = namedDue(command);
  const { completedAt } = data;
  if (due !== null && !isDue(data)) return refuse("due_required");
  const agencyOnly = !judged.holds.some((role) => issuerSide.includes(role));
  const confirmed = row.role === "lead" && row.category === "done";
  if (agencyOnly && (due !== null || confirmed)) {
    return refuse("not_your_role", { command: judged.command.label, whoCould: ["office", "issuer"] });
  }
  const sameDue = due === null || isSameDue(row, due);
  const sameDay = completedAt === undefined || row.doneAt === null || completedAt === row.doneAt;
  if (sameDue && sameDay) return refuse("changes_nothing");
  if (completedAt === undefined) return null;
  if (completedAt > now) return refuse("in_the_future");
  if (agencyOnly) {
    const at = effectiveAt(facts, { ...command, effectiveAt: completedAt }, now, row.openedAt);
    return typeof at === "number" ? null : at;
  }
  const earliest = startOfDay(dateOfInstant(row.openedAt));
  return completedAt < earliest
    ? refuse("entered_too_late", { detail: displayDate(dateOfInstant(earliest)) })
    : null;
}
