// Gives a task outside a plan.

import { refusalBody } from "../read/refusal-body.ts";
import type { World } from "../world.ts";
import type { Handlers } from "./handler.ts";

export function assignHandlers({ engine, sourceOf }: World): Handlers<"assign"> {
  return {
    async assign({ body, actor, request }) {
      const outcome = await engine.assign({ ...body, actor, source: sourceOf(request) });
      if (outcome.assigned) {
        const { planId, documentId, assignments } = outcome;
        const questions = outcome.questions.map((question) => ({ ...question }));
        return { assigned: true, planId, documentId, assignments, problems: [], questions, refusal: null };
      }
      const { refusal } = outcome;
      return {
        assigned: false,
        planId: null,
        documentId: null,
        assignments: 0,
        problems: outcome.problems.map((problem) => ({ ...problem })),
        questions: [],
        refusal: refusalBody(refusal),
      };
    },
  };
}
