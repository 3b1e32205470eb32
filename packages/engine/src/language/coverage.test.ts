// Coverage: what the signed text says and nobody represents, and what stands in the plan out of nowhere.

import { describe, expect, it } from "vitest";
import { annotatedNodes, coverage } from "./coverage.ts";
import { defaultConventions } from "./default-conventions.ts";
import type { Annotated, Plan, Task } from "./plan.ts";

const from = (...source: string[]): Annotated => ({ source, assumption: null, understood: null });
const assumed: Annotated = { source: [], assumption: "filled in", understood: null };
const nowhere: Annotated = { source: [], assumption: null, understood: null };

const task = (more: Partial<Task>): Task => ({
  ...from("s3"),
  id: "meeting",
  title: "Meeting",
  objective: null,
  code: null,
  mode: "one_off",
  lead: { ...assumed, each: false, agencies: ["police"], groups: [], except: [] },
  coordinators: [],
  monitors: [],
  products: [],
  after: [],
  due: { form: "none", text: null },
  windows: [],
  lifecycle: "standard",
  cascade: false,
  contentElsewhere: false,
  visibility: null,
  tags: [],
  sameAs: null,
  report: null,
  ...more,
});

const plan = (more: Partial<Plan>): Plan => ({
  ...from("s1"),
  language: 1,
  visibility: "named",
  kind: "plan",
  id: "sample",
  number: null,
  title: "Sample",
  issuer: "province",
  issued: null,
  signer: null,
  bases: [],
  period: { from: "2017-01-01", to: "2017-12-31" },
  parent: null,
  viceChair: null,
  office: null,
  standingLeads: [],
  monitors: [],
  organisation: "organisation",
  calendar: "calendar",
  regime: null,
  conventions: defaultConventions,
  statements: ["s1", "s2", "s3"].map((id) => ({ id, at: "paragraph 1", gist: null })),
  objectives: [{ ...from("s2"), id: "goal", title: "Goal", parent: null }],
  tasks: [task({})],
  inputs: [],
  targets: [],
  lifecycles: {},
  ...more,
});

describe("coverage", () => {
  it("is empty when every statement is named and every node rests on something", () => {
    expect(coverage(plan({}))).toEqual({ statementsWithoutNode: [], nodesWithoutStatement: [] });
  });

  it("lists statements no node names, in order", () => {
    expect(coverage(plan({ ...assumed, objectives: [] })).statementsWithoutNode).toEqual(["s1", "s2"]);
  });

  it("counts a statement named anywhere", () => {
    const party = { ...from("s2"), agency: "police", duty: null };
    const coordinator = {
      ...from("s2"),
      agency: null,
      group: "districts",
      duty: "inform" as const,
      due: null,
    };
    for (const more of [
      { standingLeads: [party] },
      { monitors: [party] },
      { tasks: [task({ monitors: [party] })] },
      { tasks: [task({ coordinators: [coordinator] })] },
      { tasks: [task({ lead: { ...task({}).lead, ...from("s2") } })] },
      { tasks: [task({ products: [{ ...from("s2"), id: "report", title: "Report", required: true }] })] },
    ] satisfies Partial<Plan>[]) {
      expect(coverage(plan({ objectives: [], ...more })).statementsWithoutNode).toEqual([]);
    }
  });

  it("lists nodes with neither source nor assumption, and inherits nothing", () => {
    const bare = plan({
      ...nowhere,
      objectives: [{ ...nowhere, id: "goal", title: "Goal", parent: null }],
      tasks: [
        task({
          lead: { ...nowhere, each: false, agencies: ["police"], groups: [], except: [] },
          coordinators: [{ ...nowhere, agency: null, group: "districts", duty: "inform", due: null }],
          products: [{ ...nowhere, id: "report", title: "Report", required: true }],
        }),
      ],
    });
    expect(coverage(bare).nodesWithoutStatement).toEqual([
      { path: "", id: "sample" },
      { path: "objectives[0]", id: "goal" },
      { path: "tasks[0].lead", id: null },
      { path: "tasks[0].coordinators[0]", id: "districts" },
      { path: "tasks[0].products[0]", id: "report" },
    ]);
  });

  it("visits an author's own lifecycles, not the built-in ones", () => {
    const lifecycle = {
      ...nowhere,
      id: "own",
      label: { vi: "x", en: "x" },
      initial: "a",
      states: {},
      commands: {},
    };
    const both = plan({
      lifecycles: { own: { ...lifecycle, version: null }, standard: { ...lifecycle, version: 1 } },
    });
    expect([...annotatedNodes(both)].map((node) => node.path)).toEqual([
      "",
      "objectives[0]",
      "tasks[0]",
      "tasks[0].lead",
      "lifecycles.own",
    ]);
  });
});
