// Whatever is amended and sent in whatever order: replay gives the live rows, and open assignments are those of the plan.

import fc from "fast-check";
import { expect, it } from "vitest";
import { amendingDocument } from "../../../testing/amending.ts";
import { type SampleEngine, sampleEngine } from "../../../testing/sample-engine.ts";
import { people, samplePlan } from "../../../testing/sample-plan.ts";
import { eachDatabase } from "../../../testing/test-databases.ts";
import type { AssignmentView } from "../engine.ts";

const actors = Object.values(people);
const [head = "", tail = ""] = samplePlan.text.split(/tasks:\n[\s\S]*?(?=lifecycles:)/);

/** How a task may stand in a version; 0: not at all. */
const variants: readonly (readonly string[])[] = [
  [
    "lead: police, coordinators: [labour], due: 30/6/2017",
    "lead: police, coordinators: [labour, border], due: 31/7/2017",
    "lead: labour, coordinators: [{ agency: border, due: 15/5/2017 }], due: 30/6/2017",
  ],
  [
    "lead: { each: districts }, due: 28/2/2017",
    "lead: { each: [north] }, due: 15/3/2017",
    "lead: { each: [south, police] }, due: { count: 15, unit: working_days, event: opening }",
  ],
  [
    "mode: recurring, lead: police, due: { every: month, offset: 2, unit: working_days }",
    "mode: recurring, lead: labour, due: { every: quarter, offset: 5, unit: days }",
  ],
  [
    "mode: window, lead: police, windows: [{ id: one, from: 2017-03-01, to: 2017-03-31 }]",
    "mode: window, lead: police, windows: [{ id: one, from: 2017-03-01, to: 2017-04-30 }, { id: two, from: 2017-07-01, to: 2017-07-31 }]",
  ],
  ["lead: labour, lifecycle: consented, due: 30/9/2017", "lead: labour, due: none"],
];

/** One more than its variants may be chosen of each task; the last task waits for the first where both are there. */
function textOf(chosen: readonly number[]): string {
  const tasks = variants.flatMap((choices, index) => {
    const choice = choices[(chosen[index] ?? 0) - 1];
    if (choice === undefined) return [];
    const waits = index === variants.length - 1 && (chosen[0] ?? 0) > 0 ? ", after: task-0" : "";
    return [`  - { id: task-${index}, title: Việc ${index}, ${choice}${waits} }`];
  });
  const always = "  - { id: always, title: Việc luôn có, lead: police, due: 30/11/2017 }";
  return `${head}tasks:\n${[always, ...tasks].join("\n")}\n${tail}`;
}

type Step =
  | { kind: "amend"; chosen: readonly number[] }
  | { kind: "command"; row: number; actor: number; type: number }
  | { kind: "time"; days: number; sweep: boolean };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("amend" as const),
      chosen: fc.tuple(...variants.map(({ length }) => fc.nat({ max: length }))),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("command" as const),
      row: fc.nat(),
      actor: fc.nat(),
      type: fc.nat(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("time" as const),
      days: fc.integer({ min: 1, max: 40 }),
      sweep: fc.boolean(),
    }),
  },
);

eachDatabase("amendments at random", (open) => {
  it("leave the ledger true and nothing open that the plan does not know", { timeout: 240_000 }, async () => {
    const counts = { amended: 0, refused: 0, sent: 0 };
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 14 }), async (steps) => {
        const sample = await sampleEngine(open);
        let day = Date.UTC(2017, 1, 1);
        sample.turnTo("2017-02-01");
        for (const [index, taken] of steps.entries()) {
          if (taken.kind === "time") {
            day += taken.days * 86_400_000;
            sample.turnTo(dateOf(day));
            if (taken.sweep) await sample.engine.sweep();
          } else if (taken.kind === "command") {
            counts.sent += (await send(sample, taken, index)) ? 1 : 0;
          } else {
            const outcome = await sample.engine.amend({
              plan: { text: textOf(taken.chosen) },
              document: { ...amendingDocument, number: `${index}/QĐ-UBND`, date: dateOf(day) },
              actor: people.office,
            });
            if (outcome.amended) counts.amended += 1;
            else counts.refused += 1;
            expect(!outcome.amended && outcome.problems.map(({ code }) => code)).toEqual(
              outcome.amended ? false : [],
            );
            if (outcome.amended) await holds(sample, outcome.version);
          }
          const report = await sample.engine.verify(sample.planId);
          expect(report.fault, `after step ${index}`).toBeNull();
        }
        await sample.engine.close();
      }),
      { seed: 42, numRuns: 6, interruptAfterTimeLimit: 200_000, endOnFailure: true },
    );
    expect(counts.amended).toBeGreaterThan(5);
    expect(counts.sent).toBeGreaterThan(5);
  });
});

function dateOf(day: number): string {
  return new Date(day).toISOString().slice(0, 10);
}

/** Right after an amendment: every open assignment is the new version's, and each duty is in one agency's hands. */
async function holds({ engine, planId }: SampleEngine, version: number): Promise<void> {
  const compiled = await engine.compiled(planId);
  const { items } = await engine.assignments({ planId, open: true }, { limit: 500 });
  const seen = new Set<string>();
  for (const row of items) {
    const task = compiled?.tasks.get(row.taskId);
    expect(task, row.taskId).toBeDefined();
    expect(row.planVersion).toBe(version);
    expect(task?.leads.includes(row.agencyId) || row.role === "coordinator" || row.previous !== null).toBe(
      true,
    );
    const duty = task?.task.lead.each === false && row.role === "lead" ? "" : row.agencyId;
    const place = [row.taskId, row.occurrence, row.role, row.of, duty].join(" ");
    expect(seen.has(place), place).toBe(false);
    seen.add(place);
  }
}

/** Something that is open to somebody; false: nothing was, or it was refused. */
async function send(
  { engine, planId }: SampleEngine,
  taken: Extract<Step, { kind: "command" }>,
  index: number,
): Promise<boolean> {
  const { items } = await engine.assignments({ planId }, { limit: 500 });
  const row: AssignmentView | undefined = items[taken.row % Math.max(1, items.length)];
  if (row === undefined) return false;
  const actor = actors[taken.actor % actors.length] ?? people.issuer;
  const free = (await engine.allowed(planId, row.id, actor)).filter(({ refusal }) => refusal === null);
  const type = free[taken.type % Math.max(1, free.length)]?.type;
  if (type === undefined) return false;
  const outcome = await engine.dispatch({
    target: "assignment",
    planId,
    assignmentId: row.id,
    type,
    actor,
    requestId: `step-${index}`,
    data: {
      reason: "Theo chỉ đạo mới của tỉnh",
      document: amendingDocument,
      products: { paper: amendingDocument },
      due: "2017-10-31",
      answer: "agree",
      agency: "north",
    },
  });
  return outcome.accepted;
}
