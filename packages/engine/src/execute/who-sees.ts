// The one policy of reading: which plans an actor may read, what of them, and whose evidence and free texts.

import type { CompiledPlan } from "../compile/index.ts";
import { narrower, type Plan, type Task, type Visibility, type WhoRole } from "../language/plan.ts";
import type { Actor, ActorRole } from "./command.ts";
import { rolesOnPlan } from "./roles-towards.ts";
import { actsWithin, personsOf } from "./stand-in.ts";

/** Roles on the issuer's side of a plan; they read it with its evidence and free texts. */
const issuerSide: readonly WhoRole[] = ["issuer", "vice_chair", "office"];
/** Positions that look after the whole instance: they read every plan, but no evidence and no free text. */
const overseers: readonly ActorRole[] = ["auditor", "admin"];

/** The agencies around one assignment, for `mayReadTexts`. */
export interface Circle {
  /** The agency of the lead's assignment. */
  lead: string;
  /** The agencies of its coordinations. */
  coordinators: readonly string[];
  /** Agencies that follow the task or the whole plan, standing leads among them. */
  monitors: readonly string[];
}

/** Every agency a plan names, groups resolved by `membersOf`. Add to it the agencies that hold assignments, since
 *  those may have changed after the plan was written. */
export function agenciesNamed(plan: Plan, membersOf: (group: string) => readonly string[]): Set<string> {
  const named = new Set<string>([plan.issuer]);
  const all = (agencies: Iterable<string>): void => {
    for (const agency of agencies) named.add(agency);
  };
  if (plan.office !== null) named.add(plan.office.agency);
  all(plan.standingLeads.map((party) => party.agency));
  all(plan.monitors.map((party) => party.agency));
  for (const task of plan.tasks) all(partiesOf(task, membersOf));
  for (const { agencies, groups, except } of plan.inputs) {
    all([...agencies, ...groups.flatMap(membersOf)].filter((agency) => !except.includes(agency)));
  }
  for (const { owner } of plan.targets) if (owner !== null) named.add(owner);
  return named;
}

/** The agencies one task names: its leads, its coordinators, the merely informed too, and its monitors. */
export function partiesOf(task: Task, membersOf: (group: string) => readonly string[]): Set<string> {
  const { agencies, groups, except } = task.lead;
  const excepted = new Set(except);
  const parties = new Set(
    [...agencies, ...groups.flatMap(membersOf)].filter((agency) => !excepted.has(agency)),
  );
  for (const coordinator of task.coordinators) {
    if (coordinator.agency !== null) parties.add(coordinator.agency);
    if (coordinator.group !== null) for (const agency of membersOf(coordinator.group)) parties.add(agency);
  }
  for (const party of task.monitors) parties.add(party.agency);
  return parties;
}

/** The agencies that follow a task: the task's and the plan's monitors, and the plan's standing leads. */
export function monitorsOf(plan: Plan, taskId: string): readonly string[] {
  const task = plan.tasks.find((candidate) => candidate.id === taskId);
  const parties = [...plan.monitors, ...plan.standingLeads, ...(task?.monitors ?? [])];
  return [...new Set(parties.map((party) => party.agency))];
}

/** Whether the actor may read a plan and its assignments: anyone whose agency it names, auditors and administrators.
 *  `named` is the answer of `agenciesNamed`. */
export function mayRead(actor: Actor, plan: Plan, named: ReadonlySet<string>): boolean {
  if (isOnIssuerSide(actor, plan) || actor.roles.some((role) => overseers.includes(role))) return true;
  return agenciesOf(actor).some((agency) => named.has(agency));
}

/** The agencies the actor acts for: his own, and that of whomever he stands in for. */
function agenciesOf(actor: Actor): string[] {
  return personsOf(actor).flatMap(({ agency }) => (agency === null ? [] : [agency]));
}

/** Whether the actor may read evidence and free texts about an assignment; with `circle` null, about the plan as a
 *  whole. */
export function mayReadTexts(actor: Actor, plan: Plan, circle: Circle | null): boolean {
  if (isOnIssuerSide(actor, plan)) return true;
  if (circle === null) return false;
  return agenciesOf(actor).some(
    (agency) =>
      agency === circle.lead || circle.coordinators.includes(agency) || circle.monitors.includes(agency),
  );
}

/** The free texts of an entry as an actor reads them who may read those about its assignment: who handles it within an
 *  agency is nobody else's business, not even the issuer's. */
export function readableTexts(
  actor: Actor,
  entry: { agency: string | null; textBodies: Readonly<Record<string, string | null>> },
): Readonly<Record<string, string | null>> {
  const { agency, textBodies } = entry;
  if (!Object.hasOwn(textBodies, "handling") || (agency !== null && actsWithin(actor, agency)))
    return textBodies;
  return { ...textBodies, handling: null };
}

