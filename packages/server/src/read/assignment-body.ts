// One assignment in full: its task and clauses, coordinations, dues, products and the states it has been in.

import {
  type AssignmentView,
  type Engine,
  type Micros,
  monitorsOf,
  type ReadAs,
  type SeenAssignment,
} from "@kehoach/engine";
import type { AssignmentBody, DocumentLinkBody, StatementBody } from "../contract/index.ts";
import { allPages } from "./all-pages.ts";
import { assignmentItem } from "./assignment-item.ts";
import { annotations, taskBody } from "./plan-body.ts";
import { agencyName, type PlanFacts, taskOf } from "./plan-facts.ts";

export async function assignmentBody(
  engine: Engine,
  reads: ReadAs,
  facts: PlanFacts,
  view: SeenAssignment,
  now: Micros,
): Promise<AssignmentBody> {
  const { plan, summary } = facts;
  const task = taskOf(facts, view.taskId);
  if (task === undefined) throw new Error(`Assignment ${view.id} has a task that its plan lacks.`);
  const objective = plan.objectives.find(({ id }) => id === task.objective) ?? null;
  const [around, told] = await Promise.all([
    aroundAssignment(reads, view),
    toldByHistory(engine, facts, view),
  ]);
  const { textsVisible } = view;
  const { context } = view.snapshot;
  return {
    ...assignmentItem(facts, view, now),
    plan: {
      id: summary.plan.id,
      documentId: summary.plan.documentId,
      title: summary.title,
      number: summary.number,
    },
    taskBody: taskBody(facts, task),
    objective:
      objective === null
        ? null
        : {
            id: objective.id,
            title: objective.title,
            parent: objective.parent,
            ...annotations(objective),
          },
    statements: statementsOf(facts, task.source),
    coordinations: around.coordinations.map((each) => assignmentItem(facts, each, now)),
    lead: around.lead === null ? null : assignmentItem(facts, around.lead, now),
    // An agency that follows the plan does not follow its own work.
    monitors: monitorsOf(plan, task.id)
      .filter((agency) => agency !== view.agencyId)
      .map((agency) => ({
        agency: agencyName(facts, agency),
        group: null,
        duty:
          [...task.monitors, ...plan.monitors, ...plan.standingLeads].find((each) => each.agency === agency)
            ?.duty ?? null,
      })),
    dueHistory: view.dueHistory.map((record) => ({ ...record })),
    products: task.products.map(({ id, title, required }) => ({
      id,
      title,
      required,
      document: textsVisible ? (told.products.get(id) ?? null) : null,
    })),
    visited: told.visited,
    percent: context.percent,
    reminders: context.reminders,
    askedDue: context.askedDue ?? null,
    lapsesAt: context.lapsesAt ?? null,
    escalations: context.escalations ?? 0,
    previous: view.previous,
    planVersion: view.planVersion,
    reports: view.role === "lead" && (task.report ?? null) !== null,
    textsVisible,
  };
}

interface Around {
  /** For a coordination: the lead's assignment; null where the reader does not see it. */
  lead: AssignmentView | null;
  /** Those asked by the same lead, the assignment itself left out. */
  coordinations: readonly AssignmentView[];
}

/** The assignments that one of lead or coordinator shares its work with, as far as the reader sees them. */
async function aroundAssignment(reads: ReadAs, view: AssignmentView): Promise<Around> {
  const lead = view.of === null ? null : await reads.assignment(view.planId, view.of);
  const of = view.of ?? view.id;
  const coordinations: AssignmentView[] = [];
  const pages = allPages((after) => reads.assignments({ planId: view.planId, of }, { after, limit: 200 }));
  for await (const each of pages) if (each.id !== view.id) coordinations.push(each);
  return { lead, coordinations };
}

function statementsOf(facts: PlanFacts, source: readonly string[]): StatementBody[] {
  return source.flatMap((id) => {
    const statement = facts.plan.statements.find((each) => each.id === id);
    return statement === undefined ? [] : [{ id, at: statement.at, gist: statement.gist }];
  });
}

/** What only the entries tell: states in order of first visit, and the documents given for products. */
async function toldByHistory(
  engine: Engine,
  facts: PlanFacts,
  view: AssignmentView,
): Promise<{ visited: string[]; products: Map<string, DocumentLinkBody> }> {
  const visited = new Set<string>();
  const initial = facts.plan.lifecycles[view.lifecycle]?.initial;
  if (initial !== undefined) visited.add(initial);
  const products = new Map<string, DocumentLinkBody>();
  let after = 0;
  for (;;) {
    const page = await engine.history(view.planId, { assignmentId: view.id, after, limit: 500 });
    for (const entry of page.items) {
      after = entry.seq;
      const data: unknown = JSON.parse(entry.data);
      const stage = member(member(data, "outcome"), "stage");
      if (typeof stage === "string") visited.add(stage);
      const given = member(member(data, "facts"), "products");
      if (typeof given !== "object" || given === null) continue;
      for (const [id, link] of Object.entries(given)) {
        const document = documentLink(link);
        if (document !== null) products.set(id, document);
      }
    }
    if (page.next === null) break;
  }
  visited.add(view.stage);
  return { visited: [...visited], products };
}

/** Null: the value is none. */
export function documentLink(value: unknown): DocumentLinkBody | null {
  const number = member(value, "number");
  const date = member(value, "date");
  if (typeof number !== "string" || typeof date !== "string") return null;
  const issuer = member(value, "issuer");
  const title = member(value, "title");
  return {
    number,
    date,
    issuer: typeof issuer === "string" ? issuer : null,
    title: typeof title === "string" ? title : null,
  };
}

function member(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
  return Reflect.get(value, name);
}
