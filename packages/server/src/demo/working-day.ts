// What agencies and the office do on one working day of a demo's year: most in time, some late, a few not at all.

import type { Micros } from "@kehoach/engine";
import { addDays, type Calendar, dateOfInstant } from "@kehoach/engine/calendar";
import type { DemoCommand, DemoTarget } from "./first-days.ts";

/** Commands of the day, for the open assignments given. The same assignments on the same day give the same commands;
 *  what a visitor did meanwhile is taken as it is and carried on from. */
export function workingDay(date: string, targets: readonly DemoTarget[], calendar: Calendar): DemoCommand[] {
  const since = (instant: Micros): number => calendar.workingDaysBetween(dateOfInstant(instant), date);
  return targets.flatMap((target) => {
    const { view } = target;
    if (view.held) return [];
    const luck = luckOf(target);
    if (view.role === "coordinator") return answer(target, luck, since(view.openedAt));
    switch (view.category) {
      case "todo":
        return since(view.openedAt) >= 1 + (luck % 4)
          ? [{ target, type: "accept", by: clerks, data: {} }]
          : [];
      case "active":
        return work(target, luck, date, since(view.touchedAt), calendar);
      case "waiting":
        return since(view.touchedAt) >= 2 + (luck % 4) ? [judge(target, luck)] : [];
      default:
        return [];
    }
  });
}

const clerks = ["clerk", "head"] as const;
const anyone = ["head", "officer", "clerk"] as const;

/** Of a hundred: below `inTime` reports in time, below `late` late, the rest not before the year is over. */
const inTime = 62;
const late = 90;

function answer(target: DemoTarget, luck: number, age: number): DemoCommand[] {
  if (luck >= late || age < 2 + (luck % 6)) return [];
  const note =
    luck % 9 === 4
      ? "Đề nghị điều chỉnh thời gian cho phù hợp với chương trình công tác của cơ quan."
      : "Thống nhất nội dung phối hợp; đã cử đầu mối tham gia.";
  return [
    { target, type: "answer", by: anyone, data: { answer: luck % 9 === 4 ? "differ" : "agree", note } },
  ];
}

function work(
  target: DemoTarget,
  luck: number,
  date: string,
  untouched: number,
  calendar: Calendar,
): DemoCommand[] {
  const { view } = target;
  if (view.dueOn === null) return [];
  // Counted from the due, so that a due that was moved moves the work too; work begun late still takes its days.
  const offset = luck < inTime ? -1 - (luck % 6) : luck < late ? 2 + (luck % 17) : Number.POSITIVE_INFINITY;
  if (Number.isFinite(offset) && untouched >= 2 && date >= shifted(view.dueOn, offset, calendar)) {
    return [submit(target, date, luck)];
  }
  const { reminders } = view.snapshot.context;
  if (offset > 0 && date > view.dueOn && reminders < 3 && untouched >= 10 * (reminders + 1)) {
    const note = "Nhiệm vụ đã quá hạn; đề nghị báo cáo kết quả, nêu rõ nguyên nhân và thời gian hoàn thành.";
    return [{ target, type: "remind", by: ["office"], data: { note } }];
  }
  if (untouched >= 15 && date < view.dueOn) {
    const percent = Math.min(90, (view.snapshot.context.percent ?? 0) + 10 + (luck % 3) * 5);
    return [
      {
        target,
        type: "progress",
        by: ["officer", "head"],
        data: { percent, note: "Đang triển khai theo tiến độ." },
      },
    ];
  }
  return [];
}

function shifted(due: string, offset: number, calendar: Calendar): string {
  if (offset >= 0) return calendar.addWorkingDays(due, offset);
  let day = due;
  for (let left = -offset; left > 0; ) {
    day = addDays(day, -1);
    if (calendar.isWorkingDay(day)) left -= 1;
  }
  return day;
}

function submit(target: DemoTarget, date: string, luck: number): DemoCommand {
  const { task, view } = target;
  // Papers are numbered through the year.
  const number = 3 * Number(date.slice(5, 7)) + (luck % 40) + view.snapshot.context.reworks;
  const link = { number: `${number}/${task.cascade ? "KH" : "BC"}`, date, issuer: null, title: null };
  const products = Object.fromEntries(task.products.map(({ id }) => [id, link]));
  const note = "Đã hoàn thành; gửi kèm văn bản kết quả.";
  return { target, type: "submit", by: ["head"], data: { products, document: link, note } };
}

/** The office sends some back once, and confirms the rest. */
function judge(target: DemoTarget, luck: number): DemoCommand {
  if (luck % 11 === 5 && target.view.snapshot.context.reworks === 0) {
    const reason = "Kết quả chưa đủ số liệu theo yêu cầu; đề nghị bổ sung rồi báo cáo lại.";
    return { target, type: "rework", by: ["office"], data: { reason } };
  }
  return { target, type: "confirm", by: ["office"], data: { note: "Đã đối chiếu văn bản, đạt yêu cầu." } };
}

/** 0 to 99, the same for an assignment in every demo, though its id is not. */
function luckOf({ view, taskIndex }: DemoTarget): number {
  let hash = 17 + taskIndex;
  for (const letter of `${view.agencyId}/${view.occurrence}/${view.role}`) {
    hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
  }
  return hash % 100;
}
