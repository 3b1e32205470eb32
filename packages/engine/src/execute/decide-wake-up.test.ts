// A wake-up takes the steps that are due by its instant and leaves later ones; a plan's openings never go back.

import { expect, it } from "vitest";
import { generatedPlan, generatedRegister } from "../../testing/generated-plan.ts";
import { at } from "../../testing/sample-plan.ts";
import { compile } from "../compile/index.ts";
import { readPlan, readRegisterDocument } from "../language/index.ts";
import type { Command } from "./command.ts";
import { newPlanRow } from "./decide-issue.ts";
import { decideWakeUp } from "./decide-wake-up.ts";
import type { Facts } from "./facts.ts";

const [organisation, calendar] = generatedRegister.map(({ text }) => readRegisterDocument(text).document);
if (organisation?.kind !== "organisation" || calendar?.kind !== "calendar") throw new Error("No register.");
const text = generatedPlan({ id: "woken", tasks: 1 }).replace(
  "    due: 2017-03-01",
  "    mode: recurring\n    due: { every: month, offset: 2, unit: working_days }",
);
const { plan, problems } = readPlan(text, { organisation, calendar });
if (plan === null) throw new Error(JSON.stringify(problems));
const compiled = compile(plan, { organisation, calendar, regime: null });

const clock: Command = {
  target: "plan",
  type: "clock",
  planId: "p",
  requestId: "r",
  source: "clock",
  actor: { id: "clock", name: "clock", agency: null, roles: ["clock"] },
};

function woken(wakeAt: number, openedThrough: number) {
  const facts: Facts = {
    plan: { ...newPlanRow("p", "woken", "plan"), wakeAt, openedThrough },
    compiled,
    assignment: null,
    lead: null,
    coordinations: [],
    all: [],
    erasable: false,
    demo: false,
  };
  const draw = { now: at("2017-09-15"), uuid: () => "u", salt: () => "s" };
  const decision = decideWakeUp(facts, clock, wakeAt, draw);
  if (!decision.accepted) throw new Error(decision.code);
  return decision.entries;
}

it("opens only what is due by its own instant, and wakes again for the next", () => {
  const entries = woken(at("2017-02-01", "00:00"), at("2017-01-20"));
  expect(entries.map(({ type, effectiveAt, recordedAt }) => [type, effectiveAt, recordedAt])).toEqual([
    ["assignment_opened", at("2017-02-01", "00:00"), at("2017-09-15")],
    ["assignment_opened", at("2017-02-01", "00:00"), at("2017-09-15")],
    ["plan_woken", at("2017-02-01", "00:00"), at("2017-09-15")],
  ]);
  expect(entries.at(-1)?.data.outcome).toMatchObject({ wakeAt: at("2017-03-01", "00:00") });
});

it("does not open again what had opened, when it is woken in its past", () => {
  const entries = woken(at("2017-02-20"), at("2017-05-01", "00:00"));
  expect(entries.map(({ type }) => type)).toEqual(["plan_woken"]);
  expect(entries[0]?.data.outcome).toEqual({
    openedThrough: at("2017-05-01", "00:00"),
    wakeAt: at("2017-06-01", "00:00"),
  });
});
