// Who decided and when it happened, from what was typed.

import { endOfDay } from "@kehoach/engine/calendar";
import { describe, expect, it } from "vitest";
import {
  circumstancesOf,
  emptyCircumstances,
  faultsOfCircumstances,
  isEnteredLater,
} from "./circumstances.ts";

const today = "2017-06-05";
const typed = emptyCircumstances(today, false);

describe("circumstances", () => {
  it("say nothing where the person decides himself, now", () => {
    expect(faultsOfCircumstances(typed, today)).toEqual([]);
    expect(circumstancesOf(typed, today)).toEqual({});
    expect(isEnteredLater(typed, today)).toBe(false);
  });

  it("name who decided, in what position and capacity", () => {
    const decided = { ...typed, decided: true };
    expect(faultsOfCircumstances(decided, today)).toEqual(["name"]);
    expect(circumstancesOf({ ...decided, name: " Trần Văn B ", capacity: "KT." }, today)).toEqual({
      onBehalfOf: { name: "Trần Văn B", position: null, capacity: "KT." },
    });
  });

  it("tell the moment of an earlier day and take none that is to come", () => {
    const earlier = { ...typed, happenedOn: "2/6/2017" };
    expect(isEnteredLater(earlier, today)).toBe(true);
    expect(circumstancesOf(earlier, today)).toEqual({ effectiveAt: endOfDay("2017-06-02", "17:00") });
    expect(circumstancesOf({ ...earlier, happenedAt: "8h15" }, today)).toEqual({
      effectiveAt: endOfDay("2017-06-02", "08:15"),
    });
    expect(faultsOfCircumstances({ ...earlier, happenedAt: "25:00" }, today)).toEqual(["happenedAt"]);
    expect(faultsOfCircumstances({ ...typed, happenedOn: "6/6/2017" }, today)).toEqual(["happenedOn"]);
    expect(faultsOfCircumstances({ ...typed, happenedOn: "31/6/2017" }, today)).toEqual(["happenedOn"]);
  });
});
