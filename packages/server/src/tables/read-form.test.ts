// The form of a reporting duty as a workbook: out, filled in, back; wrong cells are named, nothing is guessed.

import { describe, expect, it } from "vitest";
import type { FormRow, FormSheet } from "../sheets/form-sheet.ts";
import { formXlsx } from "../sheets/form-xlsx.ts";
import { readZip } from "../testing/read-zip.ts";
import { readFormXlsx } from "./read-form.ts";
import { workbook } from "./testing/office-files.ts";

const row = (id: string, kind: FormRow["kind"], more: Partial<FormRow> = {}): FormRow => ({
  id,
  label: `Số ${id}, “đợt 1” & <2>`,
  unit: "vụ",
  kind,
  last: "12.5",
  total: "1014",
  value: null,
  status: null,
  ...more,
});
const rows = [
  row("vu", "count", { value: "19", status: "official" }),
  row("tien", "amount"),
  row("lech", "number", { value: "-2.5", status: "estimate" }),
  row("xong", "yes_no", { last: "0", value: "1", status: "official" }),
  row("ngay", "date", { last: "2017-06-30", value: "2017-07-31", status: "official" }),
  row("khac", "count", { value: null, status: "official" }),
];
const sheet: FormSheet = {
  key: "kehoach:form:p:a:2017-07",
  title: "Biểu số liệu",
  subtitles: ["42/KH-UBND", "Kỳ tháng 7"],
  rows,
};

/** The sheet as somebody would send it back with these figures in it. */
async function sentBack(values: Readonly<Record<string, Partial<FormRow>>>, more: Partial<FormSheet> = {}) {
  const filled = {
    ...sheet,
    ...more,
    rows: (more.rows ?? rows).map((each) => ({ ...each, ...values[each.id] })),
  };
  const read = readFormXlsx(await formXlsx(filled, "vi"), sheet);
  if (!read.ok) throw new Error(read.fault);
  return read;
}

/** The same, with a text put where the sheet's XML has another. */
async function typed(find: RegExp, put: string) {
  const parts = readZip(
    await formXlsx({ ...sheet, rows: [row("vu", "count"), row("tien", "amount")] }, "vi"),
  );
  const text = (name: string) => parts.get(name) ?? "";
  const xml = text("xl/worksheets/sheet1.xml");
  if (!find.test(xml)) throw new Error(xml);
  const inside = xml.replace(find, put).replace(/^.*?<worksheet[^>]*>|<\/worksheet>$/gs, "");
  const bytes = workbook(
    { a: inside },
    {
      strings: text("xl/sharedStrings.xml").replace(/^.*?<sst[^>]*>|<\/sst>$/gs, ""),
      styles: text("xl/styles.xml").replace(/^.*?<styleSheet[^>]*>|<\/styleSheet>$/gs, ""),
    },
  );
  const read = readFormXlsx(bytes, { ...sheet, rows: [row("vu", "count"), row("tien", "amount")] });
  if (!read.ok) throw new Error(read.fault);
  return read;
}

describe("the workbook", () => {
  it("locks all but the cells to fill in, and offers what may be chosen", async () => {
    const parts = readZip(await formXlsx(sheet, "vi"));
    const text = (name: string) => parts.get(name) ?? "";
    const xml = text("xl/worksheets/sheet1.xml");
    expect(xml).toContain('<sheetProtection sheet="1"');
    expect(xml.indexOf("</sheetData>")).toBeLessThan(xml.indexOf("<sheetProtection"));
    expect(xml.indexOf("</mergeCells>")).toBeLessThan(xml.indexOf("<dataValidations"));
    expect(xml).toContain('<formula1>"chính thức,ước thực hiện,không có số liệu"</formula1>');
    expect(xml.match(/<dataValidation /g)).toHaveLength(1 + rows.length);
    const styles = text("xl/styles.xml");
    const unlocked = [...styles.matchAll(/<xf [^>]*>/g)].flatMap(([xf], index) =>
      xf.includes("applyProtection") ? [String(index)] : [],
    );
    const cells = [...xml.matchAll(/<c r="([A-Z])\d+"(?: s="(\d+)")?/g)];
    const open = cells.filter(([, , style]) => unlocked.includes(style ?? "")).map(([, column]) => column);
    expect([...new Set(open)].sort()).toEqual(["G", "H"]);
    expect(open).toHaveLength(2 * rows.length);
  });

  it.each(["vi", "en"] as const)("comes back from %s without a difference", async (language) => {
    const read = readFormXlsx(await formXlsx(sheet, language), sheet);
    expect(read).toEqual({ ok: true, changes: [], faults: [] });
  });
});

