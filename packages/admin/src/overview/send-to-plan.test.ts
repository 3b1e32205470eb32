// Commands to a plan amid the entries of its agencies.

import type { CommandBody } from "@kehoach/server/contract";
import { expect, it } from "vitest";
import { sendToPlan } from "./send-to-plan.ts";

const body: CommandBody = { requestId: "r", planId: "p", type: "suspend", expected: 4 };
const answer = { accepted: true as const, repeated: false, seq: 8, entries: [] };
const conflict = new Error("conflict");
const isConflict = (error: unknown) => error === conflict;

function plan(conflicts: number) {
  const sent: CommandBody[] = [];
  const send = async (each: CommandBody) => {
    sent.push(each);
    if (sent.length <= conflicts) throw conflict;
    return answer;
  };
  return { sent, send };
}

it("is sent again when only agencies' entries came in between", async () => {
  const { sent, send } = plan(2);
  let seq = 5;
  const read = async () => ({ state: "in_force" as const, seq: seq++ });
  expect(await sendToPlan(body, "in_force", read, send, isConflict)).toEqual(answer);
  expect(sent.map(({ expected, requestId }) => [expected, requestId])).toEqual([
    [4, "r"],
    [5, "r"],
    [6, "r"],
  ]);
});

it("is a conflict when the plan's own state changed, or it never ends", async () => {
  const changed = plan(1);
  const suspended = async () => ({ state: "suspended" as const, seq: 5 });
  await expect(sendToPlan(body, "in_force", suspended, changed.send, isConflict)).rejects.toBe(conflict);
  expect(changed.sent).toHaveLength(1);
  const busy = plan(99);
  const same = async () => ({ state: "in_force" as const, seq: 5 });
  await expect(sendToPlan(body, "in_force", same, busy.send, isConflict)).rejects.toBe(conflict);
  expect(busy.sent).toHaveLength(5);
});

it("is not sent again for another trouble", async () => {
  const refused = new Error("not_your_role");
  const read = async () => ({ state: "in_force" as const, seq: 5 });
  await expect(sendToPlan(body, "in_force", read, () => Promise.reject(refused), isConflict)).rejects.toBe(
    refused,
  );
});