/** Whether the actor may take the plan's ledger away as it stands: with evidence, though never with free texts. An
 *  auditor may, since it is what he checks. */
export function mayReadLedger(actor: Actor, plan: Plan): boolean {
  return isOnIssuerSide(actor, plan) || actor.roles.includes("auditor");
}

/** Who sees a task: as the plan says, or narrower. */
export function visibilityOf(plan: Plan, task: Task): Visibility {
  // A plan stored before there was a choice says nothing.
  const stated = plan.visibility ?? "named";
  return narrower(stated, task.visibility ?? stated);
}

/** Whether an actor who may read the plan sees the task and all its assignments. Where not, he sees what his agency
 *  holds and the coordinations asked for it, and through them the task. `parties` is the answer of `partiesOf`. */
export function maySeeTask(actor: Actor, plan: Plan, task: Task, parties: ReadonlySet<string>): boolean {
  const visibility = visibilityOf(plan, task);
  // An auditor takes the whole ledger away; what stands in it need not be hidden from him here.
  if (visibility === "named" || isOnIssuerSide(actor, plan) || actor.roles.includes("auditor")) return true;
  if (visibility === "issuer") return false;
  const monitors = monitorsOf(plan, task.id);
  return agenciesOf(actor).some((agency) => parties.has(agency) || monitors.includes(agency));
}

/** What an actor sees of a plan he may read. */
export interface Sight {
  /** Ids of the tasks that `maySeeTask` keeps from him: of these he sees only what `agency` holds or had asked for. */
  narrowed: ReadonlySet<string>;
  agency: string | null;
}

/** What the actor sees of a plan; null: he may not read it at all. `holds`: his agency holds an assignment of it,
 *  whether the plan names the agency or not. */
export function sightOf(actor: Actor, compiled: CompiledPlan, holds = false): Sight | null {
  const { plan } = compiled;
  const { named, parties } = agenciesIn(compiled);
  if (!holds && !mayRead(actor, plan, named)) return null;
  const narrowed = new Set<string>();
  for (const [id, ofTask] of parties) {
    const task = compiled.tasks.get(id)?.task ?? compiled.retired.get(id);
    if (task !== undefined && !maySeeTask(actor, plan, task, ofTask)) narrowed.add(id);
  }
  return { narrowed, agency: actor.agency };
}

export interface AgenciesIn {
  /** The answer of `agenciesNamed`. */
  named: ReadonlySet<string>;
  /** The answers of `partiesOf` for the tasks not everyone sees. */
  parties: ReadonlyMap<string, ReadonlySet<string>>;
}

const known = new WeakMap<CompiledPlan, AgenciesIn>();

/** The agencies a plan names, as a whole and in tasks. Kept with the compiled plan: there may be thousands. */
export function agenciesIn(compiled: CompiledPlan): AgenciesIn {
  const kept = known.get(compiled);
  if (kept !== undefined) return kept;
  const { plan, organisation, retired, asOf } = compiled;
  const membersOf = (group: string): string[] =>
    organisation.groupMembers(group, asOf).map((agency) => agency.id);
  // What an amendment took out is shown to nobody who did not see it before.
  const narrow = [...plan.tasks, ...retired.values()].filter((task) => visibilityOf(plan, task) !== "named");
  const found = {
    named: agenciesNamed(plan, membersOf),
    parties: new Map(narrow.map((task) => [task.id, partiesOf(task, membersOf)])),
  };
  known.set(compiled, found);
  return found;
}

/** The plan without the hidden tasks, and without the statements of the signed text that only they rest on. */
export function withoutTasks(plan: Plan, hidden: ReadonlySet<string>): Plan {
  if (hidden.size === 0) return plan;
  const isHidden = ({ id }: Task): boolean => hidden.has(id);
  const shown = {
    ...plan,
    tasks: plan.tasks
      .filter((task) => !isHidden(task))
      .map((task) => ({ ...task, after: task.after.filter((id) => !hidden.has(id)) })),
  };
  const secret = citedBy(plan.tasks.filter(isHidden));
  const open = citedBy({ ...shown, statements: [] });
  return {
    ...shown,
    statements: plan.statements.filter(({ id }) => open.has(id) || !secret.has(id)),
  };
}

/** Every id that a `source` inside the node names. */
function citedBy(node: unknown, cited: Set<string> = new Set()): Set<string> {
  if (typeof node !== "object" || node === null) return cited;
  for (const [key, value] of Object.entries(node)) {
    if (key === "source" && Array.isArray(value)) for (const id of value) cited.add(String(id));
    else citedBy(value, cited);
  }
  return cited;
}

function isOnIssuerSide(actor: Actor, plan: Plan): boolean {
  return rolesOnPlan(actor, plan).some((role) => issuerSide.includes(role));
}
