// Standing in for somebody: what a substitute may do, until when, and whose names the ledger keeps.

import { expect, it } from "vitest";
import { codeOf, sampleEngine } from "../testing/sample-engine.ts";
import { people } from "../testing/sample-plan.ts";
import { eachDatabase } from "../testing/test-databases.ts";
import type { Actor, StandIn } from "./execute/command.ts";

const authority: Omit<StandIn, "id" | "name" | "agency" | "roles"> = {
  document: { number: "05/GUQ-CAT", date: "2017-02-01", issuer: null, title: null },
  from: "2017-02-01",
  to: "2017-02-28",
};
const product = { paper: { number: "15/CL-CA", date: "2017-02-09", issuer: null, title: null } };

/** The deputy, an officer by himself, in place of somebody. */
function inPlaceOf(person: Actor, agency: string, change: Partial<StandIn> = {}): Actor {
  const { id, name, roles } = person;
  return {
    id: "deputy",
    name: "Phó Giám đốc",
    agency: "police",
    roles: ["officer"],
    standsInFor: { id, name, agency, roles, ...authority, ...change },
  };
}

eachDatabase("somebody who stands in", (open) => {
  it("submits for a head on leave, with both names in the ledger", async () => {
    const { engine, planId, find, send, turnTo } = await sampleEngine(open);
    const strategy = await find("strategy");
    await send(strategy, "accept", people.policeHead);
    turnTo("2017-02-10");
    const alone: Actor = { id: "deputy", name: "Phó Giám đốc", agency: "police", roles: ["officer"] };
    expect(codeOf(await send(strategy, "submit", alone, { products: product }))).toBe("not_your_role");
    const deputy = inPlaceOf(people.policeHead, "police");
    expect(codeOf(await send(strategy, "submit", deputy, { products: product }))).toBe("accepted");
    const { items } = await engine.history(planId, { assignmentId: strategy.id });
    const last = items.at(-1);
    expect(last).toMatchObject({ actor: "deputy", onBehalfOf: people.policeHead.name });
    expect(JSON.parse(last?.data ?? "{}").facts.inPlaceOf).toMatchObject({
      id: people.policeHead.id,
      document: { number: "05/GUQ-CAT" },
    });
  });

  it("may do nothing before the first day, after the last, or beyond the other one's roles", async () => {
    const { engine, planId, find, send, turnTo } = await sampleEngine(open);
    const strategy = await find("strategy");
    const deputy = inPlaceOf(people.policeHead, "police");
    turnTo("2017-01-31");
    expect(codeOf(await send(strategy, "decline", deputy, { reason: "Không đúng chức năng" }))).toBe(
      "not_your_role",
    );
    turnTo("2017-02-15");
    const overreaching = inPlaceOf(people.admin, "office", { roles: ["clock", "admin"] });
    expect(codeOf(await send(strategy, "clock", overreaching))).toBe("not_your_role");
    expect(codeOf(await send(strategy, "withdraw", deputy, { reason: "Thu hồi nhiệm vụ này" }))).toBe(
      "not_your_role",
    );
    turnTo("2017-02-28", "23:00");
    const open_ = (await engine.allowed(planId, strategy.id, deputy)).filter((one) => one.refusal === null);
    expect(open_.map((one) => one.type)).toContain("decline");
    turnTo("2017-03-01", "00:00");
    expect(codeOf(await send(strategy, "decline", deputy, { reason: "Không đúng chức năng" }))).toBe(
      "not_your_role",
    );
  });

  it("confirms neither what he submitted nor what was submitted in the name of whom he stands in for", async () => {
    const { find, send, turnTo } = await sampleEngine(open);
    const strategy = await find("strategy");
    turnTo("2017-02-10");
    await send(strategy, "accept", people.policeHead);
    await send(strategy, "submit", people.policeHead, { products: product });
    // The head of the police stands in for the office, and the office's officer for the head.
    const headAsOffice: Actor = {
      ...people.policeHead,
      standsInFor: { ...people.office, agency: "office", ...authority },
    };
    expect(codeOf(await send(strategy, "confirm", headAsOffice))).toBe("own_work");
    const officeForHead: Actor = {
      ...people.office,
      standsInFor: { ...people.policeHead, agency: "police", ...authority },
    };
    expect(codeOf(await send(strategy, "confirm", officeForHead))).toBe("own_work");
    expect(codeOf(await send(strategy, "confirm", people.office))).toBe("accepted");
  });
});
