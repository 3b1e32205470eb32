// A faulty text for each code of a problem, read by the language itself, so that the reference shows true answers.

import type { ProblemCode } from "../../packages/engine/src/language/report.ts";
import { textLimits } from "../../packages/engine/src/language/yaml-text.ts";
import type { FormulaProblemCode } from "../../packages/engine/src/measure/index.ts";
import { baseAuthorities, baseCalendar, baseOrganisation, basePlan, baseRegime } from "./sample-texts.ts";

/** What is read, as which kind of document. */
export interface Sample {
  kind: "plan" | "register";
  text: string;
}

/** The base plan with parts replaced; every part must be there. */
function edit(...changes: readonly (readonly [part: string, by: string])[]): Sample {
  return { kind: "plan", text: replaced(basePlan, changes) };
}

function replaced(text: string, changes: readonly (readonly [part: string, by: string])[]): string {
  return changes.reduce((before, [part, by]) => {
    if (!before.includes(part)) throw new Error(`the sample has no “${part}”`);
    return before.replace(part, () => by);
  }, text);
}

const append = (text: string): Sample => ({ kind: "plan", text: `${basePlan}${text}` });
const whole = (text: string): Sample => ({ kind: "plan", text });
const organisation = (...changes: readonly (readonly [string, string])[]): Sample => ({
  kind: "register",
  text: replaced(baseOrganisation, changes),
});
const calendar = (part: string, by: string): Sample => ({
  kind: "register",
  text: replaced(baseCalendar, [[part, by]]),
});
const regime = (part: string, by: string): Sample => ({
  kind: "register",
  text: replaced(baseRegime, [[part, by]]),
});
const authorities = (part: string, by: string): Sample => ({
  kind: "register",
  text: replaced(baseAuthorities, [[part, by]]),
});
const due = (text: string): Sample => edit(["thời hạn: 31/3/2026", `thời hạn: ${text}`]);
const formula = (text: string): Sample => edit(["tử số: dung_hen", `tử số: ${text}`]);

/** A lifecycle of the author's own, with one part replaced. */
function lifecycle(...changes: readonly (readonly [string, string])[]): Sample {
  return append(replaced(ownLifecycle, changes));
}

const ownLifecycle = `các quy trình:
  ngan:
    nhãn: Giải quyết nhanh
    trạng thái đầu: giao
    trạng thái:
      giao: { nhãn: Đã giao, nhóm trạng thái: chờ làm }
      xong: { nhãn: Đã xong, nhóm trạng thái: xong }
    lệnh:
      gui: { nhãn: Gửi, từ: giao, đến: xong, ai: lãnh đạo, ghi thời điểm hoàn thành: có }
`;

const manyAliases = `căn cứ:\n  - &a Căn cứ\n${"  - *a\n".repeat(51)}`;
const manyTasks = Array.from({ length: 30 }, (_, n) => `  - { mã: t${n}, lĩnh vực: *a }\n`).join("");
const deep = `căn cứ: ${"[".repeat(40)}${"]".repeat(40)}\n`;

