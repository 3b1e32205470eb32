// Texts with each problem of the YAML, the keys, the forms and the dates.

import { addTarget, due, plan, type Row, row } from "./problem-row.ts";
import { samplePlan } from "./sample-texts.ts";

const target = "mã: them, nội dung: T, cơ quan chịu trách nhiệm: cong-an";

export const textRows: Row[] = [
  row("text_too_large", "a".repeat(2_100_000), "", ""),
  row("character_forbidden", plan("Nguyễn Văn A", "Nguyễn\u202e Văn A"), "\u202e", "", ""),
  row("document_empty", "# chỉ có ghi chú\n", "", ""),
  row("many_documents", `${samplePlan}---\nmã: hai\n`, "", ""),
  row("too_deep", plan("[Luật mẫu, Nghị quyết mẫu]", `${"[".repeat(40)}${"]".repeat(40)}`), "", ""),
  row("too_many_marks", `${samplePlan}x: [${"a,".repeat(500_000)}]\n`, "", ""),
  row("value_too_long", plan("Kế hoạch mẫu", "x".repeat(70_000)), "x".repeat(70_000), "title"),
  row("yaml_syntax", plan("số hiệu: 07/KH-UBND", 'số hiệu: "a'), "", ""),
  row(
    "yaml_unquoted",
    plan("nội dung: Kế hoạch mẫu", "nội dung: Kế hoạch: mẫu"),
    "Kế hoạch: mẫu",
    "",
    '"Kế hoạch: mẫu"',
  ),
  row("yaml_unquoted", plan("mức: trên 95 %", "mức: > 95 %"), "> 95 %", "", '"> 95 %"'),
  row("yaml_indent", plan("lịch: lich-2017", "lịch:\n  a: 1\n b: 2"), "", ""),
  row("yaml_tab", plan("lịch: lich-2017", "lịch:\n\ta: 1"), "\t", ""),
  row("yaml_tag", plan("Kế hoạch mẫu", "!!js/function Kế hoạch mẫu"), "!!js/function", ""),
  row("yaml_directive", `%YAML 1.1\n---\n${samplePlan}`, "%YAML 1.1", "", ""),
  row("alias_unknown", plan("Kế hoạch mẫu", "*nao"), "*nao", "title"),
  row("alias_cycle", plan("[Luật mẫu, Nghị quyết mẫu]", "&ca [Luật mẫu, *ca]"), "*ca", "bases[1]"),
  row(
    "alias_many",
    plan("[Luật mẫu, Nghị quyết mẫu]", `[&mot Luật, ${"*mot, ".repeat(51)}Hết]`),
    "*mot",
    "bases[51]",
  ),
];

export const keyRows: Row[] = [
  row("key_not_text", plan("số hiệu: 07/KH-UBND", "[a]: b"), "[a]", ""),
  row("key_forbidden", plan("số hiệu: 07/KH-UBND", "__proto__: {}"), "__proto__", ""),
  row("key_forbidden", plan("  nhanh:\n", "  constructor: {}\n  nhanh:\n"), "constructor", "lifecycles"),
  row("key_repeated", plan("số hiệu: 07/KH-UBND", "số hiệu: a\nsố hiệu: b"), "số hiệu", "number"),
  row(
    "key_unknown",
    plan("chủ trì: cong-an\n", "chu tri: cong-an\n"),
    "chu tri",
    "tasks[0].chu tri",
    "chủ trì",
  ),
  row("key_unknown", plan("số hiệu: 07/KH-UBND", "hoàn toàn lạ: 1"), "hoàn toàn lạ", "hoàn toàn lạ"),
  row(
    "key_not_for_type",
    addTarget(`{ ${target}, dạng: không phát sinh, mức: 3 }`),
    "mức",
    "targets[0].level",
  ),
  row("key_missing", plan("    nội dung: Soạn chiến lược\n", ""), "mã", "tasks[0].title"),
  row("keys_mixed", plan("số hiệu: 07/KH-UBND", "number: 07/KH-UBND"), "number", "number", "số hiệu"),
  row(
    "keys_mixed",
    plan("hình thức: định kỳ", "hình thức: recurring"),
    "recurring",
    "tasks[2].mode",
    "định kỳ",
  ),
  row("keys_mixed", plan("làm việc: có", "làm việc: true"), "true", "conventions.roll_forward", "có"),
  row("value_missing", plan("số hiệu: 07/KH-UBND", "số hiệu:"), "số hiệu", "number"),
  row("value_missing", plan("số hiệu: 07/KH-UBND", 'số hiệu: " "'), '" "', "number"),
  row("value_wrong_form", plan("số hiệu: 07/KH-UBND", "số hiệu: [1]"), "[1]", "number"),
  row("keyword_unknown", plan("dạng: tỷ lệ", "dạng: ty le"), "ty le", "targets[0].type", "tỷ lệ"),
  row("id_malformed", plan("- mã: soan", "- mã: Soạn!"), "Soạn!", "tasks[0].id", "soan"),
  row("id_malformed", plan("  nhanh:\n", "  Nhanh:\n"), "Nhanh", "lifecycles.Nhanh", "nhanh"),
  row("input_id_malformed", plan("{ xu_ly: Đã", "{ xu-ly: Đã"), "xu-ly", "targets[0].inputs.xu-ly", "xu_ly"),
  row(
    "number_out_of_range",
    plan("quy ước:\n", "quy ước:\n  số ngày trả lời: 0\n"),
    "0",
    "conventions.answer_days",
  ),
  row("list_too_long", plan("[Luật mẫu, Nghị quyết mẫu]", `[${"a, ".repeat(200)}a]`), "căn cứ", "bases"),
  row("list_empty", plan("[Luật mẫu, Nghị quyết mẫu]", "[]"), "[]", "bases"),
  row("keyword_unknown", plan("loại: kế hoạch", "loại: ke hoach"), "ke hoach", "kind", "kế hoạch"),
];

