// The annex table of a plan comes back: unchanged it differs in nothing, changed it changes just that, and the rest stays.

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { annexWords } from "../../words/index.ts";
import type { OrganisationDocument } from "../organisation-document.ts";
import type { Plan } from "../plan.ts";
import { readPlan, readRegisterDocument } from "../read-plan.ts";
import { organisation } from "../testing/sample-reads.ts";
import { samplePlan } from "../testing/sample-texts.ts";
import { type ComparedAnnex, compareAnnex } from "./compare-annex.ts";
import { type AnnexField, annexFields, annexRows } from "./plan-annex.ts";
import { gridOf } from "./testing/grid-of.ts";
import { planTexts } from "./testing/plan-texts.ts";

const words = annexWords.vi;
const { columns } = words.table;
const heading = [
  columns.number,
  columns.code,
  columns.task,
  columns.lead,
  columns.coordinators,
  columns.due,
  columns.product,
];

type Row = string[];

function read(text: string, against: OrganisationDocument = organisation): Plan {
  const { plan, problems } = readPlan(text, { organisation: against });
  if (plan === null) throw new Error(problems.map(({ code, excerpt }) => `${code}\n${excerpt}`).join("\n"));
  return plan;
}

function tableOf(text: string, against: OrganisationDocument = organisation): Row[] {
  return annexRows(read(text, against), against, words).map(({ number, id, texts }) => [
    number,
    id,
    ...annexFields.map((field) => texts[field]),
  ]);
}

function comeBack(
  text: string,
  table: readonly Row[],
  against: OrganisationDocument = organisation,
): ComparedAnnex {
  const compared = compareAnnex([gridOf([["Phụ lục"], heading, ...table])], text, read(text, against), {
    organisation: against,
    language: "vi",
    keys: readPlan(text).keys,
  });
  if (compared === null) throw new Error("no table");
  return compared;
}

const column: Readonly<Record<AnnexField, number>> = {
  title: 2,
  lead: 3,
  coordinators: 4,
  due: 5,
  product: 6,
};

/** The table with one cell changed. */
function withCell(table: readonly Row[], id: string, field: AnnexField, text: string): Row[] {
  return table.map((row) => (row[1] === id ? row.with(column[field], text) : row));
}

const told = ({ changes }: ComparedAnnex) =>
  changes.map(({ kind, id, field, before, after }) => [kind, id, field, before, after]);

describe("a table that comes back unchanged", () => {
  it("differs in nothing, for any plan", () => {
    fc.assert(
      fc.property(planTexts, (text) => {
        const compared = comeBack(text, tableOf(text));
        expect(compared.changes).toEqual([]);
        expect(compared.text).toBe(text);
      }),
      { numRuns: 60 },
    );
  });

  it.each(["kh-42-2017.yaml", "examples/vi-du.yaml"])("differs in nothing for plans/%s", (file) => {
    const text = readFileSync(new URL(`../../../../../plans/${file}`, import.meta.url), "utf8");
    const register = file.startsWith("kh")
      ? "register/to-chuc-nghe-an-2017.yaml"
      : "examples/register/organisation-sample.yaml";
    const against = readRegisterDocument(
      readFileSync(new URL(`../../../../../plans/${register}`, import.meta.url), "utf8"),
    ).document as OrganisationDocument;
    expect(comeBack(text, tableOf(text, against), against)).toMatchObject({ changes: [], text });
  });
});

