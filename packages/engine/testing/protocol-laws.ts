// What must hold of the protocol whatever is sent by whom: each law looks at one accepted decision, or at all rows.

import { isDeepStrictEqual } from "node:util";
import { fixedLifecycleCommands } from "../src/compile/index.ts";
import type { Actor } from "../src/execute/command.ts";
import { newPlanRow } from "../src/execute/decide-issue.ts";
import { foldEntry, type PlanRows } from "../src/execute/fold.ts";
import { allowedTypes } from "../src/execute/judge.ts";
import type { AssignmentRow } from "../src/execute/rows.ts";
import type { WhoRole } from "../src/language/plan.ts";
import type { Entry } from "../src/ledger/entry.ts";
import type { Protocol } from "./protocol-model.ts";

/** The rows as they were before a step. */
export type Before = ReadonlyMap<string, AssignmentRow>;

/** Throws for the first law that a step broke: `entries` are those it made. */
export function holdLaws(protocol: Protocol, before: Before, from: number, people: readonly Actor[]): void {
  const { rows, entries } = protocol;
  for (const row of rows.assignments.values()) {
    const earlier = before.get(row.id);
    if (earlier === row) continue;
    dueKeepsItsHistory(earlier, row);
    timeLiesAhead(protocol, row);
    somebodyCanAct(protocol, row, people);
  }
  for (const entry of entries.slice(from)) clockIsInTime(entry, rows);
}

/** An accepted command is seen in what it was sent to. */
export function holdChange(before: AssignmentRow, after: AssignmentRow | undefined, type: string): void {
  const seen = ({ seq: _seq, touchedAt: _touchedAt, ...rest }: AssignmentRow) => rest;
  if (after === undefined || isDeepStrictEqual(seen(before), seen(after)))
    throw new Error(`${type} was accepted and changed nothing.`);
}

/** Nobody without one of the command's roles gets it through. */
export function holdRole(
  { compiled, rows }: Protocol,
  before: AssignmentRow,
  type: string,
  actor: Actor,
): void {
  const lifecycle = compiled.lifecycles.get(before.lifecycle)?.definition;
  const who = fixedLifecycleCommands[type]?.who ?? lifecycle?.commands[type]?.who ?? [];
  if (!who.some((role) => isHeld(role))) throw new Error(`${actor.id} sent ${type} without a role.`);

  function isHeld(role: WhoRole): boolean {
    const { plan } = compiled;
    const has = (one: (typeof actor.roles)[number]) => actor.roles.includes(one);
    const follows = (parties: readonly { agency: string }[]) =>
      before.agencyId !== actor.agency && parties.some(({ agency }) => agency === actor.agency);
    switch (role) {
      case "head":
      case "clerk":
      case "officer":
        return has(role) && actor.agency === before.agencyId;
      case "lead_head":
        return has("head") && actor.agency === rows.assignments.get(before.of ?? "")?.agencyId;
      case "lead_officer":
        return (
          (has("officer") || has("clerk")) && actor.agency === rows.assignments.get(before.of ?? "")?.agencyId
        );
      case "issuer":
      case "vice_chair":
      case "office":
        return has(role) && actor.agency === plan.issuer;
      case "monitor":
        return follows(plan.monitors);
      case "standing_lead":
        return follows(plan.standingLeads);
      case "clock":
        return false;
    }
  }
}

/** Every due that ever was stays, and none moves without a record of it. */
function dueKeepsItsHistory(earlier: AssignmentRow | undefined, row: AssignmentRow): void {
  const last = row.dueHistory.at(-1);
  if ((last?.date ?? null) !== row.dueOn)
    throw new Error(`The due of ${row.id} is ${row.dueOn}, its history ends with ${last?.date}.`);
  if (earlier === undefined) return;
  if (!isDeepStrictEqual(row.dueHistory.slice(0, earlier.dueHistory.length), earlier.dueHistory))
    throw new Error(`The history of the due of ${row.id} was rewritten.`);
  if (row.dueAt !== earlier.dueAt && row.dueHistory.length === earlier.dueHistory.length)
    throw new Error(`The due of ${row.id} moved without a record.`);
}

/** What is due by now was taken; what is to come is woken for. */
function timeLiesAhead({ now }: Protocol, row: AssignmentRow): void {
  if (row.category === "cancelled" && row.wakeAt !== null)
    throw new Error(`${row.id} is over and waits for ${row.wakeAt}.`);
  if (row.wakeAt !== null && row.wakeAt < row.openedAt)
    throw new Error(`${row.id} wakes before it was opened (${row.wakeAt}, now ${now}).`);
}

/** In an open state there is somebody who can bring the work on; only a suspended or withdrawn plan stops all. */
function somebodyCanAct(protocol: Protocol, row: AssignmentRow, people: readonly Actor[]): void {
  const { rows, factsAbout } = protocol;
  if (row.category === "done" || row.category === "cancelled") return;
  if (rows.plan.state !== "in_force" && rows.plan.state !== "ended") return;
  const facts = factsAbout(row);
  const can = people.some((actor) =>
    allowedTypes(facts, row, actor).some((type) => !Object.hasOwn(fixedLifecycleCommands, type)),
  );
  if (!can) throw new Error(`Nobody can act on ${row.id} in state ${row.stage}: ${JSON.stringify(row)}`);
}

/** The clock's entries count from an instant when the assignment was there, and never from the future. */
function clockIsInTime(entry: Entry, rows: PlanRows): void {
  if (entry.actor !== "clock" || entry.assignmentId === null) return;
  const row = rows.assignments.get(entry.assignmentId);
  if (entry.effectiveAt > entry.recordedAt) throw new Error(`${entry.type} counts from the future.`);
  if (row !== undefined && entry.type !== "assignment_opened" && entry.effectiveAt < row.openedAt)
    throw new Error(`${entry.type} of ${row.id} counts from before it was opened.`);
}

/** At most once for each level of each due. */
export function holdEscalations(entries: readonly Entry[]): void {
  const dues = new Map<string, number>();
  const told = new Set<string>();
  for (const entry of entries) {
    if (entry.assignmentId === null) continue;
    const { outcome = {}, facts = {} } = JSON.parse(entry.data);
    if (outcome.dueHistory !== undefined) dues.set(entry.assignmentId, outcome.dueHistory.length);
    if (entry.type !== "escalate") continue;
    const key = `${entry.assignmentId}, due ${dues.get(entry.assignmentId)}, level ${facts.level}`;
    if (told.has(key)) throw new Error(`Told twice: ${key}`);
    told.add(key);
  }
}

/** The ledger alone gives the rows. */
export function holdReplay({ rows, entries }: Protocol): void {
  const replayed: PlanRows = {
    plan: newPlanRow(rows.plan.id, "protocol", "plan"),
    assignments: new Map(),
    readings: new Map(),
  };
  for (const entry of entries) foldEntry(replayed, entry, JSON.parse(entry.data));
  if (!isDeepStrictEqual(replayed, rows)) throw new Error("Replay gives other rows.");
}
