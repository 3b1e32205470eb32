// Plan 42's targets walked through 2017, month by month, with invented figures and the verdicts worked out by hand.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { at } from "../../../testing/sample-plan.ts";
import { eachDatabase } from "../../../testing/test-databases.ts";
import type { ReadingStatus } from "../../execute/reading.ts";
import { rationalText } from "../../measure/index.ts";
import { sampleActor } from "../../testing/sample-actor.ts";
import { engineOn } from "../create-engine.ts";
import type { Engine, SourceText } from "../engine.ts";
import type { TargetsQuestion } from "./targets-question.ts";

interface Walk {
  steps: readonly {
    on: string;
    of: string;
    status?: ReadingStatus;
    values: Readonly<Record<string, number>>;
    reason?: string;
    confirmed?: boolean;
    refused?: string;
    then?: Readonly<Record<string, string>>;
  }[];
  then_read: readonly { at?: string; through?: string; targets: Readonly<Record<string, string>> }[];
}

const file = (path: string): SourceText => ({
  file: path,
  text: readFileSync(fileURLToPath(new URL(`../../../../../plans/${path}`, import.meta.url)), "utf8"),
});
const walk: Walk = parse(
  readFileSync(
    fileURLToPath(new URL("../../../scenarios/targets/plan-42-in-2017.yaml", import.meta.url)),
    "utf8",
  ),
);
const register = ["to-chuc-nghe-an-2017", "calendar-vn-2017", "che-do-nghe-an-2017"];

/** What stands in the file: the verdict, the value or –, why there is no verdict. */
async function standing(engine: Engine, question: TargetsQuestion): Promise<Map<string, string>> {
  const targets = await engine.targets(question);
  return new Map(
    targets.map(({ target, judgement: { verdict, value, reason } }) => [
      target.id,
      [verdict, value === null ? "–" : rationalText(value), reason].filter((part) => part !== null).join(" "),
    ]),
  );
}

eachDatabase("plan 42 in 2017", (open) => {
  it("stands month by month as worked out by hand", async () => {
    let now = at("2017-01-20");
    const engine = engineOn(await open(), { sweepEvery: null, clock: { now: () => now } });
    const issued = await engine.issue({
      plan: file("kh-42-2017.yaml"),
      register: register.map((name) => file(`register/${name}.yaml`)),
      actor: sampleActor("ubnd-tinh", "issuer"),
    });
    if (!issued.issued) throw new Error(JSON.stringify(issued));
    const { planId } = issued;
    const inputs = (await engine.compiled(planId))?.inputs;
    for (const {
      on,
      of,
      status = "official",
      values,
      reason,
      confirmed = false,
      refused,
      then = {},
    } of walk.steps) {
      now = at(on);
      const byAgency = Map.groupBy(
        Object.entries(values),
        ([input]) => inputs?.get(input)?.agencies[0] ?? "",
      );
      for (const [agency, own] of byAgency) {
        const readings = own.map(([input, value]) => {
          const said = { input, period: String(of), status, value: String(value) };
          return confirmed ? { ...said, confirmed } : said;
        });
        const data = { readings, ...(reason !== undefined && { reason }) };
        const actor = sampleActor(agency, "clerk");
        const outcome = await engine.dispatch({ target: "plan", planId, type: "report", actor, data });
        const code = outcome.accepted ? undefined : outcome.code;
        expect([on, agency, code]).toEqual([on, agency, refused]);
      }
      now = at(on, "23:00");
      const stands = await standing(engine, { planId });
      const found = Object.fromEntries(Object.keys(then).map((id) => [id, stands.get(id)]));
      expect({ on, ...found }).toEqual({ on, ...then });
    }
    // The court's estimate for the whole year, though the plan does not count estimates as reached.
    const [outlook] = (await engine.targets({ planId, asOf: at("2017-12-06") })).flatMap(
      ({ target, outlook: one }) => (target.id === "xet-xu" && one !== null ? [one] : []),
    );
    expect(outlook?.estimate && rationalText(outlook.estimate)).toBe("20/21");
    for (const { at: day, through, targets } of walk.then_read) {
      const question = {
        ...(day !== undefined && { asOf: at(day) }),
        ...(through !== undefined && { through }),
      };
      const stands = await standing(engine, { planId, ...question });
      const found = Object.fromEntries(Object.keys(targets).map((id) => [id, stands.get(id)]));
      expect({ day, through, ...found }).toEqual({ day, through, ...targets });
    }
    expect(await engine.verify(planId)).toMatchObject({ intact: true });
  });
});
