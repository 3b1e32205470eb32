// What a weekly sheet says an agency proposes: what still waits for an answer, with the reason where it may be read.

import type { AssignmentView, Plan } from "@kehoach/engine";
import { expect, it } from "vitest";
import { type OverdueFacts, overdueTask } from "./overdue-task.ts";

const decline = { to: "returned" };
const plan = {
  kind: "plan",
  number: null,
  title: "Kế hoạch",
  issuer: "ubnd",
  office: null,
  viceChair: null,
  tasks: [],
  lifecycles: { standard: { commands: { decline } } },
} as unknown as Plan;

function proposal(
  view: { stage?: string; askedDue?: string; obstacle?: boolean },
  history: OverdueFacts["history"],
): string | null | undefined {
  const { stage = "in_progress", askedDue, obstacle = false } = view;
  const context = { askedDue: askedDue === undefined ? null : { date: askedDue, hour: null }, obstacle };
  const row = {
    bucket: "overdue",
    dueOn: "2017-02-28",
    dueAt: 1,
    taskId: "t",
    occurrence: "once",
    agencyId: "so-y-te",
    lifecycle: "standard",
    stage,
    snapshot: { context },
  } as unknown as AssignmentView;
  const about = { plan, planId: "p", view: row, agencyName: "Sở Y tế", requested: false, history };
  return overdueTask({ ...about, now: 1_488_500_000_000_000 }, "vi")?.proposal;
}

const said = (type: string, reason: string | null) => ({ type, agency: "so-y-te", textBodies: { reason } });

it("names a longer due asked for, an obstacle and work handed back", () => {
  expect(proposal({}, [said("report_obstacle", "Thiếu kinh phí")])).toBeNull();
  expect(proposal({ askedDue: "2017-03-31" }, [said("request_extension", "Chờ số liệu của huyện")])).toBe(
    "Đề nghị gia hạn đến 31/03/2017: Chờ số liệu của huyện",
  );
  expect(proposal({ obstacle: true }, [said("report_obstacle", "Thiếu kinh phí")])).toBe(
    "Báo cáo vướng mắc, xin ý kiến chỉ đạo: Thiếu kinh phí",
  );
  expect(proposal({ stage: "returned" }, [said("decline", "Không đúng chức năng")])).toBe(
    "Đề nghị trả lại nhiệm vụ: Không đúng chức năng",
  );
});

it("says that something is asked, and not why, to whoever may not read why", () => {
  const entries = [said("request_extension", null), said("report_obstacle", null)];
  expect(proposal({ askedDue: "2017-03-31", obstacle: true }, entries)).toBe(
    "Đề nghị gia hạn đến 31/03/2017; Báo cáo vướng mắc, xin ý kiến chỉ đạo",
  );
});
