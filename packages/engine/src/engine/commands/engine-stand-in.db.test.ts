// Standing in for somebody: what a substitute may do, until when, and whose names the ledger keeps.

import { expect, it } from "vitest";
import { codeOf, sampleEngine } from "../../../testing/sample-engine.ts";
import { people } from "../../../testing/sample-plan.ts";
import { eachDatabase } from "../../../testing/test-databases.ts";
import type { Actor, StandIn } from "../../execute/command.ts";

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

  it("is looked up in the register at each use: days, positions and a newer version count, for reads too", async () => {
    const { engine, planId, find, turnTo, send } = await sampleEngine(open);
    const text = (from: string, days: string, roles = "head") => `kehoach: 1
kind: authorities
id: leave
title: Leave
from: ${from}
people:
  - { id: ${people.policeHead.id}, name: Giám đốc, agency: police, roles: ${roles} }
  - { id: deputy, name: Phó Giám đốc, agency: labour, roles: officer }
authorities:
  - id: leave
    substitute: deputy
    stands_for: ${people.policeHead.id}
    document: { number: 05/GUQ-CAT, date: 2017-02-01 }
    ${days}
`;
    const february = text("2017-02-01", "from: 2017-02-01\n    to: 2017-02-28");
    const register = (body: string, actor = people.office) =>
      engine.register({ documents: [{ text: body }], actor });
    expect(await register(february, people.policeHead)).toMatchObject({
      registered: false,
      refusal: { code: "not_your_role" },
    });
    expect(await register(february.replace("roles: head", "roles: hed"))).toMatchObject({
      registered: false,
      problems: [{ code: "keyword_unknown" }],
    });
    expect(await register(february)).toMatchObject({
      registered: true,
      documents: [{ kind: "authorities" }],
    });
    expect(await register(february)).toMatchObject({ registered: true });
    expect(await register(february.replace("Phó Giám", "Giám"))).toMatchObject({
      refusal: { code: "register_document_exists" },
    });

    const deputy: Actor = { id: "deputy", name: "Phó Giám đốc", agency: "labour", roles: ["officer"] };
    const named: Actor = { ...deputy, standsInFor: "leave" };
    const strategy = await find("strategy");
    const decline = (actor: Actor) => send(strategy, "decline", actor, { reason: "Không đúng chức năng" });
    expect(codeOf(await decline(named))).toBe("unknown_authority");
    turnTo("2017-02-10");
    expect(await engine.authorities()).toMatchObject([
      {
        authority: "leave",
        substitute: "deputy",
        id: people.policeHead.id,
        roles: ["head"],
        to: "2017-02-28",
      },
    ]);
    expect(codeOf(await decline(deputy))).toBe("not_your_role");
    const open_ = (await engine.allowed(planId, strategy.id, named)).filter(
      ({ refusal }) => refusal === null,
    );
    expect(open_.map(({ type }) => type)).toContain("decline");
    const monthly = await find("monthly");
    expect(await engine.as(deputy).assignment(planId, monthly.id)).toMatchObject({ textsVisible: true });
    const accept = {
      target: "assignment",
      planId,
      assignmentId: strategy.id,
      type: "accept",
      requestId: "accept",
      actor: named,
    } as const;
    expect(codeOf(await engine.dispatch(accept))).toBe("accepted");
    turnTo("2017-03-01");
    const late = await decline(named);
    expect(codeOf(late)).toBe("authority_not_in_force");
    expect(late.accepted ? "" : late.vi).toContain("28/02/2017");
    // A retry gets what was recorded, whatever holds now.
    expect(await engine.dispatch(accept)).toMatchObject({ accepted: true, repeated: true });
    expect(await engine.authorities()).toEqual([]);

    const clerk = text("2017-03-01", "from: 2017-03-01\n    to: 2017-03-31\n    roles: head", "clerk");
    await register(clerk);
    expect(codeOf(await decline(named))).toBe("authority_empty");
    expect(await engine.verify(planId)).toMatchObject({ intact: true });
  });
});
