// Annex tables with the mess of real ones become drafts: no row lost, nothing guessed, every doubt asked at its place.

import { describe, expect, it } from "vitest";
import { readPlan } from "../read-plan.ts";
import { draftPlan } from "./draft-plan.ts";
import { gridOf } from "./testing/grid-of.ts";
import { asked, draft, everyRowIsThere, filled, heading, organisation } from "./testing/read-draft.ts";

describe("a tidy table", () => {
  const made = draft([
    gridOf([
      ["PHỤ LỤC", "<", "<", "<", "<", "<"],
      heading,
      ["I", "Truyền thông", "<", "<", "<", "<"],
      [1, "Xây dựng chuyên trang", "Sở TT&TT", "CA tỉnh; Đài PTTH", "Quý III", "Chuyên trang"],
      [2, "Hưởng ứng ngày 30/7", "Sở LĐ-TB&XH", "", { date: "30/07/2017" }, "Báo cáo"],
      ["II", "Đấu tranh", "<", "<", "<", "<"],
      [1, "Mở đợt cao điểm", "Công an tỉnh", "BĐBP tỉnh, Hải quan", "tháng 7 (cao điểm)", ""],
      [2, "Trực ban", "Công an tỉnh chủ trì, phối hợp với Sở Y tế và Sở Tư pháp", "", "Thường xuyên", ""],
      [3, "Báo cáo", "UBND các huyện, thành phố, thị xã", "", "Hằng tháng", "Báo cáo tháng"],
    ]),
  ]);
  const read = filled(made);

  it("is a plan once its head is filled in", () => {
    expect(read.problems).toEqual([]);
    expect(asked(read, read.whole)).toEqual([]);
    expect(made).toMatchObject({ tasks: 5, groups: 2 });
    everyRowIsThere(made);
  });

  it("says who does what by when, and where it stands", () => {
    const told = read.plan?.tasks.map(({ id, objective, lead, coordinators, due, source }) => [
      id,
      objective,
      [...lead.agencies, ...lead.groups].join(),
      coordinators.map((each) => each.agency).join(),
      due.text,
      source.join(),
    ]);
    expect(told).toEqual([
      ["nv-i-1", "nhom-i", "so-tttt", "cong-an-tinh,dai-ptth", "Quý III", "PL1!A4:F4"],
      ["nv-i-2", "nhom-i", "so-ldtbxh", "", "30/07/2017", "PL1!A5:F5"],
      ["nv-ii-1", "nhom-ii", "cong-an-tinh", "bdbp-tinh,hai-quan-tinh", "tháng 7 (cao điểm)", "PL1!A7:E7"],
      ["nv-ii-2", "nhom-ii", "cong-an-tinh", "so-y-te,so-tu-phap", "Thường xuyên", "PL1!A8:E8"],
      ["nv-ii-3", "nhom-ii", "cap-huyen", "", "Hằng tháng", "PL1!A9:F9"],
    ]);
    expect(read.plan?.tasks.map(({ mode }) => mode)).toEqual([
      "one_off",
      "one_off",
      "window",
      "ongoing",
      "recurring",
    ]);
    expect(made.text).toContain("chủ trì: so-tttt # «Sở TT&TT»");
  });

  it("leaves the plan's own head open, each key with its question and its problem", () => {
    const raw = readPlan(made.text, { organisation });
    expect(raw.problems.map(({ code, place }) => `${code} ${place.path}`)).toEqual([
      "value_missing title",
      "value_missing issuer",
      "value_missing period",
    ]);
  });

  it("asks for every name where no organisation is given", () => {
    const raw = draft([gridOf([heading, [1, "Việc", "Sở TT&TT", "", "Quý III", ""]])], null);
    expect(raw.text).toContain("# ? “Sở TT&TT” là cơ quan hay nhóm nào");
    expect(raw.text).toContain("chủ trì: # «Sở TT&TT»");
  });
});

