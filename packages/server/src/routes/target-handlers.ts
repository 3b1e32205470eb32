// Handlers about targets: all of a plan's, one with its readings, and what a duty to report asks for.

import type { Micros } from "@kehoach/engine";
import { dateOfInstant, endOfDay, isRealDate } from "@kehoach/engine/calendar";
import type { RouteQuery, TargetDetailBody } from "../contract/index.ts";
import type { PlanFacts } from "../read/plan-facts.ts";
import { pressingBucket } from "../read/tally.ts";
import { readingBody, reportFormBody, targetDetailBody, targetItem } from "../read/target-body.ts";
import { RequestTrouble } from "../trouble.ts";
import type { World } from "../world.ts";
import type { Context, Handlers } from "./handler.ts";
import { limitOf } from "./page-query.ts";

export function targetHandlers(world: World): Handlers<"targets" | "target" | "readings" | "reportForm"> {
  const { engine } = world;

  /** Throws `invalid_request` for a day that does not exist. */
  async function momentOf({ asOf }: RouteQuery<"targets">): Promise<{ at: Micros; date: string }> {
    const now = await engine.now();
    if (asOf !== undefined && !isRealDate(asOf)) throw new RequestTrouble("invalid_request", "asOf");
    const at = asOf === undefined ? now : Math.min(endOfDay(asOf, null) - 1, now);
    return { at, date: asOf ?? dateOfInstant(now) };
  }

  /** Those the reader sees. */
  async function tasksOf(
    ids: readonly string[],
    facts: PlanFacts,
    actor: Context<"target">["actor"],
  ): Promise<TargetDetailBody["tasks"]> {
    const { lines } = await engine.as(actor).figures({ plans: [facts.summary.plan.id], by: "task" });
    const counts = new Map(lines.map((line) => [line.key, line.assignments]));
    return facts.plan.tasks
      .filter(({ id }) => ids.includes(id))
      .map(({ id, title }) => {
        const counted = counts.get(id);
        return { id, title, bucket: counted === undefined ? null : pressingBucket(counted) };
      });
  }

  return {
    async targets({ facts, actor, query }) {
      const { at, date } = await momentOf(query);
      const views = await engine.as(actor).targets({ planId: facts.summary.plan.id, asOf: at });
      return { at, date, items: views.map((view) => targetItem(facts, view)) };
    },
    async target({ facts, actor, params, query }) {
      const { at, date } = await momentOf(query);
      const detail = await engine.as(actor).target(facts.summary.plan.id, params.target, { asOf: at });
      if (detail === null) throw new RequestTrouble("not_found");
      const tasks = await tasksOf(detail.tasks, facts, actor);
      return { ...targetDetailBody(facts, detail, tasks), at, date };
    },
    async readings({ facts, actor, query }) {
      const { after, limit, asOf, ...narrowed } = query;
      const { at } = await momentOf({ asOf });
      const question = { ...narrowed, planId: facts.summary.plan.id, asOf: at };
      const page = await engine.as(actor).readings(question, { after, limit: limitOf(limit) });
      return { items: page.items.map((reading) => readingBody(facts, reading)), next: page.next };
    },
    async reportForm({ facts, actor, params }) {
      const form = await engine.as(actor).reportForm(facts.summary.plan.id, params.id);
      if (form === null) throw new RequestTrouble("not_found");
      return reportFormBody(facts, form);
    },
  };
}
