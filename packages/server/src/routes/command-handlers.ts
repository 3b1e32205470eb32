// Handlers that ask something of the engine: commands, and checking a plan text.

import type { CommandInput } from "@kehoach/engine";
import { RefusalTrouble, RequestTrouble } from "../trouble.ts";
import type { World } from "../world.ts";
import type { Handlers } from "./handler.ts";

export function commandHandlers(world: World): Handlers<"sendCommand" | "check"> {
  const { engine } = world;
  return {
    async sendCommand({ body, actor, request }) {
      const { assignmentId, authority, ...rest } = body;
      const acting = authority === undefined ? actor : { ...actor, standsInFor: authority };
      // What the actor may not read is answered like what does not exist.
      const ground = await world.plans.groundFor(body.planId, acting);
      if (ground === null) throw new RequestTrouble("not_found");
      if (ground.narrowed && assignmentId !== undefined) {
        const seen = await engine.as(acting).assignment(body.planId, assignmentId);
        if (seen === null) throw new RequestTrouble("not_found");
      }
      const common = { ...rest, actor: acting, source: world.sourceOf(request) };
      const command: CommandInput =
        assignmentId === undefined
          ? { ...common, target: "plan", type: planCommandType(body.type) }
          : { ...common, target: "assignment", assignmentId };
      const outcome = await engine.dispatch(command);
      if (!outcome.accepted) throw new RefusalTrouble(outcome);
      return {
        accepted: true,
        repeated: outcome.repeated,
        seq: outcome.seq,
        entries: outcome.entries.map(({ seq, type, assignmentId: about }) => ({
          seq,
          type,
          assignmentId: about,
        })),
      };
    },
    async check({ body }) {
      const { plan, missing, problems, questions } = await engine.check(body.plan, body.register ?? []);
      return {
        ok: plan !== null && missing.length === 0,
        documentId: plan?.id ?? null,
        title: plan?.title ?? null,
        tasks: plan?.tasks.length ?? 0,
        problems: problems.map((problem) => ({ ...problem })),
        missing: [...missing],
        questions: questions.map((question) => ({ ...question })),
      };
    },
  };
}

/** Commands to a plan that people send; the clock's is not among them. */
const planCommandTypes = ["suspend", "resume", "withdraw", "end", "open_occurrence", "report"] as const;

function planCommandType(type: string): (typeof planCommandTypes)[number] {
  const known = planCommandTypes.find((each) => each === type);
  if (known === undefined) throw new RequestTrouble("not_found");
  return known;
}
