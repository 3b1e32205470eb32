// What compiling makes of inputs and targets, of dues the regime states, and of plans stored before there were inputs.

import { describe, expect, it } from "vitest";
import type { Plan } from "../language/plan.ts";
import { readPlan, readRegisterDocument } from "../language/read-plan.ts";
import type { RegimeDocument } from "../language/regime-document.ts";
import { calendar, organisation } from "../language/testing/sample-reads.ts";
import { sampleRegime } from "../language/testing/sample-texts.ts";
import { compile } from "./compile.ts";
import { dueDate } from "./due-date.ts";

const head = `kehoach: 1
kind: plan
id: p
title: P
issuer: tinh
issued: 2017-01-16
period: 2017
organisation: tinh-2017
calendar: lich-2017
regime: bao-cao
conventions: { roll_forward: false }
`;

function planOf(text: string, regime: RegimeDocument): Plan {
  const { plan, problems } = readPlan(`${head}${text}`, { organisation, calendar, regime });
  expect(problems.map(({ en }) => en)).toEqual([]);
  return plan as Plan;
}

function regimeOf(submission: string): RegimeDocument {
  const text = sampleRegime.replace(/submission: .*/, submission);
  return readRegisterDocument(text).document as RegimeDocument;
}
const byDays = regimeOf("submission: { offset: 2, unit: working_days, hour: '16:00' }");

describe("inputs", () => {
  it("know who reports them for which periods, by the regime or the calendar", () => {
    const plan = planOf(
      `inputs:
  cases: { title: Cases, each: huyen, except: huyen-b, report_every: month, cumulative: true }
  papers: { title: Papers, owner: cong-an, report_every: quarter, cumulative: false }
`,
      byDays,
    );
    const { inputs } = compile(plan, { organisation, calendar, regime: byDays });
    const cases = inputs.get("cases");
    expect(cases?.agencies).toEqual(["huyen-a"]);
    expect(cases?.rule?.startDay).toBe(15);
    expect(cases?.periods).toHaveLength(12);
    expect(cases?.periods[0]).toEqual({ id: "2017-01", from: "2016-12-15", to: "2017-01-14" });
    // The regime has no quarters.
    expect(inputs.get("papers")?.rule).toBeNull();
    expect(inputs.get("papers")?.periods.at(-1)).toEqual({
      id: "2017-Q4",
      from: "2017-10-01",
      to: "2017-12-31",
    });
  });

  it("make measures: units resolved, a milestone's due as a day", () => {
    const plan = planOf(
      `targets:
  - { id: a, title: A, type: per_unit, owner: cong-an, each: [huyen, so-y-te], except: huyen-b, level: 3 }
  - { id: b, title: B, type: milestone, owner: cong-an, product: P, due: quarter II }
  - { id: c, title: C, type: milestone, owner: cong-an, product: P, due: 30 days after issue }
  - { id: d, title: D, type: rank, owner: cong-an, level: 10, field_size: 34 }
`,
      byDays,
    );
    const { measures } = compile(plan, { organisation, calendar, regime: byDays });
    expect(measures.get("a")).toMatchObject({ type: "per_unit", units: ["so-y-te", "huyen-a"] });
    expect(measures.get("b")).toMatchObject({ type: "milestone", due: "2017-06-30" });
    expect(measures.get("c")).toMatchObject({ due: "2017-02-15", formula: { kind: "name", name: "c" } });
    expect(measures.get("d")).toMatchObject({ type: "rank", fieldSize: 34, change: null });
  });
});

