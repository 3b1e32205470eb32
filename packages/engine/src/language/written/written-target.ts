// The written form of targets, one object per type.

import { type Static, type TProperties, Type } from "typebox";
import {
  annotations,
  closed,
  date,
  decimal,
  hint,
  id,
  keyword,
  list,
  oneOrMany,
  text,
  wholeNumber,
  yesNo,
} from "./pieces.ts";
import { due } from "./written-due.ts";
import { agency, cumulative, inputs, reportEvery } from "./written-input.ts";

const formula = text(
  "Công thức trên các số liệu đã khai báo, ví dụ khoi_to / tiep_nhan.",
  "A formula over the declared inputs, such as prosecuted / received.",
);

const bound = Type.Unsafe<string>({
  type: ["string", "number"],
  "x-decimal": true,
  ...hint(
    "Mức phải đạt: trên 95 %, ít nhất 90 %, 100 %, không quá 5.",
    "What must be reached: over 95 %, at least 90 %, 100 %, at most 5.",
  ),
});

const direction = keyword(["up", "down"], "Tăng hay giảm thì tốt.", "Which way is better.");
const changeMode = keyword(
  ["percentage_points", "relative", "absolute"],
  "Điểm phần trăm, tỷ lệ tương đối hay số tuyệt đối.",
  "Percentage points, relative to the base, or in absolute figures.",
);
const base = Type.Union([
  keyword(["previous_year", "same_period"], "So với năm trước hay cùng kỳ.", "Compared with when."),
  Type.Integer({ minimum: 1900, maximum: 2200, ...hint("So với năm nào.", "The year compared with.") }),
  closed({
    value: decimal("Giá trị gốc đã biết.", "The known base value."),
    label: Type.Optional(text("Giá trị gốc lấy ở đâu.", "Where it comes from.")),
  }),
]);
/** What it should have reached when: of targets that reach a value step by step. */
const trajectory = Type.Optional(
  Type.Union([
    keyword(
      ["linear"],
      "Tăng hoặc giảm đều trong cả thời gian thực hiện.",
      "Even steps over the plan's period.",
    ),
    list(
      closed({
        on: date(
          "Đến ngày nào, hoặc hết tháng, quý nào.",
          "By which day, or the end of which month or quarter.",
        ),
        value: decimal("Khi đó phải đạt bao nhiêu.", "What it should have reached by then."),
      }),
      400,
    ),
  ]),
);

const common = {
  id: id("Mã chỉ tiêu.", "Id of the target."),
  title: text("Nội dung chỉ tiêu.", "What is promised."),
  objective: Type.Optional(id("Mã mục tiêu.", "Id of its objective.")),
  owner: Type.Optional(agency),
  unit: Type.Optional(text("Đơn vị tính.", "Unit of the target.")),
  regime: Type.Optional(id("Chế độ báo cáo.", "The regime of its reports.")),
  report_every: Type.Optional(reportEvery),
  cumulative: Type.Optional(cumulative),
  estimate: Type.Optional(
    yesNo("Cho dùng số ước khi chưa có số chính thức.", "Estimates stand until official."),
  ),
  small_n: Type.Optional(
    wholeNumber(1, 1_000_000, "Cảnh báo khi mẫu số nhỏ hơn.", "Warn below this denominator."),
  ),
  inputs: Type.Optional(inputs),
  ...annotations,
};

const target = <const T extends string, P extends TProperties>(type: T, properties: P) =>
  closed({ type: Type.Literal(type), ...common, ...properties });

export const targets = Type.Union(
  [
    target("ratio", {
      numerator: formula,
      denominator: formula,
      level: bound,
      trajectory,
      direction: Type.Optional(direction),
      den_empty: Type.Optional(
        keyword(["not_applicable", "met"], "Khi mẫu số bằng không.", "What an empty denominator means."),
      ),
    }),
    target("count", {
      formula: Type.Optional(formula),
      level: bound,
      trajectory,
      direction: Type.Optional(direction),
    }),
    target("delta", {
      formula: Type.Optional(formula),
      level: bound,
      trajectory,
      direction,
      change: Type.Optional(changeMode),
      base: Type.Optional(base),
    }),
    target("range", {
      formula: Type.Optional(formula),
      from: bound,
      to: bound,
      direction: Type.Optional(direction),
      binding: Type.Optional(
        keyword(["floor", "both"], "Cận nào phải đạt.", "Whether reaching the near end is enough."),
      ),
      change: Type.Optional(changeMode),
      base: Type.Optional(base),
    }),
    target("composite", {
      all_of: Type.Array(id("Mã chỉ tiêu.", "Id of a target."), { minItems: 1, maxItems: 100 }),
    }),
    target("per_unit", {
      each: oneOrMany(id("Mã cơ quan hoặc nhóm.", "An agency or a group.")),
      except: Type.Optional(oneOrMany(agency)),
      formula: Type.Optional(formula),
      level: bound,
      trajectory,
      direction: Type.Optional(direction),
      share: Type.Optional(bound),
    }),
    target("mean", {
      total: formula,
      units: formula,
      level: bound,
      trajectory,
      direction: Type.Optional(direction),
    }),
    target("rank", {
      publisher: Type.Optional(text("Nơi công bố.", "Who publishes it.")),
      field_size: Type.Optional(wholeNumber(1, 100_000, "Số đơn vị được xếp hạng.", "How many are ranked.")),
      lag_months: Type.Optional(wholeNumber(0, 60, "Số tháng chờ kết quả.", "Months until it is known.")),
      level: bound,
      change: Type.Optional(changeMode),
      base: Type.Optional(base),
    }),
    target("index", {
      publisher: Type.Optional(text("Nơi công bố.", "Who publishes it.")),
      lag_months: Type.Optional(wholeNumber(0, 60, "Số tháng chờ kết quả.", "Months until it is known.")),
      level: bound,
      trajectory,
      direction: Type.Optional(direction),
      change: Type.Optional(changeMode),
      base: Type.Optional(base),
    }),
    target("milestone", {
      product: text("Sản phẩm.", "What must exist."),
      due,
      by_task: Type.Optional(
        id(
          "Nhiệm vụ của kế hoạch này mà khi hoàn thành thì mốc đạt; không ghi thì cơ quan báo cáo ngày.",
          "The task of this plan whose completion reaches it; without it, the day is reported.",
        ),
      ),
    }),
    target("zero", { formula: Type.Optional(formula) }),
    target("directional", {
      direction,
      formula: Type.Optional(formula),
      base: Type.Optional(base),
    }),
    target("qualitative", {
      assessor: Type.Optional(agency),
      criteria: Type.Optional(text("Đánh giá theo tiêu chí nào.", "By what it is judged.")),
      on: Type.Optional(date("Ngày đánh giá.", "When it is judged.")),
    }),
  ],
  { discriminator: { propertyName: "type" }, ...hint("Một chỉ tiêu.", "A target.") },
);

export type WrittenTarget = Static<typeof targets>;
export type WrittenBase = Static<typeof base>;