describe("a form that was filled in", () => {
  it("says what it changes, before and after, in which cell", async () => {
    const { changes, faults } = await sentBack({
      vu: { value: "20" },
      tien: { value: "1014.25", status: "estimate" },
      lech: { status: "official" },
      xong: { value: null, status: "official" },
      ngay: { value: "2017-08-01" },
      khac: { value: "3" },
    });
    expect(faults).toEqual([]);
    expect(
      changes.map(({ input, cell, before, after }) => [
        input,
        cell,
        before?.value,
        after.value,
        after.status,
      ]),
    ).toEqual([
      ["vu", "G6", "19", "20", "official"],
      ["tien", "G7", undefined, "1014.25", "estimate"],
      ["lech", "G8", "-2.5", "-2.5", "official"],
      ["xong", "G9", "1", null, "official"],
      ["ngay", "G10", "2017-07-31", "2017-08-01", "official"],
      ["khac", "G11", null, "3", "official"],
    ]);
  });

  it("names wrong cells", async () => {
    const { faults } = await sentBack({ vu: { value: "2.5" }, tien: { value: "-1", status: "official" } });
    expect(faults.map(({ sheet: name, cell, code }) => [name, cell, code])).toEqual([
      ["Số liệu", "G6", "not_whole"],
      ["Số liệu", "G7", "negative"],
    ]);
    expect(faults[0]?.vi).toContain("“2.5” không phải số nguyên");
  });

  it.each([
    ["1.014", "official", "ambiguous"],
    ["1.014.000", "official", "ambiguous"],
    ["nhiều", "official", "not_number"],
    ["12", "", "status_missing"],
    ["12", "chắc chắn", "status_unknown"],
    ["12", "không có số liệu", "value_beside_none"],
    ["", "chính thức", "value_missing"],
  ])("typed as text %s with %s is %s", async (value, status, code) => {
    const shown = status === "official" ? "chính thức" : status;
    const inline = (cell: string, text: string) =>
      text === "" ? `<c r="${cell}"/>` : `<c r="${cell}" t="inlineStr"><is><t>${text}</t></is></c>`;
    const { faults, changes } = await typed(
      /<c r="G7"[^>]*\/?>(?:<v>[^<]*<\/v><\/c>)?<c r="H7"[^>]*\/?>(?:<v>[^<]*<\/v><\/c>)?/,
      `${inline("G7", value)}${inline("H7", shown)}`,
    );
    expect([changes.length, faults.map(({ cell, code: given }) => [cell, given])]).toEqual([
      0,
      [[code.startsWith("status") ? "H7" : "G7", code]],
    ]);
  });

  it("takes a decimal comma typed as text", async () => {
    const inline = (cell: string, text: string) => `<c r="${cell}" t="inlineStr"><is><t>${text}</t></is></c>`;
    const { changes } = await typed(
      /<c r="G7"[^>]*\/?>(?:<v>[^<]*<\/v><\/c>)?<c r="H7"[^>]*\/?>(?:<v>[^<]*<\/v><\/c>)?/,
      `${inline("G7", "12,50")}${inline("H7", "Estimate")}`,
    );
    expect(changes[0]?.after).toEqual({ value: "12.5", status: "estimate" });
  });

  it("of another duty, with rows added, repeated, missing or renamed is not taken for this one", async () => {
    const codes = async (more: Partial<FormSheet>) =>
      (await sentBack({}, more)).faults.map(({ code }) => code);
    expect(await codes({ key: "kehoach:form:p:b:2017-07" })).toEqual(["other_form"]);
    expect(await codes({ rows: [...rows, row("la", "count", { value: "1", status: "official" })] })).toEqual([
      "row_unknown",
    ]);
    expect(await codes({ rows: [...rows, rows[0] ?? row("vu", "count")] })).toEqual(["row_repeated"]);
    expect(await codes({ rows: rows.slice(1) })).toEqual(["row_missing"]);
    expect(await codes({ rows: rows.map((each) => ({ ...each, label: "khác" })) })).toEqual(
      rows.map(() => "label_changed"),
    );
  });
});
