// The small shapes every part of the contract uses.

import { type TSchema, Type } from "typebox";

/** A value or null, where null has a documented meaning. */
export function nullable<Schema extends TSchema>(schema: Schema, description?: string) {
  return Type.Union([schema, Type.Null()], description === undefined ? {} : { description });
}

/** A text in both languages of the product. */
export const LocalText = Type.Object({ vi: Type.String(), en: Type.String() });

/** Integer microseconds since 1970-01-01T00:00:00Z. */
export const Micros = Type.Integer({ description: "Microseconds since 1970-01-01T00:00:00Z" });

/** A calendar date `yyyy-mm-dd` in Asia/Ho_Chi_Minh. */
export const DateText = Type.String({ pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" });

/** A wall-clock hour `HH:MM` in Asia/Ho_Chi_Minh. */
export const HourText = Type.String({ pattern: "^([01][0-9]|2[0-3]):[0-5][0-9]$" });

export const AgencyName = Type.Object({
  id: Type.String(),
  name: Type.String(),
  /** The abbreviation people use; the name where there is none. */
  short: Type.String(),
});

/** An id in a path or a query: no id of ours holds anything else. */
export const Id = Type.String({ pattern: "^[A-Za-z0-9][A-Za-z0-9_@.-]{0,99}$" });

/** What people write. PostgreSQL keeps no NUL, so none is taken. */
export function written(options: { minLength?: number; maxLength: number }) {
  return Type.String({ ...options, pattern: "^[^\\u0000]*$" });
}

export const PlanParams = Type.Object({ plan: Id });

export const AssignmentParams = Type.Object({ plan: Id, id: Id });

/** Page sizes as text, since a query string holds only text. */
export const Limit = Type.String({
  pattern: "^[1-9][0-9]{0,2}$",
  description: "1–999; the server caps it at 200",
});
export const After = Type.String({ minLength: 1, maxLength: 500, description: "`next` of the page before" });

/** The last page has `next` null. */
export function page<Item extends TSchema>(item: Item) {
  return Type.Object({ items: Type.Array(item), next: nullable(Type.String()) });
}
