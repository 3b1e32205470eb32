// Adopting newer versions of the register for a plan in force, on both databases: computed dues move, stated ones do not.

import { expect, it } from "vitest";
import { amending, resultOf, textWith, told } from "../../../testing/amending.ts";
import { at, people, sampleRegister } from "../../../testing/sample-plan.ts";
import { eachDatabase } from "../../../testing/test-databases.ts";

eachDatabase("a newer calendar", (open) => {
  const newer = {
    text: (sampleRegister[1]?.text ?? "")
      .replace("from: 2016-12-01", "from: 2017-03-01")
      .concat("swaps:\n  - { off: 2017-03-10, worked: 2017-03-04 }\n"),
  };

  it("moves what was computed and nothing that was stated, when it is adopted", async () => {
    const { engine, planId, find, turnTo, amend } = await amending(open);
    const added = `  - id: counted
    title: Việc tính theo ngày làm việc
    lead: labour
    due: { count: 5, unit: working_days, event: opening }
  - id: stated
    title: Việc có ngày ghi sẵn
    lead: labour
    due: 10/3/2017
`;
    await amend(textWith(["  - id: awareness", `${added}  - id: awareness`]));
    expect(await find("counted")).toMatchObject({ dueOn: "2017-03-08" });
    const adopt = { adopt: planId, actor: people.office, register: [newer] };
    const preview = await engine.amend({ ...adopt, preview: true });
    expect(preview).toMatchObject({
      amended: true,
      changes: {
        register: [{ kind: "calendar", id: "sample-calendar", from: "2016-12-01", to: "2017-03-01" }],
        keys: [],
        tasks: { added: [], removed: [], changed: [] },
        dues: [{ task: "counted", from: "2017-03-08", to: "2017-03-07", kind: "computed" }],
        opened: [],
        withdrawn: [],
      },
    });
    expect(resultOf(await engine.amend(adopt))).toBe("amended");
    const counted = await find("counted");
    expect(counted.dueHistory.map(told)).toEqual([
      ["computed", "2017-03-08", null, "2016-12-01"],
      ["computed", "2017-03-07", null, "2017-03-01"],
    ]);
    // A stated date stays, though what comes three working days before it does not.
    const stated = await find("stated");
    expect(stated).toMatchObject({ dueOn: "2017-03-10", planVersion: 3 });
    expect(stated.dueHistory).toHaveLength(1);
    expect(stated.soonAt).toBe(at("2017-03-07", "00:00"));
    expect(resultOf(await engine.amend({ adopt: "sample", actor: people.office }))).toBe("changes_nothing");
    turnTo("2017-03-08");
    await engine.sweep();
    expect(await find("counted")).toMatchObject({ noticed: "overdue" });
    expect(await engine.verify(planId)).toMatchObject({ intact: true });
  });
});

eachDatabase("a due amended into the past", (open) => {
  it("lets nothing that time brings count from before a due was moved into the past", async () => {
    const { engine, planId, find, amend, turnTo } = await amending(open);
    const strategy = await find("strategy");
    turnTo("2017-04-10", "15:00");
    // Due since February, as nobody knew before now; the document is of 1 March.
    await amend(
      textWith(
        ["due: 30/6/2017", "due: 20/2/2017"],
        ["accept_days: by_hand", "accept_days: by_hand, escalate_days: [0, 2, 5]"],
      ),
    );
    const moved = await find("strategy");
    expect(moved).toMatchObject({
      dueOn: "2017-02-20",
      noticed: "nothing",
      wakeAt: at("2017-04-10", "15:00"),
    });
    await engine.sweep();
    turnTo("2017-12-29");
    await engine.sweep();
    const { items } = await engine.history(planId, { assignmentId: strategy.id, limit: 500 });
    const steps = items.filter(({ actor, seq }) => actor === "clock" && seq > moved.seq);
    expect(steps.map(({ type }) => type)).toEqual(["overdue", "escalate", "escalate", "escalate"]);
    for (const { effectiveAt } of steps)
      expect(effectiveAt).toBeGreaterThanOrEqual(at("2017-04-10", "15:00"));
    expect((await find("strategy")).bucket).toBe("overdue");
    expect(await engine.verify(planId)).toMatchObject({ intact: true });
  });
});
