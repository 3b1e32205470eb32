// Files attached to assignments: sent as they are, listed, and handed out as attachments.

import { Type } from "typebox";
import { AgencyName, Id, Micros, nullable, PlanParams } from "./basics.ts";
import { RefusalBody } from "./trouble.ts";
import { FileType } from "./vocabulary.ts";

/** A file as an entry of the history names it; all but the digest are null once it was erased. */
export const FileBody = Type.Object({
  digest: Type.String(),
  name: nullable(Type.String()),
  type: nullable(FileType),
  /** Bytes. */
  size: nullable(Type.Integer()),
});

export const FileItem = Type.Object({
  ...FileBody.properties,
  /** Id of the product it is; null: it belongs to the assignment as a whole. */
  product: nullable(Type.String()),
  seq: Type.Integer(),
  attachedAt: Micros,
  actor: Type.String(),
  agency: nullable(AgencyName),
});

export const FileList = Type.Object({
  /** Oldest first. */
  items: Type.Array(FileItem),
  /** Extensions that are taken, each with its dot. */
  extensions: Type.Array(Type.String()),
  /** Why the person acting may not attach another one now; null: he may. */
  refusal: nullable(RefusalBody),
});

export const AttachQuery = Type.Object({ product: Type.Optional(Id) }, { additionalProperties: false });

/** In headers, because addresses are written into logs and a name may tell who a file is about. */
export const AttachHeaders = Type.Object({
  "x-file-name": Type.String({
    minLength: 1,
    maxLength: 2000,
    description: "The file's name with its extension, percent-encoded as UTF-8",
  }),
  "idempotency-key": Type.Optional(
    Type.String({ minLength: 1, maxLength: 200, description: "A retry with the same key attaches once" }),
  ),
});

export const AttachAnswer = Type.Object({
  accepted: Type.Literal(true),
  /** True: the same request was stored before; this is its recorded result. */
  repeated: Type.Boolean(),
  seq: Type.Integer(),
  /** By which the file is found and the ledger names it. */
  digest: Type.String(),
});

export const FileParams = Type.Object({
  ...PlanParams.properties,
  digest: Type.String({ pattern: "^[0-9a-f]{64}$" }),
});
