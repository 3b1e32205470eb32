// The written form of lifecycles, built-in ones included.

import { type Static, Type } from "typebox";
import { requirements, stageCategories, whoRoles } from "../plan.ts";
import { annotations, byId, closed, hint, id, keyword, oneOrMany, text, yesNo } from "./pieces.ts";

export const label = Type.Union([
  text("Nhãn hiển thị.", "What people read."),
  closed({
    vi: text("Nhãn tiếng Việt.", "Vietnamese label."),
    en: text("Nhãn tiếng Anh.", "English label."),
  }),
]);

/** Ids of states and commands may have underscores too. */
const chartIdPattern = "^[a-z][a-z0-9_-]{0,62}$";
const stateId = Type.String({
  pattern: chartIdPattern,
  "x-id": true,
  ...hint("Mã trạng thái.", "Id of a state."),
});

const state = closed({
  label,
  category: keyword(stageCategories, "Nhóm trạng thái, quyết định cách đếm.", "The stage it counts as."),
});

const command = closed({
  label,
  from: oneOrMany(stateId, 100),
  to: Type.Optional(stateId),
  who: oneOrMany(keyword(whoRoles, "Ai được dùng lệnh này.", "Who may send it."), 20),
  require: Type.Optional(oneOrMany(keyword(requirements, "Phải có gì.", "What it must bring or meet."), 20)),
  stamps_completion: Type.Optional(yesNo("Ghi thời điểm hoàn thành.", "Sets the completion instant.")),
  clears_completion: Type.Optional(yesNo("Xóa thời điểm hoàn thành.", "Clears the completion instant.")),
  on_due: Type.Optional(yesNo("Đồng hồ gửi khi đến hạn.", "Sent by the clock when the due has passed.")),
});

export const lifecycle = closed(
  {
    label: Type.Optional(label),
    extends: Type.Optional(
      id(
        "Quy trình có sẵn được kế thừa.",
        "The built-in lifecycle it starts from; states and commands replace by id.",
      ),
    ),
    initial: Type.Optional(stateId),
    states: Type.Optional(byId(state, chartIdPattern)),
    commands: Type.Optional(byId(command, chartIdPattern)),
    ...annotations,
  },
  hint("Một quy trình xử lý.", "A lifecycle."),
);

export type WrittenLabel = Static<typeof label>;
export type WrittenLifecycle = Static<typeof lifecycle>;
export type WrittenState = Static<typeof state>;
export type WrittenCommand = Static<typeof command>;
