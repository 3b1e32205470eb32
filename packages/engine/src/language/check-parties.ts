// Checks that every agency and group a plan names exists, on the day the plan is issued or amended.

import type { Organisation } from "../organisation/index.ts";
import { checkKnown } from "./check-ids.ts";
import { shown } from "./date-text.ts";
import { spellKey } from "./keywords.ts";
import type { Agency } from "./organisation-document.ts";
import type { Path } from "./path.ts";
import type { DateText, PartyReference, Plan, Task } from "./plan.ts";
import type { Report } from "./report.ts";
import type { Target } from "./target.ts";
import type { TargetInput } from "./target-input.ts";

export interface PartyCheck {
  plan: Plan;
  paths: ReadonlyMap<object, Path>;
  report: Report;
  organisation: Organisation<Agency>;
  agencies: ReadonlyMap<string, Agency>;
  groups: ReadonlyMap<string, unknown>;
  /** The day as of which groups are resolved. Null: existence is not checked. */
  date: DateText | null;
  /** What existed on the plan's own day may still be named after it is gone; null with `date`. */
  issued: DateText | null;
}

export function checkParties(check: PartyCheck): void {
  const { plan } = check;
  agency(check, plan.issuer, ["issuer"]);
  if (plan.office !== null) agency(check, plan.office.agency, ["office", "agency"]);
  references(check, plan.standingLeads);
  references(check, plan.monitors);
  for (const task of plan.tasks) checkTask(check, task);
  for (const target of plan.targets) checkTarget(check, target);
  const targets = targetsByPlace(check);
  for (const input of plan.inputs) {
    const path = check.paths.get(input);
    checkInput(check, input, path?.[0] === "targets" ? targets.get(path[1]) : undefined);
  }
}

function checkTask(check: PartyCheck, task: Task): void {
  checkLead(check, task);
  references(check, task.monitors);
  for (const coordinator of task.coordinators) {
    const path = check.paths.get(coordinator) ?? [];
    if (coordinator.agency !== null) agency(check, coordinator.agency, path, "group");
    if (coordinator.group !== null) group(check, coordinator.group, [...path, "group"]);
  }
}

function checkLead(check: PartyCheck, task: Task): void {
  const { lead } = task;
  const path = check.paths.get(lead);
  if (path === undefined) return;
  if (!lead.each) {
    const [only] = lead.agencies;
    if (only !== undefined) agency(check, only, path, "each");
    return;
  }
  const { date, organisation } = check;
  let known = true;
  for (const id of lead.agencies) {
    if (!party(check, id, [...path, "each", id])) known = false;
  }
  for (const id of lead.groups) if (!group(check, id, [...path, "each", "group", id])) known = false;
  for (const id of lead.except) {
    if (!agency(check, id, [...path, "except", id])) known = false;
  }
  if (!known || date === null) return;
  const left = new Set([
    ...lead.agencies,
    ...lead.groups.flatMap((id) => organisation.groupMembers(id, date).map((member) => member.id)),
  ]);
  for (const id of lead.except) left.delete(id);
  const empty = lead.groups.some((id) => organisation.groupMembers(id, date).length === 0);
  if (left.size === 0 && !empty) check.report.problem("lead_nobody", { path }, {});
}

/** What an input has from its target is checked there. */
function checkInput(check: PartyCheck, input: TargetInput, target: Target | undefined): void {
  const path = check.paths.get(input) ?? [];
  const known = new Set(target === undefined ? [] : partiesOf(target));
  const isNew = (id: string) => !known.has(id);
  const [only] = input.agencies;
  const one = input.agencies.length === 1 && input.groups.length === 0;
  if (one && only !== undefined && isNew(only)) agency(check, only, [...path, "owner", "each", only]);
  else for (const id of input.agencies.filter(isNew)) party(check, id, [...path, "each", id]);
  for (const id of input.groups.filter(isNew)) group(check, id, [...path, "each", id]);
  for (const id of input.except.filter(isNew)) agency(check, id, [...path, "except", id]);
}

function partiesOf(target: Target): string[] {
  const own = target.owner === null ? [] : [target.owner];
  if (target.type === "per_unit") return [...own, ...target.agencies, ...target.groups, ...target.except];
  return target.type === "qualitative" && target.assessor !== null ? [...own, target.assessor] : own;
}

/** Targets by their place in the text, which begins the paths of all that is written in them. */
function targetsByPlace({ plan, paths }: PartyCheck): Map<Path[number] | undefined, Target> {
  return new Map(plan.targets.map((target) => [paths.get(target)?.[1], target]));
}

function checkTarget(check: PartyCheck, target: Target): void {
  const path = check.paths.get(target) ?? [];
  if (target.owner !== null) agency(check, target.owner, [...path, "owner"]);
  if (target.type === "qualitative" && target.assessor !== null) {
    agency(check, target.assessor, [...path, "assessor"]);
  }
  if (target.type !== "per_unit") return;
  for (const id of target.agencies) party(check, id, [...path, "each", id]);
  for (const id of target.groups) group(check, id, [...path, "each", id]);
  for (const id of target.except) agency(check, id, [...path, "except", id]);
  const { date, organisation } = check;
  if (date === null) return;
  const units = new Set([
    ...target.agencies,
    ...target.groups.flatMap((id) => organisation.groupMembers(id, date).map((member) => member.id)),
  ]);
  for (const id of target.except) units.delete(id);
  const empty = target.groups.some((id) => organisation.groupMembers(id, date).length === 0);
  if (units.size === 0 && !empty) check.report.problem("units_nobody", { path: [...path, "each"] }, {});
}

function references(check: PartyCheck, list: readonly PartyReference[]): void {
  for (const reference of list) agency(check, reference.agency, check.paths.get(reference) ?? []);
}

/** A place that is a map means its `agency`. `instead`: the key under which a group would be right. */
function agency(check: PartyCheck, id: string, path: Path, instead: "each" | "group" | null = null): boolean {
  const { report, agencies, groups } = check;
  if (id === "") return true;
  const place = [...path, "agency"];
  if (groups.has(id) && !agencies.has(id)) {
    const mend = instead === null ? null : `{ ${spellKey(instead, report.keys)}: ${id} }`;
    report.problem("agency_is_group", { path: mend === null ? place : path }, { id }, mend);
    return false;
  }
  return checkKnown(id, agencies, "agency_unknown", place, report) && exists(check, id, place);
}

/** An id in a list of agencies and groups. */
function party(check: PartyCheck, id: string, path: Path): boolean {
  const { agencies, groups, report } = check;
  if (agencies.has(id)) return exists(check, id, path);
  const guess = report.guess(id, [...agencies.keys(), ...groups.keys()]);
  report.problem("party_unknown", { path }, { id, guess }, guess);
  return false;
}

function group(check: PartyCheck, id: string, path: Path): boolean {
  const { groups, report, organisation, date } = check;
  if (!checkKnown(id, groups, "group_unknown", path, report)) return false;
  if (date !== null && organisation.groupMembers(id, date).length === 0) {
    report.problem("group_empty", { path }, { id, date: shown(date) });
    return false;
  }
  return true;
}

function exists(check: PartyCheck, id: string, path: Path): boolean {
  const { date, issued, organisation, agencies, report } = check;
  const found = agencies.get(id);
  if (date === null || found === undefined || organisation.exists(id, date)) return true;
  if (issued !== null && organisation.exists(id, issued)) return true;
  const to = found.to === null ? null : shown(found.to);
  report.problem("agency_not_existing", { path }, { id, date: shown(date), from: shown(found.from), to });
  return false;
}
