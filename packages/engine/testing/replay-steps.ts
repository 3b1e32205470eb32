// The steps of a random command sequence: what is sent by whom, what it brings, and how time passes.

import fc from "fast-check";
import type { ReadingInput } from "../src/execute/reading.ts";
import { departments } from "./generated-plan.ts";

/** What a command brings; numbers choose among what is there when the step is taken. */
export interface Brought {
  reason: boolean;
  note: boolean;
  document: boolean;
  products: boolean;
  answer: "agree" | "differ" | null;
  percent: number | null;
  /** Days from now. */
  due: number;
  /** Days back; null: now. */
  happened: number | null;
  /** The agency to hand over to, by number. */
  agency: number;
  cause: "subjective" | "objective" | null;
  /** Who decided it, or confirmed the cause, is named. */
  decided: boolean;
}

/** One value reported; numbers choose agency and period. */
export interface Reported extends Pick<ReadingInput, "status"> {
  input: "cases" | "solved";
  agency: number;
  month: number;
  value: number | null;
  confirmed: boolean;
}

export interface ToAssignment {
  kind: "assignment";
  row: number;
  type: number;
  actor: number;
  brought: Brought;
  /** Send it again with the same request id. */
  again: boolean;
  expected: "none" | "right" | "wrong";
}

export type Step =
  | ToAssignment
  | { kind: "together"; commands: readonly ToAssignment[] }
  | { kind: "plan"; type: number; actor: number; brought: Brought }
  | { kind: "report"; readings: readonly Reported[]; reason: boolean }
  | { kind: "attach"; row: number; file: number }
  | { kind: "erase"; text: number }
  | { kind: "time"; days: number; sweep: boolean };

export interface Sequence {
  planSeed: number;
  tasks: number;
  steps: readonly Step[];
}

const brought: fc.Arbitrary<Brought> = fc.record({
  reason: mostly(),
  note: fc.boolean(),
  document: mostly(),
  products: mostly(),
  answer: fc.constantFrom("agree", "agree", "differ", null),
  percent: fc.option(fc.integer({ min: 0, max: 101 })),
  due: fc.integer({ min: -10, max: 120 }),
  happened: fc.oneof(
    { weight: 9, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.integer({ min: -1, max: 40 }) },
  ),
  agency: fc.nat({ max: departments.length - 1 }),
  cause: fc.constantFrom("subjective", "objective", null),
  decided: mostly(),
});

const toAssignment: fc.Arbitrary<ToAssignment> = fc.record({
  kind: fc.constant("assignment" as const),
  // Few rows, so that a sequence takes some of them far.
  row: fc.nat({ max: 4 }),
  type: fc.nat(),
  actor: fc.nat({ max: 9 }),
  brought,
  again: fc.boolean(),
  expected: fc.constantFrom("none", "none", "none", "none", "right", "wrong"),
});

const reported: fc.Arbitrary<Reported> = fc.record({
  input: fc.constantFrom("cases", "solved"),
  // Few of each, so that what stands is replaced.
  agency: fc.nat({ max: 1 }),
  month: fc.constantFrom(0, 1, 2, 3, 12, 13),
  status: fc.constantFrom("estimate", "official"),
  value: fc.oneof({ weight: 9, arbitrary: fc.nat({ max: 9 }) }, { weight: 1, arbitrary: fc.constant(null) }),
  confirmed: mostly(),
});

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 12, arbitrary: toAssignment },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("together" as const),
      commands: fc.array(toAssignment, { minLength: 2, maxLength: 6 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("plan" as const),
      type: fc.nat(),
      actor: fc.nat({ max: 9 }),
      brought,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("report" as const),
      readings: fc.array(reported, { minLength: 1, maxLength: 4 }),
      reason: mostly(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("attach" as const),
      row: fc.nat(),
      // Few contents, so that one is attached by several entries.
      file: fc.nat({ max: 2 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("erase" as const), text: fc.nat() }) },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant("time" as const),
      days: fc.integer({ min: 0, max: 60 }),
      sweep: fc.boolean(),
    }),
  },
);

export const sequences: fc.Arbitrary<Sequence> = fc.record({
  planSeed: fc.nat({ max: 1_000_000 }),
  tasks: fc.integer({ min: 1, max: 8 }),
  steps: fc.array(step, { minLength: 1, maxLength: 24, size: "max" }),
});

function mostly(): fc.Arbitrary<boolean> {
  return fc.constantFrom(true, true, true, false);
}
