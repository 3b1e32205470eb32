// Plan and summary → what pages show of a plan.

import { type Due, noCounts, type Plan, type PlanSummary, type Task } from "@kehoach/engine";
import type { Target } from "@kehoach/engine/language";
import type { AgencyCounts, Counts, PlanBody, PlanItem, TargetBody, TaskBody } from "../contract/index.ts";
import { agencyName, type PlanFacts, type PlanGround, party } from "./plan-facts.ts";
import { namedRates } from "./rates.ts";
import { sumOf, type Tally } from "./tally.ts";

export function planItem(summary: PlanSummary): PlanItem {
  const requested = { ...summary.requested };
  const counts = sumOf(summary.counts, requested);
  const { id, documentId, state, version, seq } = summary.plan;
  return {
    id,
    documentId,
    title: summary.title,
    number: summary.number,
    state,
    version,
    seq,
    counts,
    coordinations: { ...summary.coordinations },
    requested,
    rates: namedRates(summary.rates),
  };
}

export function planBody(facts: PlanFacts, tally: Tally): PlanBody {
  const { plan } = facts;
  return {
    ...planItem(facts.summary),
    kind: plan.kind,
    issuer: agencyName(facts, plan.issuer),
    issued: plan.issued,
    signer: plan.signer,
    bases: [...plan.bases],
    period: plan.period,
    ...annotations(plan),
    parent: plan.parent,
    viceChair: plan.viceChair,
    office:
      plan.office === null
        ? null
        : {
            agency: agencyName(facts, plan.office.agency),
            unit: plan.office.unit,
            officer: plan.office.officer,
          },
    standingLeads: plan.standingLeads.map((each) => party(facts, each)),
    monitors: plan.monitors.map((each) => party(facts, each)),
    objectives: plan.objectives.map(({ id, title, parent, ...annotated }) => ({
      id,
      title,
      parent,
      ...annotations(annotated),
    })),
    tasks: plan.tasks.map((task) => ({
      ...taskBody(facts, task),
      counts: tally.byTask.get(task.id) ?? noCounts(),
    })),
    targets: plan.targets.map((target) => targetBody(facts, target)),
    statements: plan.statements.map(({ id, at, gist }) => ({ id, at, gist })),
    agencies: agencyCounts(facts, tally),
    lifecycles: Object.values(plan.lifecycles).map(({ id, label }) => ({ id, label })),
  };
}

export function targetBody(ground: PlanGround, target: Target): TargetBody {
  return {
    id: target.id,
    type: target.type,
    title: target.title,
    objective: target.objective,
    owner: target.owner === null ? null : agencyName(ground, target.owner),
    unit: target.unit,
    ...annotations(target),
  };
}

export function taskBody(facts: PlanFacts, task: Task): Omit<TaskBody, "counts"> {
  return {
    id: task.id,
    title: task.title,
    objective: task.objective,
    code: task.code,
    mode: task.mode,
    leads: [
      ...task.lead.agencies.map((agency) => party(facts, { agency, duty: null })),
      ...task.lead.groups.map((group) => party(facts, { agency: null, group, duty: null })),
    ],
    coordinators: task.coordinators.map(({ agency, group, duty }) => ({
      ...party(facts, { agency, group, duty: null }),
      duty,
    })),
    monitors: task.monitors.map((each) => party(facts, each)),
    products: task.products.map(({ id, title, required }) => ({ id, title, required })),
    after: [...task.after],
    dueText: dueText(task.due),
    lifecycle: task.lifecycle,
    cascade: task.cascade,
    contentElsewhere: task.contentElsewhere,
    // Plans stored before duties could be linked lack it.
    sameAs: task.sameAs ?? null,
    ...annotations(task),
  };
}

export function annotations({
  source,
  assumption,
  understood,
}: Pick<Plan, "source" | "assumption" | "understood">) {
  return { source: [...source], assumption, understood };
}

function dueText(due: Due): string | null {
  if (due.form === "session") return due.session;
  return due.text === "" ? null : due.text;
}

function agencyCounts(facts: PlanFacts, tally: Tally): AgencyCounts[] {
  const rows = [...tally.byAgency].map(([id, { counts, coordinations }]) => ({
    agency: agencyName(facts, id),
    requested: facts.organisation.standing(id) === "requested",
    counts,
    coordinations,
  }));
  const weight = (row: AgencyCounts): number => row.counts.overdue * 1_000_000 + total(row.counts);
  return rows.sort((a, b) => weight(b) - weight(a) || (a.agency.id < b.agency.id ? -1 : 1));
}

function total(counts: Counts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
