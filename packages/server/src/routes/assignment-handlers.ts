// Handlers about assignments: lists, one in full, its commands and history, and what waits for the person acting.

import type { Actor, AssignmentView, Micros, SeenAssignment } from "@kehoach/engine";
import type { AssignmentItem } from "../contract/index.ts";
import { allowedCommand } from "../read/allowed-command.ts";
import { assignmentBody } from "../read/assignment-body.ts";
import { assignmentItem, stageLabel } from "../read/assignment-item.ts";
import { historyItem } from "../read/history-item.ts";
import type { PlanFacts, PlanGround } from "../read/plan-facts.ts";
import { waitingFor } from "../read/waiting-for.ts";
import { RequestTrouble } from "../trouble.ts";
import type { World } from "../world.ts";
import type { Handlers } from "./handler.ts";
import { limitOf, seqOf } from "./page-query.ts";

export function assignmentHandlers(
  world: World,
): Handlers<"assignments" | "assignment" | "commands" | "history" | "inbox"> {
  const { engine } = world;

  async function viewOf(facts: PlanFacts, id: string, actor: Actor): Promise<SeenAssignment> {
    const view = uuid.test(id) ? await engine.as(actor).assignment(facts.summary.plan.id, id) : null;
    if (view === null) throw new RequestTrouble("not_found");
    return view;
  }

  return {
    async assignments({ facts, query, actor }) {
      const { after, limit, open, of, ...filter } = query;
      if (of !== undefined && !uuid.test(of)) return { items: [], next: null };
      const page = await engine
        .as(actor)
        .assignments(
          { ...filter, of, planId: facts.summary.plan.id, open: open === "true" },
          { after, limit: limitOf(limit) },
        );
      const now = await engine.now();
      return { items: page.items.map((view) => assignmentItem(facts, view, now)), next: page.next };
    },
    async assignment({ facts, params, actor }) {
      const view = await viewOf(facts, params.id, actor);
      return assignmentBody(engine, engine.as(actor), facts, view, await engine.now());
    },
    async commands({ facts, params, query, actor }) {
      const view = await viewOf(facts, params.id, actor);
      const { authority } = query;
      const acting = authority === undefined ? actor : { ...actor, standsInFor: authority };
      const commands = await engine.allowed(view.planId, view.id, acting);
      return {
        items: commands.map((command) =>
          allowedCommand(command, (stage) => stageLabel(facts, view.lifecycle, stage)),
        ),
        seq: view.seq,
      };
    },
    async history({ facts, params, query, actor }) {
      const view = await viewOf(facts, params.id, actor);
      const page = await engine.as(actor).history(view.planId, {
        assignmentId: view.id,
        after: seqOf(query.after),
        limit: limitOf(query.limit),
      });
      return { items: page.items.map((entry) => historyItem(facts, entry)), next: page.next };
    },
    async inbox({ actor, query }) {
      const now = await engine.now();
      const reader = new ItemReader(world, actor, now);
      const waiting =
        query.after === undefined
          ? await waitingFor(engine, actor, (plan) => reader.plan(plan))
          : { toConfirm: [], toDecide: [] };
      const toConfirm = await reader.items(waiting.toConfirm);
      const toDecide = await reader.items(waiting.toDecide);
      if (actor.agency === null) return { items: [], next: null, toConfirm, toDecide };
      const page = await engine
        .as(actor)
        .assignments(
          { agency: actor.agency, open: true },
          { after: query.after, limit: limitOf(query.limit) },
        );
      return { items: await reader.items(page.items), next: page.next, toConfirm, toDecide };
    },
  };
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Turns assignments of any plan into items, leaving out those of plans the actor may not read. */
class ItemReader {
  readonly #world: World;
  readonly #actor: Actor;
  readonly #now: Micros;
  readonly #plans = new Map<string, PlanGround | null>();

  constructor(world: World, actor: Actor, now: Micros) {
    this.#world = world;
    this.#actor = actor;
    this.#now = now;
  }

  async plan(id: string): Promise<PlanGround | null> {
    const known = this.#plans.get(id);
    if (known !== undefined) return known;
    const readable = await this.#world.plans.groundFor(id, this.#actor);
    this.#plans.set(id, readable);
    return readable;
  }

  async items(views: readonly AssignmentView[]): Promise<AssignmentItem[]> {
    const items: AssignmentItem[] = [];
    for (const view of views) {
      const facts = await this.plan(view.planId);
      if (facts !== null) items.push(assignmentItem(facts, view, this.#now));
    }
    return items;
  }
}
