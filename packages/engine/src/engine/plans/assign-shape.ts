// What the input of giving a task must look like at run time, whatever its caller's types promised.

import { planKinds } from "../../language/plan.ts";
import { inputKinds } from "../../language/target-input.ts";
import { entrySources } from "../../ledger/entry.ts";
import {
  either,
  type Fault,
  list,
  name,
  object,
  oneOf,
  orNothing,
  orNull,
  text,
  texts,
} from "../../shape-check.ts";
import { actor, documentLink } from "../commands/command-shape.ts";

const shape = object({
  content: name(2000),
  lead: either(name(200), list(name(200), 200)),
  except: orNothing(list(name(200), 200)),
  report: orNothing(
    object({
      inputs: list(
        object({ title: name(500), unit: orNothing(name(100)), kind: orNothing(oneOf(...inputKinds)) }),
        100,
      ),
    }),
  ),
  coordinators: orNothing(texts),
  due: orNothing(text(500)),
  product: orNothing(text(1000)),
  document: documentLink,
  kind: orNothing(oneOf(...planKinds)),
  decidedBy: object({
    name: name(500),
    position: name(500),
    capacity: orNull(oneOf("TM.", "KT.", "TL.", "TUQ.", "Q.")),
  }),
  sameAs: orNothing(object({ planId: name(200), taskId: name(200) })),
  like: orNothing(name(200)),
  actor,
  requestId: orNothing(name(200)),
  source: orNothing(oneOf(...entrySources)),
});

/** The first fault; null: the shape is right. */
export function assignFault(input: unknown): Fault | null {
  return shape(input, "");
}