export const problemSamples: Readonly<Record<ProblemCode, Sample>> = {
  text_too_large: append(`# ${"x".repeat(textLimits.bytes)}\n`),
  character_forbidden: edit(["Kế hoạch ví dụ", "Kế hoạch\u200b ví dụ"]),
  document_empty: whole("# Chưa viết gì\n"),
  many_documents: append("---\nkehoach: 1\n"),
  too_deep: append(deep),
  too_many_nodes: edit(
    ["    sau: quy-che", `    lĩnh vực: &a [${"a,".repeat(9_000)}a]`],
    ["chỉ tiêu:", `${manyTasks}chỉ tiêu:`],
  ),
  too_many_marks: append(`căn cứ: [${"1,".repeat(textLimits.marks / 2)}1]\n`),
  value_too_long: edit(["Kế hoạch ví dụ", "x".repeat(70_000)]),
  yaml_syntax: edit(["nội dung: Kế hoạch ví dụ", 'nội dung: "Kế hoạch" ví dụ']),
  yaml_unquoted: edit(["Kế hoạch ví dụ", "Kế hoạch: ví dụ"]),
  yaml_indent: edit(["    sản phẩm: Quyết định", "  sản phẩm: Quyết định"]),
  yaml_tab: edit(["    nội dung: Báo cáo", "\tnội dung: Báo cáo"]),
  yaml_tag: edit(["Kế hoạch ví dụ", "!rieng Kế hoạch"]),
  yaml_directive: whole(`%YAML 1.1\n---\n${basePlan}`),
  alias_unknown: edit(["chủ trì: so-tai-chinh", "chủ trì: *so-tai-chinh"]),
  alias_cycle: append("căn cứ: &a\n  - Luật\n  - *a\n"),
  alias_many: append(manyAliases),
  more_problems: append(`mục: 1\n${Array.from({ length: 250 }, (_, n) => `thừa ${n}: 1\n`).join("")}`),

  key_not_text: append("[căn, cứ]: Luật\n"),
  key_forbidden: append("__proto__: { a: 1 }\n"),
  key_repeated: append("lịch: lich\n"),
  key_unknown: edit(["thời hạn: 31/3/2026", "thời han: 31/3/2026"]),
  comma_splits: edit([
    "    mức: ít nhất 98%",
    "    mức: ít nhất 98%\n    lộ trình: [{ vào ngày: quý II, giá trị: 97,5% }]",
  ]),
  key_not_for_type: edit(["    mức: ít nhất 98%", "    mức: ít nhất 98%\n    tiêu chí: Theo nhận xét"]),
  key_missing: edit(["    chủ trì: so-noi-vu\n", ""]),
  keys_mixed: edit(["thời hạn: 31/3/2026", "due: 31/3/2026"]),
  value_missing: edit(["nội dung: Kế hoạch ví dụ", "nội dung:"]),
  value_wrong_form: edit(["nội dung: Kế hoạch ví dụ", "nội dung: [Kế hoạch, ví dụ]"]),
  keyword_unknown: edit(["loại: kế hoạch", "loại: kế hoach"]),
  id_malformed: edit(["mã: quy-che", "mã: Quy chế"]),
  input_id_malformed: edit(["{ dung_hen:", "{ dung-hen:"]),
  number_out_of_range: append("quy ước: { số ngày sắp đến hạn: 100 }\n"),
  list_too_long: append(`căn cứ: [${"Luật,".repeat(201)}]\n`),
  list_empty: edit(["chủ trì: so-noi-vu", "chủ trì: []"]),
  kind_other: { kind: "plan", text: baseCalendar },

  date_not_understood: edit(["ngày ban hành: 15/01/2026", "ngày ban hành: giữa tháng Giêng"]),
  date_not_real: due("31/6/2026"),
  hour_not_real: due("31/3/2026 25:00"),
  period_not_understood: edit(["thời gian thực hiện: 2026", "thời gian thực hiện: năm nay"]),
  span_reversed: edit([
    "thời gian thực hiện: 2026",
    "thời gian thực hiện: { từ: 31/12/2026, đến: 01/01/2026 }",
  ]),
  due_not_understood: due("sớm nhất có thể"),
  due_vague: due("trước Tết Nguyên đán"),
  due_in_hours: due("trong 24 giờ kể từ khi phát sinh"),
  due_day_of_period: due("trước ngày 20 hằng tháng"),
  due_parts_unclear: due("{ ngày: 31/3/2026, mỗi: tháng }"),
  due_before_unclear: due("trước ngày 31/3/2026"),
  due_year_missing: edit(
    ["thời gian thực hiện: 2026", "thời gian thực hiện: 2026-2030"],
    ["thời hạn: 31/3/2026", "thời hạn: quý III"],
  ),
  due_not_for_mode: due("hằng tháng\n    hình thức: một lần"),
  due_outside_period: due("31/3/2027"),
  due_before_dependency: edit(["thời hạn: 30/6/2026", "thời hạn: 28/2/2026"]),
  due_needs_regime: due("{ mỗi: tháng, chế độ báo cáo: khac }"),
  windows_missing: due("31/3/2026\n    hình thức: theo đợt"),
  regime_lacks_period: edit(
    ["lịch: lich", "lịch: lich\nchế độ báo cáo: che-do"],
    ["thời hạn: 31/3/2026", "thời hạn: { mỗi: tuần, chế độ báo cáo: che-do }"],
  ),
  windows_not_for_mode: due(
    "31/3/2026\n    hình thức: một lần\n    các đợt: [{ từ: 01/3/2026, đến: 31/3/2026 }]",
  ),
  window_repeated: due(
    "{ cuối mỗi đợt: có }\n    các đợt: [{ mã: a, từ: 01/3/2026, đến: 31/3/2026 }, { mã: a, từ: 01/7/2026, đến: 31/7/2026 }]",
  ),

  id_repeated: edit(["mã: bao-cao", "mã: quy-che"]),
  agency_unknown: edit(["chủ trì: so-noi-vu", "chủ trì: so-noivu"]),
  agency_not_existing: edit(["chủ trì: so-noi-vu", "chủ trì: so-ldtbxh"]),
  group_unknown: edit(["chủ trì: so-noi-vu", "chủ trì: { nhóm: cac-phuong }"]),
  agency_is_group: edit(["chủ trì: so-noi-vu", "chủ trì: cap-xa"]),
  group_empty: edit(["chủ trì: so-noi-vu", "chủ trì: { nhóm: cap-huyen }"]),
  party_unknown: edit(["chủ trì: so-noi-vu", "chủ trì: { từng cơ quan: cap-xaa }"]),
  party_unclear: edit(["sau: quy-che", "phối hợp: [{ cơ quan: so-noi-vu, nhóm: cap-xa }]"]),
  lead_unclear: edit(["chủ trì: so-noi-vu", "chủ trì: { cơ quan: so-noi-vu, nhóm: cap-xa }"]),
  lead_nobody: edit(["chủ trì: so-noi-vu", "chủ trì: { từng cơ quan: so-noi-vu, trừ: so-noi-vu }"]),
  visibility_wider: edit(
    ["mục tiêu:\n", "phạm vi xem: cơ quan của nhiệm vụ\nmục tiêu:\n"],
    ["sau: quy-che", "sau: quy-che\n    phạm vi xem: cơ quan được nêu tên"],
  ),
  objective_unknown: edit(["thuộc mục tiêu: phuc-vu", "thuộc mục tiêu: phucvu"]),
  task_unknown: edit(["sau: quy-che", "sau: quy-chee"]),
  input_unknown: edit(["    sau: quy-che", "    báo cáo: dung_hn"]),
  input_differs: append(
    "  - { mã: dem, nội dung: Số hồ sơ, dạng: số lượng, mức: 100, cơ quan chịu trách nhiệm: so-noi-vu, số liệu: { tong: Hồ sơ đã nhận } }\n",
  ),
  input_cycle: append(
    "số liệu:\n  a: { nội dung: A, cơ quan chịu trách nhiệm: so-noi-vu, thuộc số liệu: b }\n  b: { nội dung: B, cơ quan chịu trách nhiệm: so-noi-vu, thuộc số liệu: a }\n",
  ),
  part_other_period: append(
    "số liệu:\n  som: { nội dung: Trước hẹn, cơ quan chịu trách nhiệm: so-noi-vu, kỳ báo cáo: quý, lũy kế: có, thuộc số liệu: dung_hen }\n",
  ),
  input_personal: edit(["{ dung_hen: Hồ sơ đúng hẹn,", "{ dung_hen: Họ và tên người nộp,"]),
  cumulative_unstated: append("kỳ báo cáo: tháng\n"),
  reporter_missing: append("số liệu: { don_thu: Đơn thư đã nhận }\n"),
  reporter_unclear: append(
    "số liệu:\n  don_thu: { nội dung: Đơn thư, cơ quan chịu trách nhiệm: so-noi-vu, từng cơ quan: cap-xa }\n",
  ),
  units_nobody: append(
    "  - { mã: xa, nội dung: Mỗi phường, dạng: từng đơn vị, từng cơ quan: cap-xa, trừ: phuong-mot, mức: 3, cơ quan chịu trách nhiệm: so-noi-vu }\n",
  ),
  report_other_period: edit([
    "    sau: quy-che\n    thời hạn: 30/6/2026",
    "    báo cáo: dung_hen\n    thời hạn: hằng tháng",
  ]),
  report_without_period: edit([
    "    sau: quy-che\n    thời hạn: 30/6/2026",
    "    báo cáo: có\n    thời hạn: thường xuyên",
  ]),
  target_unknown: append(
    "  - { mã: chung, nội dung: Đạt cả hai, dạng: tổ hợp, gồm các chỉ tiêu: [dung-henn] }\n",
  ),
  lifecycle_unknown: edit(["sau: quy-che", "quy trình: standart"]),
  statement_unknown: edit(
    ["sau: quy-che", "nguồn: S03"],
    [
      "mục tiêu:",
      "đoạn văn bản:\n  - { mã: S01, vị trí: mục I }\n  - { mã: S02, vị trí: mục II }\nmục tiêu:",
    ],
  ),
  document_other: edit(["tổ chức bộ máy: to-chuc", "tổ chức bộ máy: to-chuc-2027"]),
  objective_cycle: edit([
    "  - { mã: phuc-vu, nội dung: Người dân nhận giấy tờ đúng hẹn }",
    "  - { mã: phuc-vu, nội dung: Phục vụ, cấp trên: ky-luat }\n  - { mã: ky-luat, nội dung: Kỷ luật, cấp trên: phuc-vu }",
  ]),
  task_cycle: edit(["    sản phẩm: Quyết định", "    sau: bao-cao"]),
  target_cycle: append(
    "  - { mã: a, nội dung: A, dạng: tổ hợp, gồm các chỉ tiêu: [b] }\n  - { mã: b, nội dung: B, dạng: tổ hợp, gồm các chỉ tiêu: [a] }\n",
  ),
  agency_cycle: organisation(
    ["mã: ubnd-tinh,", "mã: ubnd-tinh, cấp trên: so-noi-vu,"],
    ["mã: so-noi-vu,", "mã: so-noi-vu, cấp trên: ubnd-tinh,"],
  ),

  level_not_understood: edit(["mức: ít nhất 98%", "mức: gần như tất cả"]),
  figure_not_understood: append(
    "  - { mã: giam, nội dung: Đơn thư giảm, dạng: khoảng, từ: năm, đến: 10%, cơ quan chịu trách nhiệm: so-noi-vu }\n",
  ),
  formula_missing: append(
    "  - { mã: dem, nội dung: Số hồ sơ, dạng: số lượng, mức: 100, cơ quan chịu trách nhiệm: so-noi-vu, số liệu: { a: A, b: B } }\n",
  ),
  formula_not_figure: formula("dung_hen > 5"),
  formula_of_no_figure: edit([
    "dung_hen: Hồ sơ đúng hẹn,",
    "dung_hen: { nội dung: Đúng hẹn, loại: có hay không },",
  ]),
  trajectory_percent_mixed: edit([
    "mức: ít nhất 98%",
    "mức: ít nhất 98%\n    lộ trình: [{ vào ngày: quý II, giá trị: 90 }]",
  ]),
  trajectory_disordered: edit([
    "mức: ít nhất 98%",
    "mức: ít nhất 98%\n    lộ trình: [{ vào ngày: quý II, giá trị: 90% }, { vào ngày: quý I, giá trị: 95% }]",
  ]),
  level_percent_mixed: append(
    "  - { mã: giam, nội dung: Đơn thư giảm, dạng: khoảng, từ: 5%, đến: 10, cơ quan chịu trách nhiệm: so-noi-vu }\n",
  ),

  lifecycle_base_unknown: append("các quy trình:\n  rieng: { kế thừa: standart }\n"),
  lifecycle_reserved: append("các quy trình:\n  standard: { kế thừa: standard }\n"),
  state_unknown: lifecycle(["đến: xong", "đến: xongg"]),
  state_unreachable: lifecycle([
    "      xong:",
    "      treo: { nhãn: Bị treo, nhóm trạng thái: vướng mắc }\n      xong:",
  ]),
  state_dead_end: lifecycle(
    ["      xong:", "      treo: { nhãn: Bị treo, nhóm trạng thái: vướng mắc }\n      xong:"],
    ["    lệnh:", "    lệnh:\n      treo: { nhãn: Treo, từ: giao, đến: treo, ai: lãnh đạo }"],
  ),
  state_nobody: lifecycle(
    [
      "      xong:",
      "      cho: { nhãn: Chờ hết hạn, nhóm trạng thái: chờ bên khác }\n      thoi: { nhãn: Thôi, nhóm trạng thái: hủy }\n      xong:",
    ],
    [
      "    lệnh:",
      "    lệnh:\n      cho: { nhãn: Chờ, từ: giao, đến: cho, ai: lãnh đạo }\n      thoi: { nhãn: Thôi, từ: cho, đến: thoi, ai: đồng hồ, khi đến hạn: có }",
    ],
  ),
  initial_closed: lifecycle(["trạng thái đầu: giao", "trạng thái đầu: xong"]),
  command_reserved: lifecycle(["      gui:", "      clock:"]),
  command_nobody: lifecycle(["ai: lãnh đạo", "ai: cơ quan thường trực"]),
  command_clock: lifecycle(["ai: lãnh đạo", "ai: đồng hồ"]),
  command_on_due_stays: lifecycle([
    "    lệnh:",
    "    lệnh:\n      nhac: { nhãn: Nhắc, từ: giao, ai: đồng hồ, khi đến hạn: có }",
  ]),
  command_stamps_and_clears: lifecycle([
    "ghi thời điểm hoàn thành: có",
    "ghi thời điểm hoàn thành: có, xóa thời điểm hoàn thành: có",
  ]),
  completion_not_stamped: lifecycle([", ghi thời điểm hoàn thành: có", ""]),
  lifecycle_never_done: lifecycle(["nhóm trạng thái: xong", "nhóm trạng thái: hủy"]),

  holiday_unclear: calendar("{ ngày: 01/01/2026,", "{ ngày: 01/01/2026, từ: 01/01/2026,"),
  holiday_too_long: calendar("{ ngày: 01/01/2026,", "{ từ: 01/01/2026, đến: 01/04/2026,"),
  base_calendar_missing: calendar("phạm vi:", "kế thừa: lich-khac\nphạm vi:"),
  day_off_and_worked: calendar(
    "ngày lễ:",
    "ngày vẫn làm việc: [{ ngày: 01/01/2026, tên: Trực Tết }]\nngày lễ:",
  ),
  swap_idle: calendar("ngày lễ:", "hoán đổi: [{ nghỉ: 02/01/2026, làm bù: 09/01/2026 }]\nngày lễ:"),
  person_unknown: authorities("thay cho: giam-doc", "thay cho: giam-doc-so"),
  authority_to_oneself: authorities("người thay: pho-giam-doc", "người thay: giam-doc"),
  authority_agency: authorities("thay cho: giam-doc", "thay cho: giam-doc\n    cơ quan: van-phong"),
  submission_unclear: regime(
    "  - { mã: thang, mỗi: tháng }",
    "  - { mã: thang, mỗi: tháng, thời hạn gửi: { cộng thêm: 2, ngày trong tháng: 25 } }",
  ),
  regime_period_repeated: regime(
    "  - { mã: thang, mỗi: tháng }",
    "  - { mã: thang, mỗi: tháng }\n  - { mã: thang-2, mỗi: tháng }",
  ),
  code_overlaps: organisation(["mã: so-noi-vu,", "mã: so-noi-vu, các mã: [H99.01, H99.02],"]),
};

/** Null: no plan leads to the code, only the formula's own parser. */
export const formulaSamples: Readonly<Record<FormulaProblemCode, Sample | null>> = {
  formula_empty: null,
  formula_too_long: formula(`dung_hen${" + 1".repeat(300)}`),
  formula_too_deep: formula(`${"(".repeat(70)}dung_hen${")".repeat(70)}`),
  formula_character: formula("dung_hen % 2"),
  formula_decimal_comma: formula("dung_hen * 0,5"),
  formula_unexpected: formula("dung_hen tong"),
  formula_unfinished: formula("dung_hen +"),
  formula_unclosed: formula("(dung_hen + 1"),
  formula_chained_comparison: formula("1 < dung_hen < 5"),
  formula_unknown_function: formula("tich(dung_hen)"),
  formula_aggregate_without_arguments: formula("sum + 1"),
  formula_unknown_name: formula("dung_hn"),
  formula_needs_number: formula("(dung_hen > 1) + 1"),
  formula_needs_condition: formula("sum(not dung_hen)"),
  formula_nested_aggregate: formula("sum(max(dung_hen, tong))"),
  formula_division_by_zero: formula("dung_hen / (1 - 1)"),
};
