// Whatever anyone sends in whatever order: somebody can always go on, dues keep their history, roles hold.

import fc from "fast-check";
import { expect, it } from "vitest";
import { departments } from "../../testing/generated-plan.ts";
import { holdChange, holdEscalations, holdLaws, holdReplay, holdRole } from "../../testing/protocol-laws.ts";
import { type Protocol, protocol } from "../../testing/protocol-model.ts";
import { fixedLifecycleCommands } from "../compile/index.ts";
import type { Actor, ActorRole, CommandData } from "./command.ts";
import { allowedTypes } from "./judge.ts";
import type { AssignmentRow } from "./rows.ts";

const person = (agency: string, role: ActorRole): Actor => ({
  id: `${agency}-${role}`,
  name: `${role} of ${agency}`,
  agency,
  roles: [role],
});
const people: readonly Actor[] = [
  ...(["issuer", "vice_chair", "office", "auditor"] as const).map((role) => person("committee", role)),
  ...departments.flatMap((agency) =>
    (["head", "clerk", "officer"] as const).map((role) => person(agency, role)),
  ),
  person("dept-1", "office"),
];

const day = 86_400_000_000;
const document = { number: "7/QĐ-UBND", date: "2017-02-01", issuer: null, title: null };

interface Step {
  /** Days that pass first. */
  days: number;
  /** Of the rows, of the people, of what is open to them: chosen by number. */
  row: number;
  person: number;
  type: number;
  /** Anything from anyone, rather than what is open. */
  wild: boolean;
  whole: boolean;
  due: number;
  happened: number;
  agency: number;
  view: "agree" | "differ";
  plan: "suspend" | "resume" | "open_occurrence" | null;
}

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    days: fc.constantFrom(0, 0, 0, 1, 3, 10, 40),
    row: fc.nat({ max: 2 }),
    person: fc.nat(),
    type: fc.nat(),
    wild: fc.constantFrom(false, false, false, false, false, true),
    whole: fc.constantFrom(true, true, true, false),
    due: fc.integer({ min: -20, max: 90 }),
    happened: fc.constantFrom(0, 0, 0, 0, 1, 5),
    agency: fc.nat({ max: departments.length - 1 }),
    view: fc.constantFrom("agree", "differ"),
    plan: fc.constantFrom(
      null,
      null,
      null,
      null,
      null,
      null,
      "suspend",
      "resume",
      "resume",
      "open_occurrence",
    ),
  }),
  { minLength: 10, maxLength: 60, size: "max" },
);

function dataOf(model: Protocol, row: AssignmentRow, step: Step): CommandData {
  if (!step.whole) return {};
  const products = model.compiled.tasks.get(row.taskId)?.task.products ?? [];
  return {
    reason: "Cần làm rõ thêm số liệu",
    document,
    products: Object.fromEntries(products.map(({ id }) => [id, document])),
    answer: step.view,
    due: new Date((model.now + step.due * day) / 1000).toISOString().slice(0, 10),
    officer: "Nguyễn Văn Hải",
    agency: departments[step.agency] ?? "dept-1",
    ...(row.doneAt === null || step.happened === 0 ? {} : { completedAt: row.doneAt - step.happened * day }),
  };
}

const taken = new Map<string, number>();

function take(model: Protocol, step: Step): void {
  const rows = [...model.rows.assignments.values()];
  const row = rows[step.row % rows.length];
  if (row === undefined) return;
  const { lifecycle } = row;
  const all = [
    ...Object.keys(model.compiled.lifecycles.get(lifecycle)?.definition.commands ?? {}),
    ...Object.keys(fixedLifecycleCommands),
  ];
  const open = people.flatMap((actor) =>
    allowedTypes(model.factsAbout(row), row, actor).map((type) => ({ actor, type })),
  );
  const wild = { actor: people[step.person % people.length], type: all[step.type % all.length] };
  // What ends a life takes its turn less often.
  const types = [...new Set(open.map(({ type }) => type))].filter(
    (type) =>
      step.person % 6 === 0 || !["withdraw", "drop", "reassign", "waive", "adjust_due"].includes(type),
  );
  const chosen = open.filter(({ type }) => type === types[step.type % Math.max(1, types.length)]);
  const { actor, type } = step.wild ? wild : (chosen[step.person % Math.max(1, chosen.length)] ?? wild);
  if (actor === undefined || type === undefined) return;
  const outcome = model.send(row, type, actor, {
    data: dataOf(model, row, step),
    ...(step.happened === 0 ? {} : { effectiveAt: model.now - step.happened * day }),
    onBehalfOf: { name: "Trần Thị Bình", position: "Phó Chủ tịch", capacity: null },
  });
  if (!outcome.accepted) return;
  taken.set(type, (taken.get(type) ?? 0) + 1);
  holdRole(model, row, type, actor);
  holdChange(row, model.rows.assignments.get(row.id), type);
}

it("keeps its laws after every step of random sequences", { timeout: 120_000 }, () => {
  const property = fc.property(
    fc.nat({ max: 1_000_000 }),
    fc.integer({ min: 1, max: 5 }),
    steps,
    (seed, tasks, all) => {
      const model = protocol(seed, tasks);
      for (const step of all) {
        const before = new Map(model.rows.assignments);
        const from = model.entries.length;
        model.passTo(model.now + step.days * day);
        if (step.plan !== null) {
          const event = [...model.compiled.tasks.values()].find(({ task }) => task.mode === "event");
          model.sendToPlan(step.plan, {
            reason: "Theo chỉ đạo mới của tỉnh",
            document,
            task: event?.task.id ?? "none",
            occurrence: `case-${step.agency}`,
          });
        } else take(model, step);
        holdLaws(model, before, from, people);
      }
      const from = model.entries.length;
      model.passTo(model.now + 400 * day);
      holdLaws(model, new Map(), from, people);
      holdEscalations(model.entries);
      holdReplay(model);
    },
  );
  fc.assert(property, { seed: 2017, numRuns: 150, interruptAfterTimeLimit: 60_000, endOnFailure: true });
  // A law that nothing ever tried proves nothing: every command people send was accepted at least once.
  const never = [
    "accept",
    "decline",
    "insist",
    "reassign",
    "submit",
    "confirm",
    "rework",
    "recall",
    "suspend",
  ];
  const more = [
    "resume",
    "reopen",
    "close",
    "remind",
    "direct",
    "report_obstacle",
    "assign_within",
    "progress",
  ];
  const due = ["request_extension", "grant_extension", "grant_orally", "paper_extension", "refuse_extension"];
  const others = ["adjust_due", "correct", "answer", "settle", "waive", "withdraw"];
  expect([...never, ...more, ...due, ...others].filter((type) => !taken.has(type))).toEqual([]);
});
