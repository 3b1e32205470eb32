// The statechart of a lifecycle: what it takes, what it records, what it refuses to restore.

import { describe, expect, it } from "vitest";
import type { Lifecycle, LifecycleCommand } from "../language/plan.ts";
import { lifecycleMachine, lifecycleMachineConfig } from "./lifecycle-machine.ts";
import type { MachineEvent } from "./machine-event.ts";
import { toMermaid, toStately } from "./statechart-export.ts";

const label = { vi: "Nhãn", en: "Label" };
const nothing = { source: [], assumption: null, understood: null };

function command(change: Partial<LifecycleCommand>): LifecycleCommand {
  return {
    label,
    from: [],
    to: null,
    who: ["head"],
    require: [],
    stampsCompletion: false,
    clearsCompletion: false,
    onDue: false,
    ...change,
  };
}

const lifecycle: Lifecycle = {
  ...nothing,
  id: "short",
  version: 1,
  label,
  initial: "open",
  states: {
    open: { label: { vi: "Đang làm", en: "Open" }, category: "active" },
    sent: { label: { vi: "Đã gửi", en: "Sent" }, category: "waiting" },
    done: { label: { vi: "Xong", en: "Done" }, category: "done" },
  },
  commands: {
    progress: command({ from: ["open"] }),
    submit: command({ from: ["open"], to: "sent", require: ["products"], stampsCompletion: true }),
    rework: command({
      from: ["sent"],
      to: "open",
      who: ["office"],
      require: ["reason"],
      clearsCompletion: true,
    }),
    confirm: command({ from: ["sent"], to: "done", who: ["office"], require: ["not_submitter"] }),
  },
};

const all = {
  reason: true,
  document: true,
  products: true,
  answer: true,
  due: true,
  coordinators_answered: true,
  agency: true,
  decided_by: true,
  handler: true,
  soon_enough: true,
  extensions_left: true,
  figures: true,
};

function event(type: string, change: Partial<MachineEvent> = {}): MachineEvent {
  const nothing = {
    standsInFor: null,
    percent: null,
    answer: null,
    due: null,
    lapsesAt: null,
    completedAt: null,
  };
  return { type, at: 5, actor: "a", holds: ["head"], brings: all, ...nothing, ...change };
}

describe("a lifecycle's machine", () => {
  const machine = lifecycleMachine(lifecycle);

  it("starts in its initial state beside the extension region", () => {
    expect(machine.initial.value).toEqual({ main: "open", extension: "none" });
    expect(JSON.parse(JSON.stringify(machine.initial))).toEqual(machine.initial);
  });

  it("stamps completion with the effective instant and clears it on rework", () => {
    const sent = machine.next(machine.initial, event("submit", { at: 77 }));
    expect(sent?.value.main).toBe("sent");
    expect(sent?.context).toMatchObject({ completedAt: 77, submittedBy: "a" });
    const back = sent && machine.next(sent, event("rework", { holds: ["office"], actor: "b" }));
    expect(back?.value.main).toBe("open");
    expect(back?.context).toMatchObject({ completedAt: null, submittedBy: null, reworks: 1 });
  });

  it("takes nothing without the role, the requirement or the state", () => {
    expect(machine.next(machine.initial, event("submit", { holds: ["office"] }))).toBeNull();
    expect(
      machine.next(machine.initial, event("submit", { brings: { ...all, products: false } })),
    ).toBeNull();
    expect(machine.next(machine.initial, event("confirm", { holds: ["office"] }))).toBeNull();
    expect(machine.next(machine.initial, event("no_such_command"))).toBeNull();
  });

  it("lets nobody confirm his own submission", () => {
    const sent = machine.next(machine.initial, event("submit", { actor: "a" }));
    expect(sent).not.toBeNull();
    if (sent === null) return;
    expect(machine.next(sent, event("confirm", { actor: "a", holds: ["office"] }))).toBeNull();
    expect(machine.next(sent, event("confirm", { actor: "b", holds: ["office"] }))?.value.main).toBe("done");
  });

  it("counts what leaves the state as it is, so that it is a change", () => {
    const told = machine.next(machine.initial, event("progress", { percent: 40 }));
    expect(told?.value.main).toBe("open");
    expect(told?.context).toMatchObject({ percent: 40, records: 1 });
  });

  it("extends beside whatever state the work is in", () => {
    const extended = machine.next(machine.initial, event("adjust_due", { holds: ["issuer"] }));
    expect(extended?.value).toEqual({ main: "open", extension: "granted" });
  });

  it("refuses a stored state of another machine", () => {
    const foreign = { ...machine.initial, value: { main: "elsewhere", extension: "none" } };
    expect(() => machine.next(foreign, event("submit"))).toThrow();
    const halved = { ...machine.initial, value: { main: "open" } as never };
    expect(() => machine.next(halved, event("submit"))).toThrow();
  });

  it("holds no timers, invocations, spawns or history", () => {
    const text = JSON.stringify(lifecycleMachineConfig(lifecycle));
    expect(text).not.toMatch(/"(after|invoke|spawn|history|always)"/);
    expect(lifecycleMachineConfig(lifecycle).options.maxIterations).toBe(1000);
  });

  it("exports to Stately JSON and to Mermaid", () => {
    expect(JSON.parse(toStately(lifecycle)).states.main.states.open.on.submit.target).toBe("sent");
    const drawing = toMermaid(lifecycle, "vi");
    expect(drawing).toContain('state "Đang làm" as open');
    expect(drawing).toContain("open --> sent : Nhãn");
    expect(drawing).toContain("done --> [*]");
  });
});
