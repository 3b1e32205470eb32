// What the server answers when it does not do what was asked.

import { Type } from "typebox";
import { nullable } from "./basics.ts";
import { Who } from "./vocabulary.ts";

/** Every answer of status 400 and above. `code` is stable; the texts are for people. */
export const Trouble = Type.Object({
  code: Type.String(),
  vi: Type.String(),
  en: Type.String(),
  /** For a refusal: the commands the same actor may send to the same target now. */
  allowed: Type.Optional(Type.Array(Type.String())),
  /** For a refusal: who could send the command. */
  whoCould: Type.Optional(Type.Array(Who)),
  /** For a request that does not fit its schema: where. */
  at: Type.Optional(Type.String()),
});

/** A refusal inside an answer of status 200, such as beside a blocked command. */
export const RefusalBody = Type.Object({
  code: Type.String(),
  vi: Type.String(),
  en: Type.String(),
  allowed: Type.Array(Type.String()),
  whoCould: Type.Array(Who),
});

const Place = Type.Object({
  file: nullable(Type.String()),
  path: Type.String(),
  line: Type.Integer(),
  column: Type.Integer(),
  start: Type.Integer(),
  end: Type.Integer(),
});

const Mend = Type.Object({ start: Type.Integer(), end: Type.Integer(), replacement: Type.String() });

/** A fault of a plan text. */
export const ProblemBody = Type.Object({
  code: Type.String(),
  place: Place,
  excerpt: Type.String(),
  vi: Type.String(),
  en: Type.String(),
  mend: nullable(Mend),
});

/** A point of signed text that needs the office's understanding. */
export const QuestionBody = Type.Object({
  ...ProblemBody.properties,
  settled: nullable(Type.Object({ reading: Type.String(), by: Type.String(), on: Type.String() })),
});

export const SourceTextBody = Type.Object(
  {
    text: Type.String({ maxLength: 2_097_152 }),
    file: Type.Optional(Type.String({ maxLength: 300 })),
  },
  { additionalProperties: false },
);

export const CheckBody = Type.Object(
  {
    plan: SourceTextBody,
    register: Type.Optional(Type.Array(SourceTextBody, { maxItems: 20 })),
  },
  { additionalProperties: false },
);

export const CheckAnswer = Type.Object({
  /** True: the text can be issued. */
  ok: Type.Boolean(),
  /** The document id the text names; null: it has problems. */
  documentId: nullable(Type.String()),
  title: nullable(Type.String()),
  tasks: Type.Integer(),
  problems: Type.Array(ProblemBody),
  /** Register documents the plan names that are nowhere to be found; what they decide was not checked. */
  missing: Type.Array(Type.String()),
  questions: Type.Array(QuestionBody),
});
