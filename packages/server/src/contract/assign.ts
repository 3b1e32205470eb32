// Giving one task outside a plan, over HTTP.

import { Type } from "typebox";
import { DocumentLinkBody } from "./assignment.ts";
import { Id, nullable, written } from "./basics.ts";
import { ProblemBody, QuestionBody, RefusalBody } from "./trouble.ts";
import { Capacity, PlanKind } from "./vocabulary.ts";

export const AssignBody = Type.Object(
  {
    /** Idempotency key: sending again gives the task once. */
    requestId: written({ minLength: 1, maxLength: 200 }),
    content: written({ minLength: 1, maxLength: 2000 }),
    /** One agency; or agencies and groups, each with an assignment of its own. */
    lead: Type.Union([Id, Type.Array(Id, { minItems: 1, maxItems: 200 })]),
    except: Type.Optional(Type.Array(Id, { maxItems: 200 })),
    /** Figures to report once, each lead its own. */
    report: Type.Optional(
      Type.Object(
        {
          inputs: Type.Array(
            Type.Object(
              {
                title: written({ minLength: 1, maxLength: 500 }),
                unit: Type.Optional(written({ minLength: 1, maxLength: 100 })),
                kind: Type.Optional(Type.Enum(["count", "amount", "number", "yes_no", "date"])),
              },
              { additionalProperties: false },
            ),
            { minItems: 1, maxItems: 100 },
          ),
        },
        { additionalProperties: false },
      ),
    ),
    coordinators: Type.Optional(Type.Array(Id, { maxItems: 200 })),
    /** In the words of the plan language; absent: no due date. */
    due: Type.Optional(written({ minLength: 1, maxLength: 500 })),
    product: Type.Optional(written({ minLength: 1, maxLength: 1000 })),
    document: DocumentLinkBody,
    kind: Type.Optional(PlanKind),
    decidedBy: Type.Object(
      {
        name: written({ minLength: 1, maxLength: 200 }),
        position: written({ minLength: 1, maxLength: 200 }),
        capacity: nullable(Capacity),
      },
      { additionalProperties: false },
    ),
    sameAs: Type.Optional(Type.Object({ planId: Id, taskId: Id }, { additionalProperties: false })),
    like: Type.Optional(Id),
  },
  { additionalProperties: false },
);

/** Not assigned: nothing was stored, for the problems or the refusal. */
export const AssignAnswer = Type.Object({
  assigned: Type.Boolean(),
  planId: nullable(Type.String()),
  documentId: nullable(Type.String()),
  assignments: Type.Integer(),
  problems: Type.Array(ProblemBody),
  questions: Type.Array(QuestionBody),
  refusal: nullable(RefusalBody),
});
