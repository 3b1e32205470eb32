// The plans written as illustrations: what they use of the language, in either spelling.

import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { CalendarDocument } from "../language/calendar-document.ts";
import { formatText } from "../language/format-text.ts";
import type { OrganisationDocument } from "../language/organisation-document.ts";
import { type Plan, visibilities } from "../language/plan.ts";
import { readPlan } from "../language/read-plan.ts";
import { readRegisterDocuments } from "../language/read-register-documents.ts";
import type { RegimeDocument } from "../language/regime-document.ts";
import { targetTypes } from "../language/target.ts";
import { inputKinds } from "../language/target-input.ts";
import { compile } from "./index.ts";

const plans = new URL("../../../../plans/", import.meta.url);
const textsIn = (folder: string) =>
  readdirSync(new URL(folder, plans))
    .filter((name) => name.endsWith(".yaml"))
    .map((file) => ({ file, text: readFileSync(new URL(`${folder}${file}`, plans), "utf8") }));

const documents = readRegisterDocuments([
  ...textsIn("register/"),
  ...textsIn("illustrations/register/"),
]).flatMap(({ document }) => document ?? []);
const found = (id: string, by: string) =>
  documents
    .filter((document) => document.id === id && document.from <= by)
    .sort((a, b) => (a.from < b.from ? 1 : -1))[0];
const register = {
  organisation: found("to-chuc-minh-hoa-2026", "2026-01-20") as OrganisationDocument,
  calendar: found("lich-vn", "2026-01-20") as CalendarDocument,
  regime: found("che-do-nd-09-2019", "2026-01-20") as RegimeDocument,
};
const texts = textsIn("illustrations/");

function planOf(text: string): Plan {
  const { plan, problems, questions } = readPlan(text, register);
  expect([problems, questions]).toEqual([[], []]);
  return plan as Plan;
}

it("are three, marked as such, two of them long", () => {
  const all = texts.map(({ text }) => planOf(text));
  expect(all.map(({ tasks }) => tasks.length > 60)).toEqual([true, true, false]);
  for (const { title, assumption } of all) expect(`${title} ${assumption}`).toContain("minh họa");
});

describe.each(texts)("$file", ({ text }) => {
  it("means the same in English keys, and compiles", () => {
    const plan = planOf(text);
    const english = formatText(text, { keys: "en" }).text ?? "";
    expect(readPlan(english, register).plan).toEqual(plan);
    const { inputs, measures } = compile(plan, register);
    expect(measures.size).toBe(plan.targets.length);
    for (const { input, agencies, periods } of inputs.values()) {
      expect([input.id, periods.length > 0]).toEqual([input.id, true]);
      expect([input.id, agencies.length > 0]).toEqual([input.id, input.from === null && input.task === null]);
    }
  });

  it("has somebody with a duty to report each figure", () => {
    const plan = planOf(text);
    const { inputs, tasks, openings } = compile(plan, register);
    const duties = [...tasks.values()].filter(({ task }) => task.report !== null);
    const owes = (agency: string, id: string, periods: ReadonlySet<string>) =>
      duties.some(({ leads, task }) => {
        const named = task.report?.inputs ?? null;
        const occasions = openings.filter(({ taskId }) => taskId === task.id);
        return (
          leads.includes(agency) &&
          (named === null || named.includes(id)) &&
          occasions.some(({ occurrence }) => periods.has(occurrence))
        );
      });
    const missing = [...inputs.values()].flatMap(({ input, agencies, periods }) => {
      const ids = new Set(periods.map(({ id }) => id));
      return agencies
        .filter((agency) => !owes(agency, input.id, ids))
        .map((agency) => `${input.id} ${agency}`);
    });
    expect(missing).toEqual([]);
  });
});

it("use the language together: every type of target, and most of what a task can say", () => {
  const all = texts.map(({ text }) => planOf(text));
  const tasks = all.flatMap((plan) => plan.tasks);
  const targets = all.flatMap((plan) => plan.targets);
  const inputs = all.flatMap((plan) => plan.inputs);
  expect(new Set(targets.map(({ type }) => type))).toEqual(new Set(targetTypes));
  expect([...inputKinds].filter((kind) => !inputs.some((input) => input.kind === kind))).toEqual([]);
  expect(new Set(tasks.map(({ mode }) => mode)).size).toBe(5);
  expect(new Set(tasks.map(({ due }) => due.form)).size).toBe(6);
  expect(visibilities.filter((one) => tasks.some(({ visibility }) => visibility === one))).toHaveLength(2);
  const uses = {
    consent: tasks.some(({ coordinators }) => coordinators.some(({ duty }) => duty === "consent")),
    after: tasks.some(({ after }) => after.length > 0),
    groups: tasks.some(({ lead }) => lead.groups.length > 0 && lead.except.length > 0),
    secret: tasks.some(({ contentElsewhere }) => contentElsewhere),
    cascade: tasks.some(({ cascade }) => cascade),
    same: tasks.some(({ sameAs }) => sameAs !== null),
    elsewhere: inputs.some(({ from }) => from !== null),
    part: inputs.some(({ partOf }) => partOf !== null),
    ofTask: inputs.some(({ task }) => task !== null),
    linear: targets.some(({ trajectory }) => trajectory?.form === "linear"),
    points: targets.some(({ trajectory }) => trajectory?.form === "points"),
    some: tasks.some(({ report }) => report?.inputs != null),
    all: tasks.some(({ report }) => report !== null && report.inputs === null),
    own: all.some(({ lifecycles }) => Object.values(lifecycles).some(({ version }) => version === null)),
  };
  expect(Object.entries(uses).filter(([, used]) => !used)).toEqual([]);
});
