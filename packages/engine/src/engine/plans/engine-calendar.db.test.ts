// Calendars that extend others, issued through the engine on both databases: given together, or added to the register.

import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { at, people, sampleRegister } from "../../../testing/sample-plan.ts";
import { eachDatabase } from "../../../testing/test-databases.ts";
import { engineOn } from "../create-engine.ts";
import type { SourceText } from "../engine.ts";

const version = (name: string): SourceText => ({
  file: name,
  text: readFileSync(new URL(`../../../../../plans/register/${name}.yaml`, import.meta.url), "utf8"),
});
const national = version("calendar-vn");
const year2026 = version("calendar-vn-2025-10-13");
const swap = version("calendar-vn-2025-12-25");
const organisation = sampleRegister[0] as SourceText;
const province: SourceText = {
  text: `kehoach: 1
kind: calendar
id: province
title: Of a province
from: 2025-12-26
extends: lich-vn
holidays: [{ date: 2026-01-05, name: Storm }]
`,
};

const plan = (id: string, issued: string, calendar: string): SourceText => ({
  text: `kehoach: 1
kind: plan
id: ${id}
number: ${id}
title: A term over the New Year
issuer: committee
issued: ${issued}
signer: { name: A, position: Chairman, capacity: TM. }
period: { from: 2025-12-01, to: 2026-12-31 }
office: { agency: office }
organisation: sample-organisation
calendar: ${calendar}
tasks:
  - { id: report, title: Report, lead: police, due: 8 working days after issue }
`,
});

eachDatabase("calendars that extend others", (open) => {
  it("are counted by in the version known on the day of issue", async () => {
    const engine = engineOn(await open(), { sweepEvery: null, clock: { now: () => at("2026-01-02") } });
    const issue = async (id: string, issued: string, calendar: string, register: SourceText[] = []) => {
      const made = await engine.issue({
        plan: plan(id, issued, calendar),
        register,
        actor: people.office,
      });
      if (!made.issued) return made.problems.map(({ code }) => code);
      const { items } = await engine.assignments({ planId: made.planId });
      return items.map(({ dueOn }) => dueOn);
    };

    expect(await issue("p1", "2025-12-24", "lich-vn", [organisation, year2026])).toEqual([
      "base_calendar_missing",
    ]);
    // Given in any order, the later version first.
    expect(await issue("p1", "2025-12-24", "lich-vn", [year2026, national, organisation])).toEqual([
      "2026-01-06",
    ]);
    // The news alone: what it extends is in the register.
    expect(await issue("p2", "2025-12-25", "lich-vn", [swap])).toEqual(["2026-01-08"]);
    // A plan issued the day before does not know it, though the register now does; nor do old versions given again.
    expect(await issue("p3", "2025-12-24", "lich-vn", [swap])).toEqual(["2026-01-06"]);
    expect(await issue("p4", "2025-12-25", "lich-vn", [national, year2026])).toEqual(["2026-01-08"]);
    // A storm on 5 January, and the Saturday worked for the swap is the eighth working day.
    expect(await issue("p5", "2025-12-26", "province", [province])).toEqual(["2026-01-10"]);
    expect(await issue("p6", "2025-12-26", "province")).toEqual(["2026-01-10"]);
  });
});
