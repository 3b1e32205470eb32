// Fills a demo: issues its plan and lets agencies do their first days' work through real commands.

import { type CommandData, type Engine, EngineError, type Micros, type SourceText } from "@kehoach/engine";
import { startOfDay } from "@kehoach/engine/calendar";
import { DemoIdentities } from "../identity/demo-identities.ts";
import { allPages } from "../read/all-pages.ts";
import { PlanReader } from "../read/plan-facts.ts";
import { type DemoCommand, type DemoTarget, firstDays } from "./first-days.ts";
import type { VirtualClock } from "./virtual-clock.ts";

export interface Seeding {
  engine: Engine;
  clock: VirtualClock;
  plan: SourceText;
  register: readonly SourceText[];
  onProgress?: (step: { vi: string; en: string }) => void;
}

/** Issues the plan on the date it bears and moves the clock through the days of `firstDays`. May be run again after it
 *  was cut off: each command's request id is its own, so what was stored is not stored twice. Throws EngineError
 *  `request_invalid` when the plan cannot be issued. */
export async function seedDemo({ engine, clock, plan, register, onProgress }: Seeding): Promise<void> {
  const checked = await engine.check(plan, register);
  const issued = checked.plan?.issued ?? null;
  if (checked.plan === null || issued === null) {
    const [problem] = checked.problems;
    throw refused(problem ?? { vi: "văn bản chưa có ngày ban hành", en: "the text bears no date" });
  }
  onProgress?.({ vi: `Ban hành ${checked.plan.title}`, en: `Issuing ${checked.plan.title}` });
  moveForward(clock, startOfDay(issued) + 8 * 3_600_000_000);
  const { issuer } = checked.plan;
  const outcome = await engine.issue({
    plan,
    register,
    actor: { id: `vice_chair@${issuer}`, name: issuer, agency: issuer, roles: ["vice_chair"] },
    requestId: `demo:issue:${checked.plan.id}`,
    source: "demo",
  });
  const before = outcome.issued ? null : await engine.plan(checked.plan.id);
  if (!outcome.issued && before === null) {
    throw refused(
      outcome.refusal ?? outcome.problems[0] ?? { vi: "không rõ lý do", en: "for no known reason" },
    );
  }
  const planId = outcome.issued ? outcome.planId : before?.summary.plan.id;
  if (planId === undefined) return;

  const plans = new PlanReader(engine);
  const identities = new DemoIdentities(engine, plans);
  const facts = await plans.ground(planId);
  if (facts === null) return;
  const targets: DemoTarget[] = [];
  const order = new Map(facts.plan.tasks.map((task, index) => [task.id, { index, task }]));
  for await (const view of allPages((after) => engine.assignments({ planId }, { after, limit: 200 }))) {
    const place = order.get(view.taskId);
    if (place !== undefined) targets.push({ view, task: place.task, taskIndex: place.index });
  }
  targets.sort(
    (a, b) =>
      a.taskIndex - b.taskIndex ||
      compare(a.view.agencyId, b.view.agencyId) ||
      compare(a.view.occurrence, b.view.occurrence),
  );

  onProgress?.({ vi: "Các cơ quan tiếp nhận nhiệm vụ", en: "Agencies take up their assignments" });
  const office = facts.plan.office?.agency ?? facts.plan.issuer;
  for (const { at, commands } of firstDays(targets, facts.plan)) {
    moveForward(clock, at);
    await engine.sweep();
    // Sent together: the engine commits what arrives at once in one batch.
    await Promise.all(commands.map((command) => send(engine, identities, planId, office, command)));
  }
}

async function send(
  engine: Engine,
  identities: DemoIdentities,
  planId: string,
  office: string,
  { target, type, by, data }: DemoCommand,
): Promise<void> {
  const { view } = target;
  for (const role of by) {
    const actor = await identities.actor(`${role}@${role === "office" ? office : view.agencyId}`);
    if (actor === null) continue;
    const outcome = await engine.dispatch({
      target: "assignment",
      planId,
      assignmentId: view.id,
      type,
      actor,
      source: "demo",
      requestId: `demo:${view.id}:${type}`,
      data: data satisfies CommandData,
    });
    // A lifecycle may give a command to another position, or not have it at all.
    if (outcome.accepted || outcome.code !== "not_your_role") return;
  }
}

function moveForward(clock: VirtualClock, to: Micros): void {
  if (to > clock.now()) clock.moveTo(to);
}

function refused(why: { vi: string; en: string }): EngineError {
  return new EngineError("request_invalid", {
    vi: `Không ban hành được kế hoạch trình diễn: ${why.vi}`,
    en: `The demo's plan cannot be issued: ${why.en}`,
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
