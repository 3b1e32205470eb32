// Holds the virtual clock: it passes within its day, changes its date only when told, and never goes back.

import { expect, test } from "vitest";
import { dateOfInstant, startOfDay } from "../calendar/index.ts";
import { createVirtualClock } from "./virtual-clock.ts";

const eight = startOfDay("2017-02-01") + 8 * 3_600_000_000;

test("stands still until it runs", () => {
  const clock = createVirtualClock(eight);
  expect([clock.now(), clock.now()]).toEqual([eight, eight]);
});

test("passes with elapsed time, but not out of its day", () => {
  let elapsed = 5_000;
  const clock = createVirtualClock(eight);
  clock.run(() => elapsed);
  expect(clock.now()).toBe(eight);
  elapsed += 60_000_000;
  expect(clock.now()).toBe(eight + 60_000_000);
  elapsed += 30 * 86_400_000_000;
  expect(dateOfInstant(clock.now())).toBe("2017-02-01");
});

test("moves forward only", () => {
  let elapsed = 0;
  const clock = createVirtualClock(eight);
  clock.run(() => elapsed);
  elapsed = 10;
  expect(() => clock.moveTo(eight)).toThrow(RangeError);
  clock.moveTo(startOfDay("2017-03-01"));
  expect(clock.now()).toBe(startOfDay("2017-03-01"));
  clock.reach(eight);
  expect(clock.now()).toBe(startOfDay("2017-03-01"));
  clock.reach(startOfDay("2017-03-02"));
  expect(clock.now()).toBe(startOfDay("2017-03-02"));
});
