// Texts with each problem of references, targets, lifecycles and register documents, and each question.

import { addLifecycle, addTarget, lead, other, plan, type Row, row } from "./problem-row.ts";
import { edited } from "./sample-reads.ts";

const states =
  "nhãn: R, trạng thái đầu: mo, trạng thái: { mo: { nhãn: M, nhóm trạng thái: chờ làm }, xong: { nhãn: X, nhóm trạng thái: xong }";
const finish = "het: { nhãn: H, từ: mo, đến: xong, ai: lãnh đạo, ghi thời điểm hoàn thành: có }";

const target = "mã: them, nội dung: T, cơ quan chịu trách nhiệm: cong-an";

export const referenceRows: Row[] = [
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
    "visibility_wider",
    edited("plan", "quy ước:\n", "phạm vi xem: cơ quan của nhiệm vụ\nquy ước:\n").replace(
      "    nguồn: S02\n  - mã: chay",
      "    phạm vi xem: cơ quan được nêu tên\n    nguồn: S02\n  - mã: chay",
    ),
    "cơ quan được nêu tên",
    "tasks[0].visibility",
    "cơ quan của nhiệm vụ",
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

export const targetRows: Row[] = [
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

export const lifecycleRows: Row[] = [
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
    "state_dead_end",
    addLifecycle(
      `{ ${states}, ket: { nhãn: K, nhóm trạng thái: vướng mắc } }, lệnh: { ${finish}, vuong: { nhãn: V, từ: mo, đến: ket, ai: văn thư }, tra: { nhãn: T, từ: ket, đến: mo, ai: văn thư, yêu cầu: trong hạn trả lại } } }`,
    ),
    "ket",
    "lifecycles.rieng.states.ket",
  ),
  row(
    "state_nobody",
    addLifecycle(
      `{ ${states}, cho: { nhãn: C, nhóm trạng thái: chờ bên khác }, nghi: { nhãn: N, nhóm trạng thái: hủy } }, lệnh: { ${finish}, cho: { nhãn: C, từ: mo, đến: cho, ai: văn thư }, thoi: { nhãn: T, từ: cho, đến: nghi, ai: đồng hồ, khi đến hạn: có } } }`,
    ),
    "cho",
    "lifecycles.rieng.states.cho",
  ),
  row(
    "initial_closed",
    addLifecycle(
      `{ ${states.replace("trạng thái đầu: mo", "trạng thái đầu: xong")} }, lệnh: { ${finish} } }`,
    ),
    "xong",
    "lifecycles.rieng.initial",
  ),
  row(
    "command_reserved",
    addLifecycle(`{ ${states} }, lệnh: { ${finish}, clock: { nhãn: C, từ: mo, ai: văn thư } } }`),
    "clock",
    "lifecycles.rieng.commands.clock",
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

export const registerRows: Row[] = [
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
    "base_calendar_missing",
    other("calendar", "phạm vi:", "kế thừa: lich-khac\nphạm vi:"),
    "lich-khac",
    "extends",
  ),
  row(
    "day_off_and_worked",
    other("calendar", "hoán đổi:", "ngày vẫn làm việc: [{ ngày: 28/01/2017, tên: Trực Tết }]\nhoán đổi:"),
    "28/01/2017",
    "worked_days[0].date",
  ),
  row(
    "swap_idle",
    other("calendar", "làm bù: 22/04/2017", "làm bù: 21/04/2017"),
    "{ nghỉ: 24/04/2017, làm bù: 21/04/2017 }",
    "swaps[0]",
  ),
  row(
    "person_unknown",
    other("authorities", "người thay: pho-giam-doc", "người thay: pho-giam-do"),
    "pho-giam-do",
    "authorities[0].substitute",
    "pho-giam-doc",
  ),
  row(
    "authority_to_oneself",
    other("authorities", "người thay: pho-giam-doc", "người thay: giam-doc"),
    "giam-doc",
    "authorities[0].substitute",
  ),
  row(
    "authority_agency",
    other("authorities", "    cơ quan: cong-an\n", ""),
    "giam-doc",
    "authorities[0].stands_for",
  ),
  row(
    "authority_agency",
    other("authorities", "    cơ quan: cong-an\n", "    cơ quan: so-y-te\n"),
    "so-y-te",
    "authorities[0].agency",
  ),
  row(
    "span_reversed",
    other("authorities", "đến: 28/02/2017", "đến: 28/01/2017"),
    "28/01/2017",
    "authorities[0].to",
  ),
  row(
    "regime_period_repeated",
    `${other("regime", "id: month", "id: other")}  - { id: month, every: month }\n`,
    "month",
    "periods[1].every",
  ),
];

export const questionRows: Row[] = [
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
  row("question_noted", plan("loại: kế hoạch", "loại: kế hoạch # ? Ai ký?"), "# ? Ai ký?", ""),
];