describe("a due by the regime", () => {
  const dues = (submission: string, due = "{ every: month, regime: bao-cao }") => {
    const regime = regimeOf(submission);
    const task = `tasks: [{ id: r, title: R, lead: cong-an, report: true, due: ${due} }]\n`;
    const compiled = compile(planOf(task, regime), { organisation, calendar, regime });
    const [task0] = compiled.plan.tasks;
    if (task0 === undefined) throw new Error("no task");
    expect(compiled.tasks.get("r")?.task).toBe(task0);
    return compiled.openings.slice(0, 3).map(({ occurrence, occurrenceEnd }) => {
      const context = { issued: "2017-01-16", opened: "2017-01-16", occurrenceEnd, completed: () => null };
      const due = dueDate(task0.due, context, compiled.calendar, compiled.plan.conventions.rollForward);
      return [occurrence, due?.date, due?.hour, due?.kind];
    });
  };

  it("falls so many days after the cut-off", () => {
    expect(dues("submission: { offset: 2, unit: working_days, hour: '16:00' }")).toEqual([
      ["2017-02", "2017-02-16", "16:00", "computed"],
      ["2017-03", "2017-03-16", "16:00", "computed"],
      ["2017-04", "2017-04-18", "16:00", "computed"],
    ]);
  });

  it("falls on a stated day of the month, at the stated hour, and is never moved", () => {
    expect(
      dues("submission: { day: 25, hour: '10:00' }").map(([, date, hour, kind]) => [date, hour, kind]),
    ).toEqual([
      ["2017-02-25", "10:00", "given"],
      ["2017-03-25", "10:00", "given"],
      ["2017-04-25", "10:00", "given"],
    ]);
    expect(dues("submission: { day: 31, months_after: 1 }").map(([, date]) => date)).toEqual([
      "2017-03-31",
      "2017-04-30",
      "2017-05-31",
    ]);
  });

  it("is what the plan says where it says so", () => {
    expect(dues("submission: { day: 25 }", "{ every: month, regime: bao-cao, offset: 5 }")[0]).toEqual([
      "2017-02",
      "2017-02-19",
      null,
      "computed",
    ]);
  });

  it("is the cut-off where the regime says nothing", () => {
    expect(dues("submission: { offset: 0 }")[0]?.[1]).toBe("2017-02-14");
  });
});

it("compiles plans stored before targets shared their inputs", () => {
  const now = planOf(
    `targets:
  - { id: a, title: A, type: count, owner: cong-an, level: 3 }
  - { id: b, title: B, type: count, owner: so-y-te, level: 3 }
  - { id: c, title: C, type: ratio, owner: cong-an, inputs: { x: X, y: Y }, numerator: x, denominator: y, level: 3 }
  - { id: d, title: D, type: milestone, owner: cong-an, product: P, due: quarter II }
`,
    byDays,
  );
  const old = (id: string, title: string) => ({ id, title, owner: null, unit: null, system: null });
  const bare = { text: "value", names: ["value"], ast: { kind: "name", name: "value", start: 0, end: 5 } };
  const { inputs: _, ...rest } = now;
  const targets = now.targets.map(({ trajectory, ...target }) => {
    if (target.id === "c") return { ...target, inputs: [old("x", "X"), old("y", "Y")], cumulative: true };
    if (target.id === "d") return { ...target, inputs: [], formula: undefined };
    return { ...target, inputs: [old("value", target.title)], formula: bare };
  });
  const stored = { ...rest, targets } as unknown as Plan;
  const { plan, inputs, measures } = compile(stored, { organisation, calendar, regime: byDays });
  expect([...inputs.keys()]).toEqual(["value", "n_b_value", "x", "y", "n_d"]);
  expect(inputs.get("n_b_value")?.agencies).toEqual(["so-y-te"]);
  expect(inputs.get("x")?.input).toMatchObject({ cumulative: true, every: "year" });
  expect(measures.get("b")).toMatchObject({ formula: { kind: "name", name: "n_b_value" } });
  expect(measures.get("d")).toMatchObject({ formula: { name: "n_d" }, due: "2017-06-30" });
  expect(plan.targets.map((target) => target.inputs)).toEqual([
    ["value"],
    ["n_b_value"],
    ["x", "y"],
    ["n_d"],
  ]);
});
