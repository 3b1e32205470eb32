// Texts with each problem of inputs, trajectories and reporting duties.

import { addTarget, other, plan, type Row, row } from "./problem-row.ts";

const target = "mã: them, nội dung: T, cơ quan chịu trách nhiệm: cong-an";
const count = `${target}, dạng: số lượng, mức: 3`;
const addInputs = (text: string) => plan("chỉ tiêu:\n", `số liệu: { ${text} }\nchỉ tiêu:\n`);
const reports = (text: string) =>
  plan("    chủ trì: so-y-te\n    thời hạn", `    chủ trì: so-y-te\n    báo cáo: ${text}\n    thời hạn`);

export const inputRows: Row[] = [
  row(
    "input_differs",
    plan("khoi_to: Đã khởi tố, tiep_nhan: Đã tiếp nhận", "khoi_to: Đã khởi tố, tiep_nhan: Tiếp nhận"),
    "Tiếp nhận",
    "targets[1].inputs.tiep_nhan",
  ),
  row(
    "input_unknown",
    addInputs("an: { nội dung: Án, cơ quan chịu trách nhiệm: cong-an, thuộc số liệu: tiep_nha }"),
    "tiep_nha",
    "inputs.an.part_of",
    "tiep_nhan",
  ),
  row(
    "input_unknown",
    plan("    các đợt", "    báo cáo: [xu_ly, xu_li]\n    các đợt"),
    "xu_li",
    "tasks[3].report[1]",
    "xu_ly",
  ),
  row(
    "input_cycle",
    addInputs(
      "a: { nội dung: A, cơ quan chịu trách nhiệm: cong-an, thuộc số liệu: b }, b: { nội dung: B, cơ quan chịu trách nhiệm: cong-an, thuộc số liệu: a }",
    ),
    "b",
    "inputs.a.part_of",
  ),
  row(
    "part_other_period",
    addInputs(
      "an: { nội dung: Án, cơ quan chịu trách nhiệm: cong-an, kỳ báo cáo: quý, lũy kế: có, thuộc số liệu: xu_ly }",
    ),
    "xu_ly",
    "inputs.an.part_of",
  ),
  row(
    "input_personal",
    plan("xu_ly: Đã xử lý", "xu_ly: Họ và tên nạn nhân"),
    "Họ và tên nạn nhân",
    "targets[0].inputs.xu_ly",
  ),
  row(
    "cumulative_unstated",
    addInputs("an: { nội dung: Án, cơ quan chịu trách nhiệm: cong-an, kỳ báo cáo: tháng }"),
    "{ nội dung: Án, cơ quan chịu trách nhiệm: cong-an, kỳ báo cáo: tháng }",
    "inputs.an",
  ),
  row(
    "cumulative_unstated",
    addTarget(`{ ${count}, kỳ báo cáo: quý }`),
    `{ ${count}, kỳ báo cáo: quý }`,
    "targets[0]",
  ),
  row("reporter_missing", addInputs("an: { nội dung: Án }"), "{ nội dung: Án }", "inputs.an"),
  row(
    "reporter_unclear",
    addInputs("an: { nội dung: Án, cơ quan chịu trách nhiệm: cong-an, từng cơ quan: huyen }"),
    "{ nội dung: Án, cơ quan chịu trách nhiệm: cong-an, từng cơ quan: huyen }",
    "inputs.an",
  ),
  row(
    "group_empty",
    addInputs("an: { nội dung: Án, từng cơ quan: [trong, cong-an] }"),
    "trong",
    "inputs.an.each[0]",
  ),
  row(
    "units_nobody",
    addTarget(`{ ${target}, dạng: từng đơn vị, từng cơ quan: so-y-te, trừ: so-y-te, mức: 3 }`),
    "so-y-te",
    "targets[0].each",
  ),
  row(
    "report_without_period",
    plan(
      "    sau: soan\n    thời hạn: quý III",
      "    sau: soan\n    báo cáo: có\n    thời hạn: thường xuyên",
    ),
    "báo cáo",
    "tasks[1].report",
  ),
  row(
    "report_without_period",
    plan("    sau: soan\n    thời hạn: quý III", "    sau: soan\n    báo cáo: có\n    thời hạn: quý III"),
    "báo cáo",
    "tasks[1].report",
  ),
  row("report_other_period", reports("[xu_ly]"), "xu_ly", "tasks[2].report[0]"),
  row(
    "formula_of_no_figure",
    addTarget(`{ ${count}, số liệu: { co: { nội dung: C, loại: có hay không } }, công thức: co + 1 }`),
    "co + 1",
    "targets[0].formula",
  ),
  row(
    "trajectory_percent_mixed",
    addTarget(`{ ${count}, lộ trình: [{ vào ngày: quý II, giá trị: 20 % }] }`),
    "20 %",
    "targets[0].trajectory[0].value",
  ),
  row(
    "trajectory_disordered",
    addTarget(
      `{ ${count}, lộ trình: [{ vào ngày: quý II, giá trị: 1 }, { vào ngày: 30/6/2017, giá trị: 2 }] }`,
    ),
    "30/6/2017",
    "targets[0].trajectory[1].on",
  ),
  row(
    "task_unknown",
    addTarget(`{ ${target}, dạng: mốc, sản phẩm: P, thời hạn: quý II, đạt khi xong nhiệm vụ: soann }`),
    "soann",
    "targets[0].by_task",
    "soan",
  ),
  row(
    "submission_unclear",
    other("regime", "{ offset: 2, unit: working_days,", "{ offset: 2, day: 25,"),
    '{ offset: 2, day: 25, hour: "16:00" }',
    "periods[0].submission",
  ),
];
