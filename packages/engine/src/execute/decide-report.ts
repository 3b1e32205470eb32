// Issuing a period's report, and an agency's word on its own line of it: the entries, and who may make them.

import { addDays, dateOfInstant, displayDate } from "../calendar/index.ts";
import type { Plan } from "../language/plan.ts";
import type { Micros } from "../ledger/entry.ts";
import { erasableTexts, reasonLength, recordedFacts } from "./brought.ts";
import type { Actor, LargeCommand } from "./command.ts";
import type { Accepted, Refusal } from "./decision.ts";
import { EntryDrafts } from "./entry-draft.ts";
import type { Draw } from "./facts.ts";
import type { ReportPeriod } from "./period-report.ts";
import { refuse } from "./refuse.ts";
import { rolesOnPlan } from "./roles-towards.ts";
import type { PlanRow } from "./rows.ts";
import { personsOf } from "./stand-in.ts";

/** What names a report among others: ids; both null: the province's. */
export interface ReportKey {
  /** The plan it is on. */
  plan: string | null;
  agency: string | null;
  /** The register's regime that makes the period; null: the calendar. */
  regime: string | null;
  period: string;
}

const issueLabel = { vi: "Chốt báo cáo kỳ", en: "Issue the period's report" };
const checkLabel = { vi: "Đối chiếu số liệu", en: "Check the line" };
const issuers = ["issuer", "vice_chair", "office"] as const;
const agencys = ["head", "clerk"] as const;

/** Why the actor may not issue it; null: he may. An agency's own is its head's or clerk's to issue; the plan's and the
 *  province's the issuer's side's. `plan` null: the report is on no single plan. */
export function judgeReport(
  actor: Actor,
  { agency }: Pick<ReportKey, "agency">,
  plan: Plan | null,
): Refusal | null {
  if (agency !== null) return judgeForAgency(actor, agency, issueLabel);
  const holds: readonly string[] =
    plan === null ? personsOf(actor).flatMap(({ roles }) => roles) : rolesOnPlan(actor, plan);
  if (issuers.some((role) => holds.includes(role))) return null;
  return refuse("not_your_role", { command: issueLabel, whoCould: issuers });
}

/** Why the actor may not speak for the agency's line; null: he may. */
export function judgeCheck(actor: Actor, agency: string): Refusal | null {
  return judgeForAgency(actor, agency, checkLabel);
}

function judgeForAgency(actor: Actor, agency: string, command: { vi: string; en: string }): Refusal | null {
  const may = personsOf(actor).some(
    (person) => person.agency === agency && agencys.some((role) => person.roles.includes(role)),
  );
  return may ? null : refuse("not_your_role", { command, whoCould: agencys });
}

/** Null: the period's last day has passed. */
export function notOver({ to }: Pick<ReportPeriod, "to">, now: number): Refusal | null {
  if (dateOfInstant(now) > to) return null;
  return refuse("period_not_over", { detail: displayDate(addDays(to, 1)) });
}

/** What the entry vouches for. */
export interface FrozenFacts extends ReportKey {
  /** A UUID. */
  id: string;
  /** 1 for the first of its scope and period; each one issued again has the next. */
  number: number;
  /** The period's last day. */
  to: string;
  /** As recorded at this instant. */
  at: Micros;
  /** Lower-case hex SHA-256 of the canonical JSON. */
  digest: string;
}

/** `hash`: digest of all that is asked. Whether the actor may was judged before. */
export function decideIssueReport(
  ledger: PlanRow,
  command: LargeCommand,
  report: FrozenFacts,
  hash: string,
  draw: Draw,
): Accepted {
  const entries = new EntryDrafts(command, ledger, draw.now, hash);
  entries.add("report_issued", null, draw.now, {
    outcome: {},
    facts: { report, ...recordedFacts(command) },
  });
  return { accepted: true, entries: entries.drafts, texts: [], erased: [], effects: [] };
}

/** `line`: digest of the line as it is now. Of `command.data` only `answer` and `reason` are read. */
export function decideCheckReport(
  ledger: PlanRow,
  command: LargeCommand,
  { key, agency, line }: { key: ReportKey; agency: string; line: string },
  hash: string,
  draw: Draw,
): Accepted | Refusal {
  const { answer, reason = "" } = command.data ?? {};
  if (answer !== "agree" && answer !== "differ") return refuse("answer_required");
  if (answer === "differ" && reason.trim().length < reasonLength) return refuse("reason_required");
  const entries = new EntryDrafts(command, ledger, draw.now, hash);
  const { texts, digests } = erasableTexts(answer === "differ" ? { reason } : {}, draw);
  entries.add("report_checked", null, draw.now, {
    outcome: {},
    facts: { ...recordedFacts(command), check: { ...key, of: agency, line } },
    texts: digests,
  });
  return { accepted: true, entries: entries.drafts, texts, erased: [], effects: [] };
}
