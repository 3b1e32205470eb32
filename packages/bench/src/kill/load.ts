// The load a node carries: callers that each work on assignments of their own, round and round.

import type { AssignmentCommand, AssignmentView, CommandData } from "@kehoach/engine";
import { dateOfInstant } from "@kehoach/engine/calendar";
import { headOf, issuer } from "../../../engine/testing/generated-plan.ts";
import type { Random } from "../../../engine/testing/random.ts";

/** A command with everything named, so that it can be sent again exactly as it was. */
export type LoadCommand = AssignmentCommand;

type Target = Pick<AssignmentView, "planId" | "id" | "agencyId" | "stage">;

const document = { number: "7/QĐ-UBND", date: "2017-02-01", issuer: null, title: null };
const reason = "Cần bổ sung số liệu của quý trước";
const day = 86_400_000_000;

/** The next command for an assignment in this state; `requestId` must be new. */
export function nextCommand(target: Target, requestId: string, now: number, random: Random): LoadCommand {
  const command = (type: string, by: "agency" | "issuer", data?: CommandData): LoadCommand => ({
    target: "assignment",
    planId: target.planId,
    assignmentId: target.id,
    type,
    requestId,
    source: "api",
    actor: by === "agency" ? headOf(target.agencyId) : issuer,
    data,
  });
  if (target.stage === "handed") {
    return random.chance(0.7) ? command("give-back", "issuer", { reason }) : command("close", "issuer");
  }
  if (target.stage === "closed") return command("reopen", "issuer", { reason });
  const draw = random.next();
  if (draw < 0.15) return command("hand-over", "agency");
  if (draw < 0.35) {
    const due = dateOfInstant(now + (3 + random.below(20)) * day);
    return command("adjust_due", "issuer", { reason, document, due });
  }
  if (draw < 0.55) return command("record", "agency", { note: `Ghi chú ${requestId}` });
  return command("record", "agency", { percent: random.below(101) });
}

/** The state the command leads to when it is accepted. */
export function stageAfter(type: string, stage: string): string {
  const stages: Readonly<Record<string, string>> = {
    "hand-over": "handed",
    "give-back": "running",
    close: "closed",
    reopen: "running",
  };
  return stages[type] ?? stage;
}
