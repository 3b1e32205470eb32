// An issued plan → what `kehoach show` prints, with the due dates its assignments have.

import type { RouteAnswer } from "@kehoach/server/contract";
import { askPlan } from "../instance/ask-plan.ts";
import type { Instance } from "../instance/instance.ts";
import type { Session } from "../session.ts";
import type { ShownDate, ShownPlan } from "./shown-plan.ts";

type Party = RouteAnswer<"plan">["standingLeads"][number];

export async function shownFromInstance(
  session: Session,
  instance: Instance,
  plan: string,
): Promise<ShownPlan> {
  const body = await askPlan(session, instance, "plan", { params: { plan } });
  const { dates, agencies } = await assignmentsByTask(session, instance, body.id);
  return {
    id: body.documentId,
    kind: body.kind,
    number: body.number,
    title: body.title,
    issuer: body.issuer.name,
    issued: body.issued,
    period: body.period,
    standingLeads: body.standingLeads.map(partyName),
    objectives: body.objectives.map(({ id, title, parent }) => ({ id, title, parent })),
    tasks: body.tasks.map((task) => ({
      id: task.id,
      title: task.title,
      objective: task.objective,
      leads: task.leads.map(partyName),
      agencies: agencies.get(task.id)?.size ?? 0,
      coordinators: task.coordinators.map(partyName),
      products: task.products.map(({ title }) => title),
      dueText: task.dueText,
      dates: dates.get(task.id) ?? [],
      assumption: task.assumption,
      understood: task.understood?.reading ?? null,
    })),
    targets: body.targets.map(({ id, title, objective }) => ({ id, title, objective })),
    inputs: null,
    counts: body.counts,
    openQuestions: 0,
  };
}

function partyName({ agency, group }: Party): string {
  return agency?.short ?? group?.name ?? "";
}

interface ByTask {
  /** Agencies of one occurrence share its date; where one was adjusted both dates stand. */
  dates: ReadonlyMap<string, ShownDate[]>;
  agencies: ReadonlyMap<string, ReadonlySet<string>>;
}

async function assignmentsByTask(session: Session, instance: Instance, plan: string): Promise<ByTask> {
  const found = new Map<string, Map<string, ShownDate>>();
  const agencies = new Map<string, Set<string>>();
  for (let after: string | undefined; ; ) {
    const query = { role: "lead" as const, after, limit: "200" };
    const page = await askPlan(session, instance, "assignments", { params: { plan }, query });
    for (const { task, agency, dueOn, occurrence } of page.items) {
      agencies.set(task.id, (agencies.get(task.id) ?? new Set()).add(agency.id));
      if (dueOn === null) continue;
      const dates = found.get(task.id) ?? new Map<string, ShownDate>();
      const shown = occurrence === "once" ? null : occurrence;
      dates.set(`${dueOn} ${occurrence}`, { date: dueOn, hour: null, occurrence: shown, provisional: null });
      found.set(task.id, dates);
    }
    if (page.next === null) break;
    after = page.next;
  }
  return { dates: new Map(Array.from(found, ([task, dates]) => [task, [...dates.values()]])), agencies };
}
