// Readings: what agencies report, as it goes in and as it stands.

import { Type } from "typebox";
import { After, AgencyName, DateText, Id, Limit, Micros, nullable, page, written } from "./basics.ts";

export const ReadingStatus = Type.Enum(["estimate", "official"]);

export const InputKind = Type.Enum(["count", "amount", "number", "yes_no", "date"]);

const InputId = Type.String({ pattern: "^[a-z][a-z0-9_]{0,99}$" });

/** One value of a command `report`. */
export const ReadingInputBody = Type.Object(
  {
    input: InputId,
    /** Default: the agency of the person acting. */
    agency: Type.Optional(Id),
    /** Id of the period, e.g. "2017-07", "2017-Q3", "2017". */
    period: written({ minLength: 1, maxLength: 100 }),
    status: ReadingStatus,
    /** A decimal without exponent, "1" or "0" for yes and no, or a date. Null: there is no figure to give. */
    value: nullable(written({ minLength: 1, maxLength: 100 })),
    /** True: a value that jumps beyond the input's bound was checked. */
    confirmed: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
);

export const ReadingBody = Type.Object({
  planId: Type.String(),
  input: Type.String(),
  agency: AgencyName,
  period: Type.String(),
  status: ReadingStatus,
  from: DateText,
  to: DateText,
  /** As in `ReadingInputBody`. */
  value: nullable(Type.String()),
  /** The ledger's entry that gave it. */
  seq: Type.Integer(),
  recordedAt: Micros,
  effectiveAt: Micros,
  by: Type.String(),
});

export const ReadingsPage = page(ReadingBody);

/** A figure as its entry reports it. */
export const EntryReading = Type.Object({
  input: Type.Object({ title: Type.String(), kind: InputKind }),
  agency: AgencyName,
  period: Type.String(),
  status: ReadingStatus,
  value: nullable(Type.String()),
  /** What stood before, of the same status; null: nothing. */
  replaces: nullable(Type.Object({ value: nullable(Type.String()) })),
});

/** What is left out does not narrow. */
export const ReadingsQuery = Type.Object(
  {
    input: Type.Optional(InputId),
    agency: Type.Optional(Id),
    period: Type.Optional(written({ minLength: 1, maxLength: 100 })),
    status: Type.Optional(ReadingStatus),
    /** As recorded at the end of this date; not in the future. */
    asOf: Type.Optional(DateText),
    after: Type.Optional(After),
    limit: Type.Optional(Limit),
  },
  { additionalProperties: false },
);

export const InputBody = Type.Object({
  id: Type.String(),
  title: Type.String(),
  unit: nullable(Type.String()),
  kind: InputKind,
  every: Type.String(),
  cumulative: Type.Boolean(),
  /** The input it is a part of, and never more than. */
  partOf: nullable(Type.String()),
  /** Per cent up or down beyond which a value must be confirmed. */
  jump: nullable(Type.String()),
  system: nullable(Type.String()),
  /** Reported under another document. */
  from: nullable(Type.Object({ document: Type.String(), input: Type.String() })),
  agencies: Type.Array(AgencyName),
});
