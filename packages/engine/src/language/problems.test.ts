// Every problem and question: a text that has it, where it points, and what would mend it.

import { describe, expect, it, test } from "vitest";
import { formulaProblemCodes } from "../measure/index.ts";
import { pathText } from "./path.ts";
import { readPlan, readRegisterDocument } from "./read-plan.ts";
import { problemCodes, questionCodes } from "./report.ts";
import { edited, mended, type SampleName, troubles } from "./testing/sample-reads.ts";
import { sampleCalendar, samplePlan } from "./testing/sample-texts.ts";

interface Row {
  /** The only code the text has, or the first of several equal ones. */
  code: string;
  text: string;
  /** The part of the text the place covers. */
  points: string;
  path: string;
  /** What the mend puts there; undefined: no mend. */
  mend?: string;
}

const row = (code: string, text: string, points: string, path: string, mend?: string): Row =>
  mend === undefined ? { code, text, points, path } : { code, text, points, path, mend };
const plan = (find: string, replacement: string) => edited("plan", find, replacement);
const other = (sample: SampleName, find: string, replacement: string) => edited(sample, find, replacement);
const addTarget = (text: string) => plan("chỉ tiêu:\n", `chỉ tiêu:\n  - ${text}\n`);
const addLifecycle = (text: string) => plan("các quy trình:\n", `các quy trình:\n  rieng: ${text}\n`);
const due = (text: string) => plan("thời hạn: 30/6/2017", `thời hạn: ${text}`);
const lead = (text: string) => plan("chủ trì: cong-an\n    phối hợp", `chủ trì: ${text}\n    phối hợp`);
const states =
  "nhãn: R, trạng thái đầu: mo, trạng thái: { mo: { nhãn: M, nhóm trạng thái: chờ làm }, xong: { nhãn: X, nhóm trạng thái: xong }";
const finish = "het: { nhãn: H, từ: mo, đến: xong, ai: lãnh đạo, ghi thời điểm hoàn thành: có }";
const target = "mã: them, nội dung: T, cơ quan chịu trách nhiệm: cong-an";

