// Fills a demo: issues its plan and lets agencies do their first days' work through real commands.

import { type Engine, EngineError, type MissingReading, type SourceText } from "@kehoach/engine";
import { startOfDay } from "@kehoach/engine/calendar";
import type { VirtualClock } from "@kehoach/engine/testing";
import { DemoIdentities } from "../identity/demo-identities.ts";
import { PlanReader } from "../read/plan-facts.ts";
import { sendAll, targetsOf } from "./demo-people.ts";
import { firstDays } from "./first-days.ts";
import { baseGaps } from "./invented-figures.ts";
import { reportGaps } from "./report-figures.ts";

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
  clock.reach(startOfDay(issued) + 8 * 3_600_000_000);
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
  const targets = await targetsOf(engine, facts.plan, { planId });
  onProgress?.({ vi: "Các cơ quan tiếp nhận nhiệm vụ", en: "Agencies take up their assignments" });
  for (const { at, commands } of firstDays(targets, facts.plan)) {
    clock.reach(at);
    await engine.sweep();
    await sendAll(engine, identities, facts.plan, commands);
  }
  const reporting = { engine, identities, planId, plan: facts.plan };
  const gaps = (await engine.targets({ planId })).flatMap(({ reported }) => reported.missing);
  const [silent] = gaps.map(({ agency }) => agency);
  // One agency has not reported yet, so that a visitor sees what that looks like.
  const owed = [...baseGaps(facts.plan), ...gaps].filter(({ agency }) => agency !== silent);
  await reportGaps(reporting, distinct(owed), "first");
}

/** An input that serves several targets is reported once. */
function distinct(gaps: readonly MissingReading[]): MissingReading[] {
  return [...new Map(gaps.map((gap) => [`${gap.input}/${gap.agency}/${gap.period}`, gap])).values()];
}

function refused(why: { vi: string; en: string }): EngineError {
  return new EngineError("request_invalid", {
    vi: `Không ban hành được kế hoạch trình diễn: ${why.vi}`,
    en: `The demo's plan cannot be issued: ${why.en}`,
  });
}
