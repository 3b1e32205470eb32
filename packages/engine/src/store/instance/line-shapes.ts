// The shapes of an instance file's lines, checked before anything of them is stored.

import { entrySources } from "../../ledger/entry.ts";
import {
  type Check,
  check,
  each,
  type Fault,
  integer,
  isObject,
  object,
  oneOf,
  orNull,
  storable,
} from "../../shape-check.ts";
import { besideLedgers, memberOf } from "./tables.ts";

const matching = (pattern: RegExp, wanted: string): Check =>
  check((value) => typeof value === "string" && pattern.test(value), wanted);
const uuid = matching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, "UUID");
const digest = matching(/^[0-9a-f]{64}$/, "SHA-256");
const date = matching(/^\d{4}-\d{2}-\d{2}$/, "yyyy-mm-dd");
const base64 = matching(/^[A-Za-z0-9+/]*={0,2}$/, "base64");

const ofColumn = { text: storable, integer, bigint: integer, uuid, date } as const;

const heads: Check = (value, field) => {
  if (!Array.isArray(value)) return { field, wanted: "array" };
  for (const [index, head] of value.entries()) {
    const fault = headShape(head, `${field}[${index}]`);
    if (fault !== null) return fault;
  }
  return null;
};
const headShape = object({ planId: uuid, documentId: storable, seq: integer, head: digest });

const shapes: Readonly<Record<string, Check>> = {
  instance: object({ format: integer, engine: storable, at: integer, counts: each(integer), heads }),
  plan: object({ planId: uuid, documentId: storable, ofKind: oneOf("plan", "register") }),
  ...Object.fromEntries(
    besideLedgers.map(({ kind, columns }) => [
      kind,
      object(
        Object.fromEntries(
          columns.map(({ name, type, nullable }) => [
            memberOf(name),
            nullable ? orNull(ofColumn[type]) : ofColumn[type],
          ]),
        ),
      ),
    ]),
  ),
  content: object({ content: digest, bytes: base64 }),
  entry: object({
    format: oneOf(1),
    planId: uuid,
    seq: integer,
    requestId: storable,
    part: integer,
    requestHash: storable,
    recordedAt: integer,
    effectiveAt: integer,
    actor: storable,
    onBehalfOf: orNull(storable),
    agency: orNull(storable),
    source: oneOf(...entrySources),
    planVersion: integer,
    assignmentId: orNull(uuid),
    type: storable,
    data: storable,
    prevHash: digest,
    hash: digest,
  }),
  end: object({}),
};

/** What is wrong with a line's members; null: nothing. "unknown": there is no such kind of line. */
export function lineFault(kind: string, members: unknown): Fault | "unknown" | null {
  const shape = Object.hasOwn(shapes, kind) ? shapes[kind] : undefined;
  return shape === undefined ? "unknown" : isObject(members) ? shape(members, "") : null;
}