const textRows: Row[] = [
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

const keyRows: Row[] = [
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

const dueRows: Row[] = [
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

const referenceRows: Row[] = [
  row("id_repeated", plan("- mã: chay", "- mã: soan"), "soan", "tasks[1].id"),
  row("id_malformed", lead("công an"), "công an", "tasks[0].lead", "cong-an"),
  row("agency_unknown", lead("so-yte"), "so-yte", "tasks[0].lead", "so-y-te"),
  row(
    "agency_unknown",
    plan("thường trực: [cong-an]", "thường trực: [congan]"),
    "congan",
    "standing_leads[0]",
    "cong-an",
  ),
  row("agency_is_group", lead("huyen"), "huyen", "tasks[0].lead", "{ từng cơ quan: huyen }"),
  row(
    "agency_is_group",
    plan("- so-y-te\n", "- huyen\n"),
    "huyen",
    "tasks[0].coordinators[0]",
    "{ nhóm: huyen }",
  ),
  row("agency_not_existing", lead("so-cu"), "so-cu", "tasks[0].lead"),
  row(
    "group_unknown",
    plan("{ nhóm: huyen,", "{ nhóm: huyem,"),
    "huyem",
    "tasks[0].coordinators[1].group",
    "huyen",
  ),
  row("group_empty", plan("{ nhóm: huyen,", "{ nhóm: trong,"), "trong", "tasks[0].coordinators[1].group"),
  row(
    "party_unknown",
    plan("[huyen, so-y-te]", "[huyen, so-y-tee]"),
    "so-y-tee",
    "tasks[1].lead.each[1]",
    "so-y-te",
  ),
  row(
    "party_unclear",
    plan("{ nhóm: huyen,", "{ nhóm: huyen, cơ quan: cong-an,"),
    "{ nhóm: huyen, cơ quan: cong-an, trách nhiệm: để biết }",
    "tasks[0].coordinators[1]",
  ),
  row(
    "lead_unclear",
    lead("{ cơ quan: cong-an, nhóm: huyen }"),
    "{ cơ quan: cong-an, nhóm: huyen }",
    "tasks[0].lead",
  ),
  row(
    "lead_nobody",
    lead("{ từng cơ quan: cong-an, trừ: cong-an }"),
    "{ từng cơ quan: cong-an, trừ: cong-an }",
    "tasks[0].lead",
  ),
  row(
    "objective_unknown",
    plan("thuộc mục tiêu: rieng\n    chủ", "thuộc mục tiêu: rienq\n    chủ"),
    "rienq",
    "tasks[0].objective",
    "rieng",
  ),
  row("task_unknown", plan("sau: soan", "sau: soann"), "soann", "tasks[1].after", "soan"),
  row("target_unknown", plan("[ty-le, tang]", "[ty-le, tangg]"), "tangg", "targets[2].all_of[1]", "tang"),
  row(
    "lifecycle_unknown",
    plan("quy trình: nhanh", "quy trình: nhan"),
    "nhan",
    "tasks[4].lifecycle",
    "nhanh",
  ),
  row("statement_unknown", plan("nguồn: [S02]", "nguồn: [S03]"), "S03", "targets[0].source[0]", "S01"),
  row("document_other", plan("lịch: lich-2017", "lịch: lich-2018"), "lich-2018", "calendar"),
  row(
    "objective_cycle",
    plan("nội dung: Mục tiêu chung,", "nội dung: Mục tiêu chung, cấp trên: rieng,"),
    "rieng",
    "objectives[0].parent",
  ),
  row(
    "task_cycle",
    plan("thời hạn: 30/6/2017\n", "thời hạn: 30/6/2017\n    sau: chay\n"),
    "chay",
    "tasks[0].after",
  ),
  row("target_cycle", plan("[ty-le, tang]", "[ty-le, ca-hai]"), "ca-hai", "targets[2].all_of[1]"),
];

const targetRows: Row[] = [
  row("level_not_understood", plan("trên 95 %", "gần hết"), "gần hết", "targets[0].level"),
  row(
    "level_percent_mixed",
    addTarget(`{ ${target}, dạng: khoảng, chiều: giảm, từ: 5 %, đến: 10 }`),
    "10",
    "targets[0].to",
  ),
  row(
    "figure_not_understood",
    addTarget(`{ ${target}, dạng: khoảng, chiều: giảm, từ: 5 %, đến: mười % }`),
    "mười %",
    "targets[0].to",
  ),
  row(
    "formula_missing",
    addTarget(`{ ${target}, dạng: số lượng, mức: 3, số liệu: { a: A, b: B } }`),
    `{ ${target}, dạng: số lượng, mức: 3, số liệu: { a: A, b: B } }`,
    "targets[0]",
  ),
  row(
    "formula_not_figure",
    plan("công thức: khoi_to / tiep_nhan", "công thức: khoi_to > 3"),
    "khoi_to > 3",
    "targets[1].formula",
  ),
  row("formula_unknown_name", plan("tử số: xu_ly", "tử số: xu_li"), "xu_li", "targets[0].numerator", "xu_ly"),
  row(
    "formula_unfinished",
    plan("công thức: khoi_to / tiep_nhan", "công thức: khoi_to /"),
    "",
    "targets[1].formula",
  ),
];

const lifecycleRows: Row[] = [
  row(
    "lifecycle_reserved",
    plan("  nhanh:\n", "  standard: {}\n  nhanh:\n"),
    "standard",
    "lifecycles.standard",
  ),
  row(
    "lifecycle_base_unknown",
    addLifecycle("{ kế thừa: standart }"),
    "standart",
    "lifecycles.rieng.extends",
    "standard",
  ),
  row("state_unknown", plan("từ: mo\n", "từ: moo\n"), "moo", "lifecycles.nhanh.commands.lam_xong.from", "mo"),
  row(
    "state_unreachable",
    addLifecycle(`{ ${states}, xa: { nhãn: X, nhóm trạng thái: hủy } }, lệnh: { ${finish} } }`),
    "xa",
    "lifecycles.rieng.states.xa",
  ),
  row(
    "state_dead_end",
    addLifecycle(
      `{ ${states}, ket: { nhãn: K, nhóm trạng thái: vướng mắc } }, lệnh: { ${finish}, vuong: { nhãn: V, từ: mo, đến: ket, ai: văn thư } } }`,
    ),
    "ket",
    "lifecycles.rieng.states.ket",
  ),
  row(
    "command_nobody",
    edited("plan", "theo dõi: [van-phong]\n", "")
      .replace(
        "ai: [lãnh đạo, văn thư]\n",
        "ai: [lãnh đạo, văn thư]\n        ghi thời điểm hoàn thành: có\n      nhac:\n        nhãn: Nhắc\n        từ: mo\n        ai: cơ quan theo dõi\n",
      )
      .replace("ai: cơ quan theo dõi\n        ghi thời điểm hoàn thành: có\n", "ai: cơ quan theo dõi\n"),
    "cơ quan theo dõi",
    "lifecycles.nhanh.commands.nhac.who",
  ),
  row(
    "command_clock",
    addLifecycle(
      `{ ${states} }, lệnh: { ${finish}, tu: { nhãn: T, từ: mo, đến: xong, ai: đồng hồ, ghi thời điểm hoàn thành: có } } }`,
    ),
    "{ nhãn: T, từ: mo, đến: xong, ai: đồng hồ, ghi thời điểm hoàn thành: có }",
    "lifecycles.rieng.commands.tu",
  ),
  row(
    "command_on_due_stays",
    addLifecycle(
      `{ ${states} }, lệnh: { ${finish}, tu: { nhãn: T, từ: mo, ai: đồng hồ, khi đến hạn: có } } }`,
    ),
    "{ nhãn: T, từ: mo, ai: đồng hồ, khi đến hạn: có }",
    "lifecycles.rieng.commands.tu",
  ),
  row(
    "command_stamps_and_clears",
    addLifecycle(
      `{ ${states} }, lệnh: { ${finish}, tu: { nhãn: T, từ: mo, ai: văn thư, ghi thời điểm hoàn thành: có, xóa thời điểm hoàn thành: có } } }`,
    ),
    "{ nhãn: T, từ: mo, ai: văn thư, ghi thời điểm hoàn thành: có, xóa thời điểm hoàn thành: có }",
    "lifecycles.rieng.commands.tu",
  ),
  row(
    "completion_not_stamped",
    plan("        ghi thời điểm hoàn thành: có\n", ""),
    "xong",
    "lifecycles.nhanh.states.xong",
  ),
  row(
    "lifecycle_never_done",
    addLifecycle(
      "{ nhãn: R, trạng thái đầu: mo, trạng thái: { mo: { nhãn: M, nhóm trạng thái: chờ làm }, bo: { nhãn: B, nhóm trạng thái: hủy } }, lệnh: { bo: { nhãn: B, từ: mo, đến: bo, ai: văn phòng } } }",
    ),
    "trạng thái",
    "lifecycles.rieng.states",
  ),
];

const registerRows: Row[] = [
  row(
    "agency_cycle",
    other("organisation", "tên: UBND tỉnh,", "tên: UBND tỉnh, cấp trên: van-phong,"),
    "van-phong",
    "agencies[0].parent",
  ),
  row(
    "agency_unknown",
    other("organisation", "cấp trên: tinh }", "cấp trên: tin }"),
    "tin",
    "agencies[1].parent",
    "tinh",
  ),
  row(
    "code_overlaps",
    other("organisation", "A2, từ: 01/01/2017 }", "A2, từ: 01/01/2016 }"),
    "{ mã hiệu: A2, từ: 01/01/2016 }",
    "agencies[2].codes[1]",
  ),
  row("id_repeated", other("organisation", "mã: huyen-b", "mã: huyen"), "huyen", "agencies[6].id"),
  row(
    "holiday_unclear",
    other("calendar", "{ ngày: 02/01/2017,", "{ ngày: 02/01/2017, từ: 02/01/2017,"),
    "{ ngày: 02/01/2017, từ: 02/01/2017, tên: Nghỉ bù }",
    "holidays[0]",
  ),
  row(
    "holiday_too_long",
    other("calendar", "đến: 01/02/2017", "đến: 01/04/2017"),
    "01/04/2017",
    "holidays[1].to",
  ),
  row(
    "regime_period_repeated",
    `${other("regime", "id: month", "id: other")}  - { id: month, every: month }\n`,
    "month",
    "periods[1].every",
  ),
];

const questionRows: Row[] = [
  row("two_leads", lead("[cong-an, so-y-te]"), "[cong-an, so-y-te]", "tasks[0].lead"),
  row("change_mode_unstated", plan("    cách tính thay đổi: điểm phần trăm\n", ""), "mã", "targets[1]"),
  row("base_unstated", plan("    so với: năm trước\n", ""), "mã", "targets[1]"),
  row(
    "target_without_owner",
    plan("    cơ quan chịu trách nhiệm: cong-an\n    số liệu: { xu_ly", "    số liệu: { xu_ly"),
    "mã",
    "targets[0]",
  ),
  row(
    "thousands_or_decimal",
    addTarget(`{ ${target}, dạng: số lượng, mức: 1.014 }`),
    "1.014",
    "targets[0].level",
  ),
];

/** A broken text breaks in as many ways as YAML likes. */
const loose = new Set(["yaml_syntax", "yaml_indent", "text_too_large", "too_many_marks", "too_deep"]);

const tables: Record<string, Row[]> = {
  "the text": textRows,
  "keys and forms": keyRows,
  "dates and dues": dueRows,
  references: referenceRows,
  targets: targetRows,
  lifecycles: lifecycleRows,
  "register documents": registerRows,
  questions: questionRows,
};

for (const [name, rows] of Object.entries(tables)) {
  describe(name, () => {
    it.each(rows)("$code at $path", ({ code, text, points, path, mend }) => {
      const found = troubles(text);
      if (loose.has(code)) {
        expect(found.map((problem) => problem.code)).toContain(code);
        return;
      }
      expect(found.map((problem) => problem.code)).toEqual([code]);
      const [problem] = found;
      if (problem === undefined) return;
      expect(problem.place.path).toBe(path);
      expect(text.slice(problem.place.start, problem.place.end)).toBe(points);
      const before = text.slice(0, problem.place.start).split("\n");
      expect(problem.place.line).toBe(before.length);
      expect(problem.place.column).toBe((before.at(-1)?.length ?? 0) + 1);
      expect(problem.excerpt).toContain("^");
      expect(problem.vi).not.toMatch(/undefined|null|\[object/);
      expect(problem.en).not.toMatch(/undefined|null|\[object/);
      expect(problem.mend?.replacement).toBe(mend);
      if (mend !== undefined) expect(troubles(mended(text, problem)).map((left) => left.code)).toEqual([]);
    });
  });
}

test("every code has a row", () => {
  const tested = new Set(Object.values(tables).flatMap((rows) => rows.map((entry) => entry.code)));
  // Tested beside the limits: it needs a text of its own; and the last one stands for all the others.
  const elsewhere = new Set(["too_many_nodes", "kind_other", "more_problems", ...formulaProblemCodes]);
  const untested = [...problemCodes, ...questionCodes].filter(
    (code) => !tested.has(code) && !elsewhere.has(code),
  );
  expect(untested).toEqual([]);
});

test("a document of another kind is not read as a plan, nor a plan as one of the register", () => {
  const [problem] = readPlan(sampleCalendar).problems;
  expect([problem?.code, problem?.place.path]).toEqual(["kind_other", "kind"]);
  const { document, problems } = readRegisterDocument(samplePlan);
  expect([document, problems.map((found) => found.code)]).toEqual([null, ["kind_other"]]);
  expect(readRegisterDocument("kehoach: 1").problems.map((found) => found.code)).toEqual(["key_missing"]);
});

test("paths are written as editors show them", () => {
  expect(pathText(["tasks", 3, "due"])).toBe("tasks[3].due");
  expect(pathText([])).toBe("");
});
