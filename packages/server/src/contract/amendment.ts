// Issuing a plan, putting its next version into force, and what each version changed, over HTTP.

import { Type } from "typebox";
import { DecisionBody, DocumentLinkBody } from "./assignment.ts";
import { AgencyName, DateText, HourText, Id, Micros, nullable, written } from "./basics.ts";
import { ProblemBody, QuestionBody, RefusalBody, SourceTextBody } from "./trouble.ts";
import { AssignmentRole } from "./vocabulary.ts";

/** Idempotency key; absent: one is made, so that the same sent again is told as such where the engine can. */
const requestId = Type.Optional(written({ minLength: 1, maxLength: 200 }));
/** Register documents to store with the plan where the register lacks them. */
const register = Type.Optional(Type.Array(SourceTextBody, { maxItems: 20 }));
/** Who decided and signed, where somebody else types it. */
const onBehalfOf = Type.Optional(DecisionBody);

export const IssueBody = Type.Object(
  { requestId, plan: SourceTextBody, register, onBehalfOf },
  { additionalProperties: false },
);

const troubles = {
  problems: Type.Array(ProblemBody),
  questions: Type.Array(QuestionBody),
  refusal: nullable(RefusalBody),
};

/** Not issued: nothing was stored, for the problems or the refusal. */
export const IssueAnswer = Type.Object({
  issued: Type.Boolean(),
  planId: nullable(Type.String()),
  documentId: nullable(Type.String()),
  assignments: Type.Integer(),
  ...troubles,
});

const amending = {
  requestId,
  register,
  reason: Type.Optional(written({ maxLength: 10_000 })),
  onBehalfOf,
  /** From when it counts, if not from the document's day. */
  effectiveAt: Type.Optional(Type.Integer({ minimum: 0 })),
  /** The version the amendment was written against; another one in force is a conflict. */
  expected: Type.Optional(Type.Integer({ minimum: 1 })),
  /** True: nothing is stored; the answer says what would change. */
  preview: Type.Optional(Type.Boolean()),
};

/** A new text, which names its plan by document id; or, with `adopt`, the text as it is under a newer register. */
export const AmendBody = Type.Union([
  Type.Object(
    { ...amending, plan: SourceTextBody, document: DocumentLinkBody },
    { additionalProperties: false },
  ),
  Type.Object(
    { ...amending, adopt: Id, document: Type.Optional(DocumentLinkBody) },
    { additionalProperties: false },
  ),
]);

const moved = {
  id: Type.String(),
  task: Type.String(),
  agency: Type.String(),
  role: AssignmentRole,
  occurrence: Type.String(),
};

/** What an amendment changes; tasks and agencies by id. */
export const AmendmentBody = Type.Object({
  tasks: Type.Object({
    added: Type.Array(Type.String()),
    removed: Type.Array(Type.String()),
    changed: Type.Array(Type.Object({ task: Type.String(), keys: Type.Array(Type.String()) })),
  }),
  /** Keys of the plan itself that differ. */
  keys: Type.Array(Type.String()),
  register: Type.Array(
    Type.Object({
      kind: Type.Enum(["organisation", "calendar", "regime"]),
      id: Type.String(),
      from: nullable(DateText),
      to: DateText,
    }),
  ),
  /** Dues that move. */
  dues: Type.Array(
    Type.Object({
      ...moved,
      from: nullable(DateText),
      to: nullable(DateText),
      hour: nullable(HourText),
      kind: Type.Enum(["adjusted", "computed"]),
    }),
  ),
  opened: Type.Array(Type.Object(moved)),
  withdrawn: Type.Array(Type.Object(moved)),
  /** Open assignments that pass into the new version. */
  kept: Type.Integer(),
});

/** What the ids of an amendment are called. */
export const AmendmentNames = Type.Object({
  tasks: Type.Record(Type.String(), Type.String()),
  agencies: Type.Record(Type.String(), AgencyName),
});

/** Not amended: nothing was stored, and `changes` is null. */
export const AmendAnswer = Type.Object({
  amended: Type.Boolean(),
  planId: nullable(Type.String()),
  documentId: nullable(Type.String()),
  /** The version in force now; in a preview, the one that would be. */
  version: nullable(Type.Integer()),
  repeated: Type.Boolean(),
  preview: Type.Boolean(),
  changes: nullable(AmendmentBody),
  names: AmendmentNames,
  ...troubles,
});

/** A version of a plan and the document that put it into force. */
export const VersionItem = Type.Object({
  version: Type.Integer(),
  seq: Type.Integer(),
  recordedAt: Micros,
  effectiveAt: Micros,
  actor: Type.String(),
  signedBy: nullable(DecisionBody),
  /** Null: the first version, or a register adopted without one. */
  document: nullable(DocumentLinkBody),
});

/** Newest first. */
export const VersionList = Type.Object({ items: Type.Array(VersionItem) });

export const VersionParams = Type.Object({
  plan: Id,
  version: Type.String({ pattern: "^[1-9][0-9]{0,5}$" }),
});

/** What changed with a version, as far as the person acting sees it. */
export const VersionBody = Type.Object({ changes: AmendmentBody, names: AmendmentNames });

export const EraseBody = Type.Object(
  {
    requestId: written({ minLength: 1, maxLength: 200 }),
    /** By which the entry names the text or file. */
    digest: Type.String({ pattern: "^[0-9a-f]{64}$" }),
    reason: written({ minLength: 1, maxLength: 10_000 }),
  },
  { additionalProperties: false },
);
