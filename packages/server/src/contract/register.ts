// Documents added to the register by themselves, and the authorities to stand in that it holds.

import { Type } from "typebox";
import { DecisionBody, DocumentLinkBody } from "./assignment.ts";
import { DateText, nullable } from "./basics.ts";
import { ProblemBody, RefusalBody, SourceTextBody } from "./trouble.ts";
import { ActorRole } from "./vocabulary.ts";

export const RegisterBody = Type.Object(
  {
    documents: Type.Array(SourceTextBody, { minItems: 1, maxItems: 20 }),
    /** Who decided and signed, where somebody else types it. */
    onBehalfOf: Type.Optional(DecisionBody),
  },
  { additionalProperties: false },
);

/** Not registered: nothing was stored, for the problems or the refusal. */
export const RegisterAnswer = Type.Object({
  registered: Type.Boolean(),
  documents: Type.Array(
    Type.Object({ kind: Type.String(), id: Type.String(), title: Type.String(), from: DateText }),
  ),
  problems: Type.Array(ProblemBody),
  refusal: nullable(RefusalBody),
});

/** Leave to act in somebody's place, with what it gives today. */
export const AuthorityBody = Type.Object({
  /** By which a command names it. */
  authority: Type.String(),
  /** Who stands in, by id. */
  substitute: Type.String(),
  /** Whoever is stood in for. */
  id: Type.String(),
  name: Type.String(),
  /** Id of the agency acted for. */
  agency: Type.String(),
  roles: Type.Array(ActorRole),
  document: DocumentLinkBody,
  from: DateText,
  to: DateText,
});

export const AuthorityList = Type.Object({ items: Type.Array(AuthorityBody) });
