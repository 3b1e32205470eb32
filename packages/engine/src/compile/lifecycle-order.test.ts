// States and commands come in the order of work, whatever order their keys are stored in.

import { expect, test } from "vitest";
import type { Lifecycle, LifecycleCommand, StageCategory } from "../language/plan.ts";
import { commandOrder, stateOrder } from "./lifecycle-order.ts";

const label = { vi: "Nhãn", en: "Label" };

function command(from: string[], to: string | null): LifecycleCommand {
  return {
    label,
    from,
    to,
    who: ["head"],
    require: [],
    stampsCompletion: false,
    clearsCompletion: false,
    onDue: false,
  };
}

function state(category: StageCategory) {
  return { label, category };
}

const lifecycle: Lifecycle = {
  source: [],
  assumption: null,
  understood: null,
  id: "short",
  version: null,
  label,
  initial: "open",
  states: {
    closed: state("done"),
    doing: state("active"),
    lonely: state("blocked"),
    open: state("todo"),
    sent: state("waiting"),
    withdrawn: state("cancelled"),
  },
  commands: {
    accept: command(["open"], "doing"),
    confirm: command(["sent"], "closed"),
    progress: command(["doing"], null),
    submit: command(["doing"], "sent"),
    withdraw: command(["open", "doing"], "withdrawn"),
  },
};

test("states follow the work from the initial one", () => {
  expect(stateOrder(lifecycle)).toEqual(["open", "doing", "withdrawn", "sent", "closed", "lonely"]);
});

test("commands follow their states", () => {
  expect(commandOrder(lifecycle)).toEqual(["accept", "withdraw", "submit", "progress", "confirm"]);
});
