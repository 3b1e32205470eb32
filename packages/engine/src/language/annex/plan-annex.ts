// A plan → the rows of its annex table, in the words officials know it by.

import { displayDate } from "../../calendar/index.ts";
import type { AnnexWords } from "../../words/index.ts";
import { spellKey } from "../keywords.ts";
import type { OrganisationDocument } from "../organisation-document.ts";
import type { Coordinator, Lead, Plan, Task } from "../plan.ts";
import { toRoman } from "./numbering.ts";

/** What the table shows of a task, each compared by itself when the table comes back. */
export const annexFields = ["title", "lead", "coordinators", "due", "product"] as const;
export type AnnexField = (typeof annexFields)[number];

export interface PlanAnnexRow {
  kind: "group" | "task";
  /** Id of the objective or the task. */
  id: string;
  number: string;
  texts: Readonly<Record<AnnexField, string>>;
  /** Id of a task's objective; null: none, and for a group. */
  objective: string | null;
}

/** Tasks under their objectives, those without one first. Without the organisation document parties show their ids. */
export function annexRows(
  plan: Plan,
  organisation: OrganisationDocument | null,
  words: AnnexWords,
): PlanAnnexRow[] {
  const names = new Map<string, string>();
  for (const { id, name } of [...(organisation?.groups ?? []), ...(organisation?.agencies ?? [])])
    names.set(id, name);
  const naming = (id: string) => names.get(id) ?? id;
  const byObjective = Map.groupBy(plan.tasks, (task) => task.objective);
  const rows: PlanAnnexRow[] = [];
  let tasks = 0;
  let groups = 0;
  const list = (objective: string | null) => {
    for (const task of byObjective.get(objective) ?? []) {
      tasks += 1;
      rows.push({
        kind: "task",
        id: task.id,
        number: String(tasks),
        objective,
        texts: {
          title: task.title,
          lead: leadText(task.lead, naming, words),
          coordinators: task.coordinators.map((each) => naming(partyOf(each))).join("; "),
          due: dueText(task, words),
          product: productText(task),
        },
      });
    }
  };
  list(null);
  for (const { id, title } of inTree(plan)) {
    if (!byObjective.has(id)) continue;
    groups += 1;
    const texts = { title, lead: "", coordinators: "", due: "", product: "" };
    rows.push({ kind: "group", id, number: toRoman(groups), texts, objective: null });
    list(id);
  }
  return rows;
}

export function partyOf({ agency, group }: Coordinator): string {
  return agency ?? group ?? "";
}

/** Each objective before those that are part of it. */
function inTree(plan: Plan): { id: string; title: string }[] {
  const under = Map.groupBy(plan.objectives, (objective) => objective.parent);
  const ordered: { id: string; title: string }[] = [];
  const visit = (parent: string | null) => {
    for (const objective of under.get(parent) ?? []) {
      ordered.push(objective);
      visit(objective.id);
    }
  };
  visit(null);
  return ordered;
}

function leadText(lead: Lead, naming: (id: string) => string, words: AnnexWords): string {
  const named = [...lead.agencies, ...lead.groups].map(naming).join("; ");
  return lead.except.length === 0
    ? named
    : `${named}${words.table.except(lead.except.map(naming).join("; "))}`;
}

function dueText({ due, mode, windows }: Task, words: AnnexWords): string {
  const plain = spellKey("window_end", "vi");
  if (due.form === "window_end" && (due.text === "" || due.text === plain)) {
    return windows.map(({ from, to }) => words.table.window(displayDate(from), displayDate(to))).join("; ");
  }
  if (due.text !== null) return due.text;
  if (mode === "ongoing") return words.table.ongoing;
  return mode === "event" ? words.table.event : "";
}

function productText({ products }: Task): string {
  const [only, ...more] = products;
  if (only === undefined) return "";
  return more.length === 0 ? only.title : products.map(({ title }) => `- ${title}`).join("\n");
}