describe("a table that comes back changed", () => {
  const values: Readonly<Record<AnnexField, readonly string[]>> = {
    title: ["Việc mới: gấp", "=SUM(A1)", "- gạch đầu dòng"],
    lead: ["Sở Y tế", "Công an tỉnh; Sở Y tế", "Các huyện", "Các huyện (trừ Huyện A)"],
    coordinators: ["", "Công an tỉnh", "Các huyện; Sở Y tế"],
    due: ["30/9/2017", "Quý IV", "Chậm nhất 15/12/2017"],
    product: ["", "Kế hoạch", "- Báo cáo\n- Kế hoạch: số, ngày"],
  };

  it("changes what the cell says and nothing else, for any plan", () => {
    const change = fc
      .constantFrom(...annexFields)
      .chain((field) => fc.constantFrom(...values[field]).map((text) => ({ field, text })));
    fc.assert(
      fc.property(planTexts, fc.nat(), change, (text, pick, { field, text: cell }) => {
        const table = tableOf(text);
        const tasks = table.filter((row) => /^\d/.test(row[0] ?? ""));
        const row = tasks[pick % tasks.length] ?? [];
        const changed = withCell(table, row[1] ?? "", field, cell);
        const compared = comeBack(text, changed);
        const differs = row[column[field]]?.replace(/\s+/g, " ") !== cell.replace(/\s+/g, " ");
        expect(told(compared).map(([kind, id, which]) => [kind, id, which])).toEqual(
          differs ? [["changed", row[1], field]] : [],
        );
        expect(tableOf(compared.text)).toEqual(changed);
        // Comments and keys the table does not show are still there.
        const hidden = (source: string) =>
          source.match(/# việc \d|# ghi chú của người soạn|lĩnh vực: \[thử\]/g);
        expect(hidden(compared.text)).toEqual(hidden(text));
      }),
      { numRuns: 80 },
    );
  });

  it("keeps what is written of parties and products that stay", () => {
    const plan = samplePlan;
    const table = tableOf(plan);
    const before = read(plan).tasks[0];
    const compared = comeBack(plan, withCell(table, "soan", "title", "Soạn lại"));
    expect(told(compared)).toEqual([["changed", "soan", "title", "Soạn chiến lược", "Soạn lại"]]);
    expect(read(compared.text).tasks[0]).toEqual({ ...before, title: "Soạn lại" });
  });

  it("adds rows after the one above, removes missing ones, moves to other groups, and notes what it cannot tell", () => {
    const text = `kehoach: 1
loại: kế hoạch
mã: thu
nội dung: Thử
cơ quan ban hành: tinh
thời gian thực hiện: 2017
tổ chức bộ máy: tinh-2017
lịch: lich-2017
mục tiêu:
  - mã: mot
    nội dung: Nhóm một
nhiệm vụ:
  - mã: a
    nội dung: Việc a
    thuộc mục tiêu: mot
    chủ trì: cong-an
    thời hạn: 30/6/2017
  # giữ lại
  - mã: b
    nội dung: Việc b
    thuộc mục tiêu: mot
    chủ trì: so-y-te
  - { mã: c, nội dung: Việc c, chủ trì: so-y-te }
`;
    const table = [
      ["1", "b", "Việc b", "Sở Lạ", "", "30 ngày", ""],
      ["I", "mot", "Nhóm số một", "", "", "", ""],
      ["", "", "Việc mới", "Công an tỉnh", "Sở Y tế", "Quý III", "Báo cáo"],
      ["II", "", "Nhóm hai", "", "", "", ""],
      ["2", "a", "Việc a", "", "", "", ""],
    ];
    const compared = comeBack(text, table);
    expect(told(compared)).toEqual([
      ["changed", "b", "objective", "mot", ""],
      ["changed", "b", "lead", "Sở Y tế", "Sở Lạ"],
      ["changed", "b", "due", "", "30 ngày"],
      ["changed", "mot", "title", "Nhóm một", "Nhóm số một"],
      ["added", "nv-viec-moi", null, "", "Việc mới"],
      ["added", "nhom-hai", "objective", "", "Nhóm hai"],
      ["changed", "a", "objective", "mot", "nhom-hai"],
      ["changed", "a", "lead", "Công an tỉnh", ""],
      ["changed", "a", "due", "30/6/2017", ""],
      ["removed", "c", null, "Việc c", ""],
    ]);
    const again = readPlan(compared.text, { organisation });
    expect(again.problems.map(({ code, place }) => `${code} ${place.path}`)).toEqual([
      "value_missing tasks[0].lead",
      "due_not_understood tasks[1].due",
      "value_missing tasks[1].lead",
    ]);
    expect(again.questions.map(({ vi }) => vi.slice(0, 40))).toEqual([
      expect.stringContaining("Ô này đã bị xóa"),
      expect.stringContaining("“Sở Lạ” là"),
      expect.stringContaining("“30 ngày” tính từ"),
    ]);
    expect(compared.text).toContain("  # giữ lại\n");
    expect(compared.text.indexOf("nv-viec-moi")).toBeGreaterThan(compared.text.indexOf("mã: b"));
  });

  it("without its column of codes finds rows by their titles, and leaves alone what has no column", () => {
    const text = planOf("so-y-te", "30/6/2017");
    const grid = gridOf([
      ["STT", "Nhiệm vụ", "Thời hạn"],
      ["1", "Việc a", "Quý IV"],
    ]);
    const compared = compareAnnex([grid], text, read(text), { organisation, language: "vi", keys: "vi" });
    expect(compared?.changes.map(({ id, field }) => [id, field])).toEqual([["a", "due"]]);
    expect(compared?.text).toContain("thời hạn: Quý IV");
  });

  it("asks where a code is unknown or stands twice, and where a note was written", () => {
    const text = planOf("so-y-te", "30/6/2017");
    const table = tableOf(text);
    const row = table[0] ?? [];
    const compared = comeBack(text, [...table, row, row.with(1, "la")]);
    expect(told(compared).map(([kind, id]) => [kind, id])).toEqual([
      ["added", "a-2"],
      ["added", "la"],
    ]);
    expect(readPlan(compared.text, { organisation }).questions.map(({ vi }) => vi)).toEqual([
      expect.stringContaining("Mã “a” đứng ở hai dòng"),
      expect.stringContaining("“la” mà kế hoạch không có"),
    ]);
  });
});

function planOf(lead: string, due: string): string {
  return `kehoach: 1
loại: kế hoạch
mã: thu
nội dung: Thử
cơ quan ban hành: tinh
thời gian thực hiện: 2017
tổ chức bộ máy: tinh-2017
lịch: lich-2017
nhiệm vụ:
  - mã: a
    nội dung: Việc a
    chủ trì: ${lead}
    thời hạn: ${due}
`;
}
