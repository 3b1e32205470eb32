// What is remembered of assignments holds only under the head it was learnt under.

import { describe, expect, it } from "vitest";
import { newPlanRow } from "../execute/decide-issue.ts";
import type { AssignmentRow } from "../execute/rows.ts";
import { RowCache } from "./row-cache.ts";

const planId = "01a20a34-a5b9-7097-a27e-6ba813be6577";
const plan = (head: string) => ({ ...newPlanRow(planId, "p", "plan"), head });
const row = (id: string, seq: number) => ({ id, planId, seq }) as AssignmentRow;
const family = new Map([["lead", ["lead", "answer"]]]);

describe("the row cache", () => {
  it("gives a family back while the plan's head is the same", () => {
    const cache = new RowCache();
    cache.learn("a", plan("a"), [row("lead", 1), row("answer", 2)], family);
    expect(cache.family(plan("a"), "lead")).toEqual([row("lead", 1), row("answer", 2)]);
    expect(cache.family(plan("a"), "answer")).toBeNull();
  });

  it("follows what this process wrote", () => {
    const cache = new RowCache();
    cache.learn("a", plan("a"), [row("lead", 1), row("answer", 2)], family);
    cache.learn("a", plan("b"), [row("lead", 3)], new Map());
    expect(cache.family(plan("b"), "lead")).toEqual([row("lead", 3), row("answer", 2)]);
  });

  it("knows nothing once another has written, or what was learnt was rolled back", () => {
    const cache = new RowCache();
    cache.learn("a", plan("b"), [row("lead", 3), row("answer", 2)], family);
    expect(cache.family(plan("a"), "lead")).toBeNull();
    // Not even when that head comes back: what was known under it is gone.
    expect(cache.family(plan("b"), "lead")).toBeNull();
  });

  it("drops what it knew when it learns from another head", () => {
    const cache = new RowCache();
    cache.learn("a", plan("a"), [row("lead", 1), row("answer", 2)], family);
    cache.learn("c", plan("d"), [row("lead", 9)], new Map());
    expect(cache.family(plan("d"), "lead")).toBeNull();
  });

  it("stays within its bounds", () => {
    const cache = new RowCache();
    const many = Array.from({ length: 60_000 }, (_, index) => row(`row-${index}`, index));
    cache.learn("a", plan("a"), many, family);
    cache.learn("a", plan("b"), [], new Map());
    expect(cache.family(plan("b"), "lead")).toBeNull();
  });
});
