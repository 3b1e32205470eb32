// What a command must look like at run time, whatever its caller's types promised: names the first field that does not.

import { narrativeParts } from "../../execute/period-report.ts";
import { readingStatuses } from "../../execute/reading.ts";
import { entrySources } from "../../ledger/entry.ts";
import {
  type Check,
  check,
  each,
  type Fault,
  flag,
  integer,
  isObject,
  list,
  name,
  object,
  oneOf,
  orNothing,
  orNull,
  text,
  texts,
} from "../../shape-check.ts";

/** Longest free text, in UTF-16 units. */
const longestText = 20_000;

export const documentLink: Check = object({
  number: text(200),
  date: text(200),
  issuer: orNothing(orNull(text(500))),
  title: orNothing(orNull(text(2000))),
});

/** Values of one command. */
const mostReadings = 200;
const reading = object({
  input: text(200),
  agency: orNothing(text(200)),
  period: text(20),
  status: oneOf(...readingStatuses),
  value: orNull(text(200)),
  confirmed: orNothing(flag),
});

const commandData = object({
  narrative: orNothing(
    object(Object.fromEntries(narrativeParts.map((part) => [part, orNothing(text(longestText))]))),
  ),
  readings: orNothing(list(reading, mostReadings)),
  reason: orNothing(text(longestText)),
  note: orNothing(text(longestText)),
  percent: orNothing(check((value) => typeof value === "number", "number")),
  document: orNothing(documentLink),
  products: orNothing(each(documentLink)),
  answer: orNothing(oneOf("agree", "differ")),
  due: orNothing(text(200)),
  hour: orNothing(orNull(text(200))),
  occurrence: orNothing(text(200)),
  task: orNothing(text(200)),
  product: orNothing(text(200)),
  digest: orNothing(text(200)),
  agency: orNothing(text(200)),
  cause: orNothing(oneOf("subjective", "objective")),
  causeConfirmedBy: orNothing(text(500)),
  unit: orNothing(text(500)),
  officer: orNothing(text(500)),
  innerDue: orNothing(text(200)),
  corrects: orNothing(integer),
  completedAt: orNothing(integer),
});

const authorityOr = (members: Readonly<Record<string, Check>>): Check => {
  const [named, whole] = [name(200), object(members)];
  return (value, field) => (typeof value === "string" ? named : whole)(value, field);
};

export const actor: Check = object({
  id: name(200),
  name: text(500),
  agency: orNull(name(200)),
  roles: texts,
  standsInFor: orNothing(
    authorityOr({
      id: name(200),
      name: text(500),
      agency: name(200),
      roles: texts,
      document: documentLink,
      from: text(10),
      to: text(10),
    }),
  ),
});

export const decision: Check = object({
  name: name(500),
  position: orNull(text(500)),
  capacity: oneOf("TM.", "KT.", "TL.", "TUQ.", "Q.", null),
});

/** What issuing shares with a command. */
const request = {
  requestId: name(200),
  actor,
  source: oneOf(...entrySources),
  onBehalfOf: orNothing(decision),
};

const commandBase = {
  ...request,
  type: text(200),
  planId: text(200),
  expected: orNothing(integer),
  effectiveAt: orNothing(integer),
  data: orNothing(commandData),
};
const commands: Readonly<Record<string, Check>> = {
  plan: object({ ...commandBase, target: oneOf("plan") }),
  assignment: object({ ...commandBase, target: oneOf("assignment"), assignmentId: text(200) }),
};

/** The first fault of a whole command; null: its shape is right. */
export function commandFault(command: unknown): Fault | null {
  const target = isObject(command) ? command.target : undefined;
  const shape = typeof target === "string" && Object.hasOwn(commands, target) ? commands[target] : undefined;
  return shape === undefined ? { field: "target", wanted: "plan | assignment" } : shape(command, "");
}

const document = object({
  text: check((value) => typeof value === "string", "text"),
  file: orNothing(text(1000)),
});
const documents = check((value) => Array.isArray(value), "array");

/** The first fault of a plan's text and of the register documents given with it. */
export function textsFault(plan: unknown, register: unknown): Fault | null {
  const fault = document(plan, "plan") ?? documents(register, "register");
  if (fault !== null || !Array.isArray(register)) return fault;
  for (const [index, one] of register.entries()) {
    const inner = document(one, `register[${index}]`);
    if (inner !== null) return inner;
  }
  return null;
}

/** The first fault of what issuing is asked with beside the texts. */
export function requestFault(asked: Readonly<Record<keyof typeof request, unknown>>): Fault | null {
  return object(request)(asked, "");
}

const amendment = {
  requestId: orNothing(name(200)),
  actor,
  source: orNothing(oneOf(...entrySources)),
  onBehalfOf: orNothing(decision),
  register: orNothing(documents),
  document: orNothing(documentLink),
  reason: orNothing(text(longestText)),
  effectiveAt: orNothing(integer),
  expected: orNothing(integer),
  preview: orNothing(flag),
};
const amendText = object({ ...amendment, plan: document });
const adoptRegister = object({ ...amendment, adopt: text(200) });

/** The first fault of what amending is asked with; the texts are looked at apart. */
export function amendFault(asked: unknown): Fault | null {
  return isObject(asked) && Object.hasOwn(asked, "adopt") ? adoptRegister(asked, "") : amendText(asked, "");
}

/** The first fault of an actor. */
export function actorFault(given: unknown): Fault | null {
  return actor(given, "actor");
}
