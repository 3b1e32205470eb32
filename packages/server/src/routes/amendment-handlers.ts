// Handlers for the text of a plan: issuing it, its next version, what each version changed, and erasing.

import { readPlan } from "@kehoach/engine/language";
import { amendmentBody, amendmentNames } from "../read/amendment-body.ts";
import { planVersions, versionChanges } from "../read/plan-versions.ts";
import { refusalBody } from "../read/refusal-body.ts";
import { RefusalTrouble, RequestTrouble } from "../trouble.ts";
import type { World } from "../world.ts";
import type { Handlers } from "./handler.ts";

export function amendmentHandlers(
  world: World,
): Handlers<"issue" | "amend" | "versions" | "version" | "erase"> {
  const { engine, sourceOf } = world;
  return {
    async issue({ body, actor, request }) {
      const outcome = await engine.issue({ ...body, actor, source: sourceOf(request) });
      const questions = outcome.questions.map((question) => ({ ...question }));
      if (outcome.issued) {
        const { planId, documentId, assignments } = outcome;
        return { issued: true, planId, documentId, assignments, problems: [], questions, refusal: null };
      }
      return {
        issued: false,
        planId: null,
        documentId: null,
        assignments: 0,
        problems: outcome.problems.map((problem) => ({ ...problem })),
        questions,
        refusal: refusalBody(outcome.refusal),
      };
    },
    async amend({ body, actor, request }) {
      const next = "plan" in body ? readPlan(body.plan.text, { file: body.plan.file }).plan : null;
      const named = "adopt" in body ? body.adopt : (next?.id ?? null);
      // A plan the actor may not read is answered like one that does not exist; a text with problems names none.
      const facts = named === null ? null : await world.plans.load(named, actor);
      if (named !== null && facts === null) throw new RequestTrouble("not_found");
      const outcome = await engine.amend({ ...body, actor, source: sourceOf(request) });
      const questions = outcome.questions.map((question) => ({ ...question }));
      if (outcome.amended) {
        const { planId, documentId, version, repeated, preview, changes } = outcome;
        return {
          amended: true,
          planId,
          documentId,
          version,
          repeated,
          preview,
          changes: amendmentBody(changes),
          names: facts === null ? noNames : amendmentNames(changes, facts, next),
          problems: [],
          questions,
          refusal: null,
        };
      }
      return {
        amended: false,
        planId: null,
        documentId: null,
        version: null,
        repeated: false,
        preview: body.preview ?? false,
        changes: null,
        names: noNames,
        problems: outcome.problems.map((problem) => ({ ...problem })),
        questions,
        refusal: refusalBody(outcome.refusal),
      };
    },
    async versions({ facts, actor }) {
      return { items: await planVersions(engine, engine.as(actor), facts.summary.plan.id) };
    },
    async version({ facts, actor, params }) {
      const changes = await versionChanges(engine, engine.as(actor), facts, Number(params.version));
      if (changes === null) throw new RequestTrouble("not_found");
      return { changes: amendmentBody(changes), names: amendmentNames(changes, facts, null) };
    },
    async erase({ facts, actor, body, request }) {
      const planId = facts.summary.plan.id;
      const outcome = await engine.erase({ ...body, planId, actor, source: sourceOf(request) });
      if (!outcome.accepted) throw new RefusalTrouble(outcome);
      const { repeated, seq, entries } = outcome;
      return {
        accepted: true,
        repeated,
        seq,
        entries: entries.map((entry) => ({
          seq: entry.seq,
          type: entry.type,
          assignmentId: entry.assignmentId,
        })),
      };
    },
  };
}

const noNames = { tasks: {}, agencies: {} };