export const dueRows: Row[] = [
  row(
    "date_not_understood",
    plan("ngày ban hành: 16/01/2017", "ngày ban hành: hôm nay"),
    "hôm nay",
    "issued",
  ),
  row("date_not_real", plan("16/01/2017", "31/06/2017"), "31/06/2017", "issued", "30/06/2017"),
  row("date_not_real", due("chậm nhất 31/6/2017"), "31/6/2017", "tasks[0].due", "30/06/2017"),
  row("date_not_real", due("2017-02-30"), "2017-02-30", "tasks[0].due", "2017-02-28"),
  row("hour_not_real", due("30/6/2017 25:00"), "30/6/2017 25:00", "tasks[0].due"),
  row("period_not_understood", plan("hiện: 2017", "hiện: năm nay"), "năm nay", "period"),
  row(
    "span_reversed",
    plan("hiện: 2017", "hiện: { từ: 31/12/2017, đến: 01/01/2017 }"),
    "01/01/2017",
    "period.to",
  ),
  row("due_not_understood", due("khi nào xong"), "khi nào xong", "tasks[0].due"),
  row(
    "due_parts_unclear",
    due("{ ngày: 30/6/2017, kỳ họp: giữa năm }"),
    "{ ngày: 30/6/2017, kỳ họp: giữa năm }",
    "tasks[0].due",
  ),
  row("due_parts_unclear", due("{ giờ: 14:00 }"), "{ giờ: 14:00 }", "tasks[0].due"),
  row("due_before_unclear", due("trước ngày 15/6/2017"), "trước ngày 15/6/2017", "tasks[0].due"),
  row(
    "due_year_missing",
    due("quý II").replace("hiện: 2017", "hiện: 2016-2020").replace("quý III", "quý III/2017"),
    "quý II",
    "tasks[0].due",
  ),
  row(
    "due_not_for_mode",
    plan("thời hạn: trong 5 ngày làm việc", "thời hạn: 30/6/2017"),
    "30/6/2017",
    "tasks[4].due",
  ),
  row("due_outside_period", plan("thời hạn: quý III", "thời hạn: 15/01/2018"), "15/01/2018", "tasks[1].due"),
  row(
    "due_outside_period",
    plan("đến: 31/03/2017", "đến: 31/03/2018"),
    "31/03/2018",
    "tasks[3].windows[0].to",
  ),
  row("due_before_dependency", plan("thời hạn: quý III", "thời hạn: tháng 5"), "tháng 5", "tasks[1].due"),
  row(
    "due_needs_regime",
    plan("chế độ báo cáo: bao-cao }", "chế độ báo cáo: khac }"),
    "khac",
    "tasks[2].due.regime",
    "bao-cao",
  ),
  row("regime_lacks_period", plan("mỗi: tháng,", "mỗi: quý,"), "quý", "tasks[2].due.every"),
  row(
    "windows_missing",
    plan("    các đợt: [{ mã: dot-1, từ: 01/03/2017, đến: 31/03/2017 }]\n", ""),
    "mã",
    "tasks[3]",
  ),
  row(
    "windows_not_for_mode",
    plan("hình thức: theo đợt\n", "hình thức: một lần\n"),
    "các đợt",
    "tasks[3].windows",
  ),
  row(
    "window_repeated",
    plan("[{ mã: dot-1,", "[{ mã: dot-1, từ: 01/02/2017, đến: 02/02/2017 }, { mã: dot-1,"),
    "dot-1",
    "tasks[3].windows[1].id",
  ),
];
