// The written form of a due: a short text or an object.

import { type Static, Type } from "typebox";
import { closed, date, hint, id, keyword, text, wholeNumber, yesNo } from "./pieces.ts";

const dueObject = closed(
  {
    text: Type.Optional(
      text("Nguyên văn thời hạn trong văn bản.", "The due in the words of the signed text."),
    ),
    date: Type.Optional(date("Ngày, ví dụ 31/12/2017 hoặc 2017-12-31.", "A date, 31/12/2017 or 2017-12-31.")),
    bound: Type.Optional(
      keyword(
        ["before", "on_or_before"],
        "Trước ngày: không kể ngày đó. Chậm nhất ngày: kể cả ngày đó.",
        "before: that day is too late. on_or_before: that day still counts.",
      ),
    ),
    hour: Type.Optional(text("Giờ, ví dụ 14:00.", "An hour of that day, such as 14:00.")),
    count: Type.Optional(
      wholeNumber(0, 10_000, "Số ngày hoặc tháng sau sự kiện.", "How many units after the event."),
    ),
    unit: Type.Optional(keyword(["working_days", "days", "months"], "Đơn vị đếm.", "What is counted.")),
    event: Type.Optional(
      keyword(
        ["issue", "opening"],
        "Tính từ ngày ban hành hoặc từ khi giao việc (khi phát sinh).",
        "Counted from the plan's date of issue, or from the assignment's opening.",
      ),
    ),
    completed: Type.Optional(
      id(
        "Mã nhiệm vụ mà khi hoàn thành thì bắt đầu tính.",
        "Id of the task whose completion starts the count.",
      ),
    ),
    every: Type.Optional(
      keyword(
        ["week", "month", "quarter", "half_year", "nine_months", "year"],
        "Lặp lại theo kỳ; hạn là ngày cuối kỳ.",
        "Once each period; due on its last day.",
      ),
    ),
    regime: Type.Optional(id("Chế độ báo cáo chia kỳ.", "The regime that cuts the periods.")),
    offset: Type.Optional(
      wholeNumber(0, 1000, "Số ngày sau ngày cuối kỳ.", "Units after the last day of the period."),
    ),
    window_end: Type.Optional(yesNo("Hạn là ngày cuối của mỗi đợt.", "Due on the last day of each window.")),
    session: Type.Optional(text("Kỳ họp chưa biết ngày.", "A session whose date is not known yet.")),
    none: Type.Optional(yesNo("Không có thời hạn.", "There is no due date.")),
  },
  hint("Thời hạn viết theo từng phần.", "A due spelled out part by part."),
);

export const due = Type.Union([
  text(
    "Thời hạn: 31/12/2017, chậm nhất 30/6/2017 14:00, quý III, cuối tháng 7, hằng tháng, thường xuyên, sau 10 ngày làm việc kể từ ngày ban hành…",
    "The due: 31/12/2017, by 30/6/2017 14:00, quarter III, end of July, monthly, ongoing, 10 working days after issue…",
  ),
  dueObject,
]);

export type WrittenDue = Static<typeof due>;
export type WrittenDueObject = Static<typeof dueObject>;
