// What a question about reports must look like at run time.

import { entrySources } from "../../ledger/entry.ts";
import {
  check,
  type Fault,
  name,
  object,
  oneOf,
  orNothing,
  orNull,
  storable,
  text,
} from "../../shape-check.ts";
import { actor, decision } from "../commands/command-shape.ts";
import { asOfShape } from "../reads/as-of.ts";

const question = {
  plan: orNothing(storable),
  agency: orNothing(storable),
  period: name(20),
  regime: orNothing(orNull(storable)),
};
const asked = {
  actor,
  requestId: orNothing(name(200)),
  source: orNothing(oneOf(...entrySources)),
  onBehalfOf: orNothing(decision),
};
const shapes = {
  question: object({ ...question, asOf: orNothing(asOfShape) }),
  issue: object({ ...question, ...asked }),
  check: object({
    ...question,
    ...asked,
    answer: oneOf("agree", "differ"),
    reason: orNothing(text(20_000)),
    line: orNothing(text(64)),
  }),
  filter: object({
    plan: orNothing(storable),
    agency: orNothing(storable),
    period: orNothing(name(20)),
    limit: orNothing(
      check((value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 500, "1–500"),
    ),
  }),
};

/** The first fault; null: its shape is right. */
export function reportShapeFault(what: keyof typeof shapes, given: unknown): Fault | null {
  return shapes[what](given, what === "question" ? "question" : "");
}
