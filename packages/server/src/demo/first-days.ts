// What agencies do in the first days of a demo's plan: who takes up what, reports, asks, answers and is urged.

import type { AssignmentView, CommandData, Micros, Plan, Task } from "@kehoach/engine";
import { addDays, endOfDay, weekday } from "@kehoach/engine/calendar";

export interface DemoTarget {
  view: AssignmentView;
  task: Task;
  /** Place of the task in the plan. */
  taskIndex: number;
}

export interface DemoCommand {
  target: DemoTarget;
  type: string;
  /** Positions to try in this order; `office` is the issuer's, the others the assignment's agency's. */
  by: readonly ("head" | "clerk" | "officer" | "office")[];
  data: CommandData;
}

export interface DemoStep {
  at: Micros;
  commands: readonly DemoCommand[];
}

/** Steps in order of time, over the four weekdays from the plan's date on. The same targets give the same steps. */
export function firstDays(targets: readonly DemoTarget[], plan: Plan): DemoStep[] {
  const [friday, monday, tuesday, wednesday] = weekdaysFrom(plan.issued ?? plan.period.from);
  const leads = targets.filter(({ view }) => view.role === "lead" && !view.held);
  const coordinations = targets.filter(({ view }) => view.role === "coordinator" && !view.held);
  const taken = leads.filter((_, index) => index % 5 !== 4);
  const own = taken.filter(({ task }) => task.cascade);
  const notTaken = leads.filter((_, index) => index % 5 === 4);
  const standing = new Set(plan.standingLeads.map(({ agency }) => agency));
  const submitting = own.filter((_, index) => index % 9 === 2);

  return [
    step(friday, "14:30", taken.filter(({ view }) => standing.has(view.agencyId)).map(accept)),
    step(
      monday,
      "08:40",
      taken.filter(({ view }, index) => !standing.has(view.agencyId) && index % 2 === 0).map(accept),
    ),
    step(
      monday,
      "15:10",
      taken.filter(({ view }, index) => !standing.has(view.agencyId) && index % 2 === 1).map(accept),
    ),
    step(tuesday, "09:20", coordinations.filter((_, index) => index % 4 === 0).map(agree)),
    step(tuesday, "10:05", coordinations.filter((_, index) => index % 11 === 5).map(differ)),
    step(tuesday, "16:00", taken.filter((_, index) => index % 4 === 1).map(report)),
    step(
      wednesday,
      "08:30",
      submitting.map((target) => submit(target, wednesday)),
    ),
    step(wednesday, "10:15", submitting.slice(0, 1).map(confirm)),
    step(wednesday, "10:40", submitting.slice(1, 2).map(rework)),
    step(wednesday, "16:30", notTaken.filter((_, index) => index % 3 === 0).map(remind)),
  ];
}

function step(date: string, hour: string, commands: DemoCommand[]): DemoStep {
  return { at: endOfDay(date, hour), commands };
}

function accept(target: DemoTarget): DemoCommand {
  return { target, type: "accept", by: ["clerk", "head"], data: {} };
}

function agree(target: DemoTarget): DemoCommand {
  const note = "Thống nhất với nội dung phối hợp; cử một lãnh đạo phòng làm đầu mối.";
  return { target, type: "answer", by: ["head", "officer", "clerk"], data: { answer: "agree", note } };
}

function differ(target: DemoTarget): DemoCommand {
  const reason = "Đề nghị phân định rõ phần việc của từng cơ quan và nguồn kinh phí trước khi triển khai.";
  return {
    target,
    type: "answer",
    by: ["head", "officer", "clerk"],
    data: { answer: "differ", reason, note: reason },
  };
}

const notes = [
  "Đã giao phòng chuyên môn xây dựng dự thảo, lấy ý kiến trong nội bộ.",
  "Đã họp thống nhất phân công với các cơ quan phối hợp.",
  "Đang rà soát số liệu năm trước để làm căn cứ so sánh.",
  "Đã gửi văn bản đề nghị các đơn vị cung cấp thông tin.",
] as const;

function report(target: DemoTarget, index: number): DemoCommand {
  const data = { percent: 5 + (index % 4) * 5, note: notes[index % notes.length] };
  return { target, type: "progress", by: ["officer", "head"], data };
}

function submit(target: DemoTarget, date: string): DemoCommand {
  // Each agency numbers its own papers; any number will do that is not the same for all.
  const number = 10 + (target.view.agencyId.length % 40);
  const link = { number: `${number}/KH`, date, issuer: null, title: null };
  const products = Object.fromEntries(target.task.products.map(({ id }) => [id, link]));
  return {
    target,
    type: "submit",
    by: ["head"],
    data: { products, document: link, note: "Đã ban hành kế hoạch triển khai của cơ quan." },
  };
}

function confirm(target: DemoTarget): DemoCommand {
  return { target, type: "confirm", by: ["office"], data: { note: "Đã đối chiếu văn bản, đạt yêu cầu." } };
}

function rework(target: DemoTarget): DemoCommand {
  const reason = "Kế hoạch chưa nêu phân công và thời hạn của từng việc; đề nghị bổ sung rồi báo cáo lại.";
  return { target, type: "rework", by: ["office"], data: { reason } };
}

function remind(target: DemoTarget): DemoCommand {
  const note = "Đề nghị tiếp nhận nhiệm vụ trước kỳ nghỉ Tết.";
  return { target, type: "remind", by: ["office"], data: { note, reason: note } };
}

/** The plan's date, or the next weekday, and the three weekdays after it. */
function weekdaysFrom(date: string): [string, string, string, string] {
  const next = (from: string): string => {
    let day = from;
    while (weekday(day) > 5) day = addDays(day, 1);
    return day;
  };
  const first = next(date);
  const second = next(addDays(first, 1));
  const third = next(addDays(second, 1));
  return [first, second, third, next(addDays(third, 1))];
}
