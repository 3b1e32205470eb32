// A test of a program that embeds the engine: a report nobody makes is noticed as overdue the day after its due.

import { readFileSync } from "node:fs";
import { openTestEngine, sampleActor } from "@kehoach/engine/testing";
import { expect, test } from "vitest";

const text = (file: string) => ({
  file,
  text: readFileSync(new URL(`../../plans/${file}`, import.meta.url), "utf8"),
});

test("an agency that does nothing is overdue", { timeout: 60_000 }, async () => {
  await using trial = await openTestEngine("2017-02-01");
  const { engine } = trial;
  const issued = await engine.issue({
    plan: text("kh-42-2017.yaml"),
    register: [
      text("register/to-chuc-nghe-an-2017.yaml"),
      text("register/calendar-vn-2017.yaml"),
      text("register/che-do-nghe-an-2017.yaml"),
    ],
    actor: sampleActor("ubnd-tinh", "vice_chair"),
  });
  if (!issued.issued) throw new Error(issued.refusal?.en ?? issued.problems[0]?.en);

  const mine = { planId: issued.planId, agency: "so-y-te", role: "lead", bucket: "overdue" } as const;
  expect((await engine.assignments(mine)).items).toEqual([]);
  await trial.advanceTo("2017-04-03");
  const [overdue] = (await engine.assignments(mine)).items;
  expect(overdue?.dueOn).toBe("2017-02-28");

  // Noticed on its day, though time passed in one step.
  const history = await engine.history(issued.planId, { assignmentId: overdue?.id });
  expect(history.items.map(({ type }) => type)).toContain("overdue");
  await trial.advanceWorkingDays("kh-42-2017", 2);
  expect(trial.today()).toBe("2017-04-05");
});
