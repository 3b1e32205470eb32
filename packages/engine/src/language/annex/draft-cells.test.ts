// Doubtful cells of annex tables: names, dues and products that nobody may guess.

import { describe, expect, it } from "vitest";
import { gridOf } from "./testing/grid-of.ts";
import { asked, draft, filled, heading } from "./testing/read-draft.ts";

describe("doubtful cells", () => {
  const task = (
    lead: string,
    coordinators: string,
    due: string | number | { date: string },
    product = "",
  ) => {
    const made = draft([gridOf([heading, [1, "Việc", lead, coordinators, due, product]])]);
    const read = filled(made);
    return {
      text: made.text,
      asked: asked(read, read.whole),
      problems: read.problems.map(({ code, place }) => `${code} ${place.path}`),
      plan: read.plan,
    };
  };

  it("several leads are the plan language's own question", () => {
    expect(task("Sở Y tế\nSở Tư pháp", "", "Quý I")).toMatchObject({ asked: ["two_leads"], problems: [] });
  });

  it("a name nobody has, and one that is short for a known one", () => {
    expect(task("Ban Quản lý rừng", "", "Quý I")).toMatchObject({
      asked: ["“Ban Quản lý rừng” là cơ quan hay nhóm nào trong tổ chức bộ máy?"],
      problems: ["value_missing tasks[0].lead"],
    });
    expect(task("Thanh tra", "", "Quý I").asked).toEqual(["“Thanh tra” có phải là thanh-tra-tinh không?"]);
    expect(task("Sở Y tế", "Các cơ quan liên quan", "Quý I")).toMatchObject({
      asked: ["“Các cơ quan liên quan” là cơ quan hay nhóm nào trong tổ chức bộ máy?"],
      problems: [],
    });
  });

  it("a group without some, and agencies beside a group", () => {
    const lead = "UBND các huyện, thành phố, thị xã (trừ UBND thành phố Vinh)";
    expect(task(lead, "", "Quý I")).toMatchObject({
      asked: [],
      plan: { tasks: [{ lead: { each: true, groups: ["cap-huyen"], except: ["ubnd-vinh"] } }] },
    });
    expect(task("Sở Y tế; UBND các huyện, thành phố, thị xã", "", "Quý I").asked).toEqual([
      expect.stringContaining("cả cơ quan và nhóm"),
    ]);
  });

  it("a group by the words offices have for it", () => {
    for (const lead of [
      "UBND cấp huyện",
      "Các huyện, thành phố, thị xã",
      "Uỷ ban nhân dân các huyện, thành phố, thị xã",
    ]) {
      const { asked, plan } = task(lead, "", "Quý I");
      expect([lead, asked, plan?.tasks[0]?.lead.groups]).toEqual([lead, [], ["cap-huyen"]]);
    }
  });

  it("without accents a name is the same name", () => {
    expect(task("so thong tin va truyen thong", "SỞ Y TẾ", "Quý I").plan?.tasks[0]).toMatchObject({
      lead: { agencies: ["so-tttt"] },
      coordinators: [{ agency: "so-y-te" }],
    });
  });

  it.each(["30", "30 ngày", "Trong vòng 30 ngày làm việc"])("%s days count from a day nobody said", (due) => {
    const read = task("Sở Y tế", "", due);
    expect(read.asked).toEqual([expect.stringContaining(`“${due}” tính từ ngày nào`)]);
    expect(read.problems).toContain("value_missing tasks[0].due.event");
    expect(read.text).toContain("số lượng: 30");
  });

  it("a number that may be Excel's day is asked about, a real date cell is a date", () => {
    expect(task("Sở Y tế", "", 42916)).toMatchObject({
      asked: ["Ô thời hạn là số 42916; nếu là ngày của Excel thì là 30/06/2017: có đúng không?"],
      problems: ["value_missing tasks[0].due"],
    });
    expect(task("Sở Y tế", "", { date: "30/06/2017" }).plan?.tasks[0]?.due).toMatchObject({
      date: "2017-06-30",
    });
  });

  it("an empty due, and one that check itself asks about", () => {
    expect(task("Sở Y tế", "", "")).toMatchObject({ problems: ["value_missing tasks[0].due"] });
    expect(task("Sở Y tế", "", "Trước 30/6/2017").problems).toEqual(["due_before_unclear tasks[0].due"]);
    expect(task("Sở Y tế", "", "Sau Tết").problems).toEqual(["due_vague tasks[0].due"]);
  });

  it("an empty lead under one that has it is not filled in; a merged one holds for both", () => {
    const made = draft([
      gridOf([
        heading,
        ["1", "Việc chung", "Sở Y tế", "", "Quý I", ""],
        ["a)", "Phần một", "", "", "Quý I", ""],
        ["2", "Việc hai", "Sở Tư pháp", "", "Quý II", ""],
        ["3", "Việc ba", "^", "", "^", ""],
      ]),
    ]);
    const read = filled(made);
    expect(asked(read, read.whole)).toContain(
      "Ô chủ trì để trống; dòng cấp trên ghi “Sở Y tế”: có áp dụng cho dòng này không?",
    );
    expect(read.problems.map(({ place }) => place.path)).toEqual(["tasks[1].lead"]);
    expect(made.text.match(/chủ trì: so-tu-phap/g)).toHaveLength(2);
  });

  it("several products are several, hidden characters go, and formulas are only text", () => {
    const read = task("Sở Y tế", "", "Quý I", '- Sổ tay\n- =HYPERLINK("x")\u200b');
    expect(read.plan?.tasks[0]?.products.map(({ title }) => title)).toEqual(["Sổ tay", '=HYPERLINK("x")']);
  });
});