describe("headings", () => {
  it("of two rows, with merged cells, column numbers and repeats on the next page", () => {
    const made = draft([
      gridOf(
        [
          ["TT", "Nội dung công việc", "Đơn vị thực hiện", "<", "Thời gian", "<", "Kết quả", "Ghi chú"],
          ["^", "^", "Chủ trì", "Phối hợp", "Bắt đầu", "Kết thúc", "^", "^"],
          ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)"],
          [
            "1",
            "Rà soát văn bản",
            "Sở Tư pháp",
            "Công an tỉnh",
            "01/3/2017",
            "30/6/2017",
            "Báo cáo",
            "Làm trước",
          ],
          ["TT", "Nội dung công việc", "Đơn vị thực hiện", "<", "Thời gian", "<", "Kết quả", "Ghi chú"],
          ["^", "^", "Chủ trì", "Phối hợp", "Bắt đầu", "Kết thúc", "^", "^"],
          ["2", "Kiểm tra liên ngành tại", "Công an tỉnh", "", "", "15/9/2017", "Biên bản", ""],
          ["TT", "Nội dung công việc", "Đơn vị thực hiện", "<", "Thời gian", "<", "Kết quả", "Ghi chú"],
          ["^", "^", "Chủ trì", "Phối hợp", "Bắt đầu", "Kết thúc", "^", "^"],
          ["", "các huyện biên giới", "", "Sở Y tế", "", "", "", ""],
        ],
        { is: "table", name: "2" },
      ),
    ]);
    everyRowIsThere(made);
    const read = filled(made);
    expect(
      read.plan?.tasks.map(({ title, due, coordinators }) => [title, due.text, coordinators[0]?.agency]),
    ).toEqual([
      ["Rà soát văn bản", "từ 01/3/2017 đến 30/6/2017", "cong-an-tinh"],
      ["Kiểm tra liên ngành tại các huyện biên giới", "15/9/2017", "so-y-te"],
    ]);
    expect(asked(read, read.whole)).toEqual([
      expect.stringContaining("bảng 2, dòng 10 không có số thứ tự nên được nối vào dòng ở bảng 2, dòng 7"),
    ]);
    expect(made.rows.map(({ became }) => became).join()).toBe(
      "heading,heading,heading,task,heading,heading,task,heading,heading,joined",
    );
    expect(made.text).toContain("Ghi chú «Làm trước»");
  });

  it("in a table broken in two hold for the second part too", () => {
    const first = gridOf([heading, ["1", "Việc một", "Sở Y tế", "", "Quý I", ""]], {
      is: "table",
      name: "1",
    });
    const second = gridOf([["2", "Việc hai", "Sở Y tế", "", "Quý II", ""]], { is: "table", name: "2" });
    const made = draft([first, second]);
    expect(made.tasks).toBe(2);
    everyRowIsThere(made);
  });

  it.each([
    ["Đơn vị chủ trì", "Thời hạn hoàn thành", "Kết quả, sản phẩm"],
    ["Chủ trì", "Tiến độ", "Sản phẩm dự kiến"],
    ["Cơ quan, đơn vị thực hiện", "Thời gian thực hiện", "Kết quả đầu ra"],
  ])("go by their synonyms: %s, %s, %s", (lead, due, product) => {
    const made = draft([
      gridOf([
        ["Số TT", "Nhiệm vụ/Giải pháp", lead, due, product],
        [1, "Việc", "Sở Y tế", "Quý I", "Sổ tay"],
      ]),
    ]);
    expect(filled(made).plan?.tasks[0]).toMatchObject({
      lead: { agencies: ["so-y-te"] },
      due: { text: "Quý I" },
      products: [{ title: "Sổ tay" }],
    });
  });

  it("that name no task make no draft; the rows are left", () => {
    expect(
      draftPlan(
        [
          gridOf([
            ["Họ tên", "Chức vụ"],
            ["A", "B"],
          ]),
        ],
        { file: "a.xlsx", organisation, calendar: null, language: "vi", keys: "vi" },
      ),
    ).toBeNull();
  });
});

describe("numbers of rows", () => {
  const titles = (rows: readonly (readonly (string | number)[])[]) => {
    const made = draft([gridOf([heading, ...rows.map((row) => [...row, "", "Quý I", ""])])]);
    everyRowIsThere(made);
    const read = filled(made);
    return {
      ids: [...(read.plan?.objectives ?? []), ...(read.plan?.tasks ?? [])].map(({ id }) => id),
      asked: asked(read, read.whole).map((text) => text.replace(/:.*/s, "")),
      problems: read.problems.map(({ code }) => code),
    };
  };

  it("12 → b): the letter lies in the number, and a) is missed", () => {
    const { ids, asked: questions } = titles([
      [11, "Việc", "Sở Y tế"],
      [12, "Việc chung", "Sở Y tế"],
      ["b)", "Việc con", "Sở Tư pháp"],
    ]);
    expect(ids).toEqual(["nv-11", "nv-12", "nv-12-b"]);
    expect(questions).toEqual([
      "Số thứ tự bắt đầu từ “11”",
      "Dòng này vừa có việc của mình vừa có các dòng con",
      "Số thứ tự nhảy từ “12” sang “b)”",
    ]);
  });

  it("codes such as KH20_TT_N01.1.1 are kept, a missing parent is asked about once", () => {
    const { ids, asked: questions } = titles([
      ["KH20_TT_N01.1.1", "Một", "Sở Y tế"],
      ["KH20_TT_N01.1.2", "Hai", "Sở Y tế"],
    ]);
    expect(ids).toEqual(["kh20-tt-n01-1-1", "kh20-tt-n01-1-2"]);
    expect(questions).toEqual(["Bảng không có dòng “KH20_TT_N1.1” mà dòng này nằm trong đó"]);
  });

  it("13.0 → 13.5 is a part with parts missed before it", () => {
    const made = draft([
      gridOf([
        heading,
        ["12", "Trước đó", "Sở Y tế", "", "Quý I", ""],
        ["13.0", "Nhóm việc", "", "", "", ""],
        ["13.5", "Việc con", "Sở Y tế", "", "Quý I", ""],
      ]),
    ]);
    const read = filled(made);
    expect(read.plan?.objectives.map(({ id, title }) => [id, title])).toEqual([["nhom-13", "Nhóm việc"]]);
    expect(read.plan?.tasks.map(({ id, objective }) => [id, objective])).toEqual([
      ["nv-12", null],
      ["nv-13-5", "nhom-13"],
    ]);
    expect(asked(read, read.whole)[1]).toBe("Số thứ tự nhảy từ “13.0” sang “13.5”: có thiếu dòng nào không?");
  });

  it("used twice are asked about and get ids of their own", () => {
    const { ids, asked: questions } = titles([
      [1, "Một", "Sở Y tế"],
      [1, "Lại một", "Sở Y tế"],
    ]);
    expect(ids).toEqual(["nv-1", "nv-1-2"]);
    expect(questions).toEqual(["Số thứ tự “1” dùng hai lần"]);
  });

  it("of letters, Roman figures and dots nest, and begin anew in each group", () => {
    const rows = [
      ["A", "Phần một", "<", "<", "<", "<"],
      ["I", "Mục một", "<", "<", "<", "<"],
      ["1", "Việc", "Sở Y tế", "", "Quý I", ""],
      ["1.1", "Việc con", "Sở Y tế", "", "Quý I", ""],
      ["II", "Mục hai", "<", "<", "<", "<"],
      ["1", "Việc", "Sở Y tế", "", "Quý I", ""],
      ["B", "Phần hai", "<", "<", "<", "<"],
      ["1", "Việc", "Sở Y tế", "", "Quý I", ""],
      ["C", "Phần ba", "<", "<", "<", "<"],
    ];
    const made = draft([gridOf([heading, ...rows])]);
    const { plan } = filled(made);
    expect(plan?.objectives.map(({ id, parent }) => `${id}<${parent ?? ""}`)).toEqual([
      "nhom-a<",
      "nhom-a-i<nhom-a",
      "nhom-a-ii<nhom-a",
      "nhom-b<",
      "nhom-c<",
    ]);
    expect(plan?.tasks.map(({ id }) => id)).toEqual(["nv-a-i-1", "nv-a-i-1-1", "nv-a-ii-1", "nv-b-1"]);
  });

  it("that run through all groups are in order", () => {
    const made = draft([
      gridOf([
        heading,
        ["I", "Nhóm một", "<", "<", "<", "<"],
        ["1", "Việc", "Sở Y tế", "", "Quý I", ""],
        ["II", "Nhóm hai", "<", "<", "<", "<"],
        ["2", "Việc", "Sở Y tế", "", "Quý I", ""],
        ["3", "Việc", "Sở Y tế", "", "Quý I", ""],
      ]),
    ]);
    const read = filled(made);
    expect(asked(read, read.whole)).toEqual([]);
  });

  it("that Word gives by itself are empty cells: rows stay rows", () => {
    const { ids, asked: questions } = titles([
      ["", "Việc một", "Sở Y tế"],
      ["", "việc hai", "Sở Y tế"],
    ]);
    expect(ids).toEqual(["nv-dong-2", "nv-dong-3"]);
    expect(questions).toEqual([]);
  });
});

it("a signature under the table, unknown columns and rows of other sheets are kept as what they are", () => {
  const made = draft([
    gridOf([["Họ tên"], ["Nguyễn Văn A"]], { name: "Danh sách" }),
    gridOf([
      [...heading, "Nguồn kinh phí"],
      [1, "Việc", "Sở Y tế", "", "Quý I", "", "Ngân sách tỉnh"],
      null,
      ["", "", "", "", "KT. CHỦ TỊCH", "", ""],
      ["", "", "", "PHÓ CHỦ TỊCH", "", "", ""],
      ["Ghi chú: số liệu tạm tính", "<", "<", "<", "<", "<", "<"],
    ]),
  ]);
  everyRowIsThere(made);
  expect(made.rows.map(({ became }) => became)).toEqual([
    "left",
    "left",
    "heading",
    "task",
    "left",
    "left",
    "left",
  ]);
  expect(made.text).toContain("Nguồn kinh phí «Ngân sách tỉnh»");
  expect(made.text).toContain("#   PL1!A4:E4 (ngoài bảng): «KT. CHỦ TỊCH»");
});

it("is written in either spelling and language", () => {
  const made = draftPlan([gridOf([heading, [1, "Việc", "Sở Y tế", "", "", ""]])], {
    file: "annex.docx",
    organisation,
    calendar: null,
    language: "en",
    keys: "en",
  });
  expect(made?.text).toContain("    lead: so-y-te # «Sở Y tế»");
  expect(made?.text).toContain("# ? The due's cell is empty");
});
