// Tables of office files written by hand: what is merged, broken, dated, deleted or elsewhere is read as it is shown.

import { draftPlan } from "@kehoach/engine/language";
import { describe, expect, it } from "vitest";
import { readOfficeTables } from "./office-tables.ts";
import {
  cell,
  down,
  goesOn,
  paragraph,
  sheetOf,
  span,
  table,
  wordDocument,
  workbook,
} from "./testing/office-files.ts";

function tablesOf(bytes: Uint8Array) {
  const read = readOfficeTables(bytes);
  if (!read.ok) throw new Error(read.fault);
  return read.tables;
}

const shown = (bytes: Uint8Array) =>
  tablesOf(bytes).map(({ rows }) =>
    rows.map(({ cells }) =>
      cells.map(({ text, from }) => (from === "left" ? "<" : from === "above" ? "^" : text)),
    ),
  );

describe("a document", () => {
  const head = (text: string, more = "") => cell(text, more);
  const annex = wordDocument(
    [
      paragraph("PHỤ LỤC"),
      paragraph("Phân công nhiệm vụ"),
      table(
        [
          head("TT", down),
          head("Nội dung công việc", down),
          head("Cơ quan thực hiện", span(2)),
          head("Thời hạn", down),
        ],
        [head("", goesOn), head("", goesOn), head("Chủ trì"), head("Phối hợp"), head("", goesOn)],
        [cell("I. Truyền thông", span(5))],
        [
          cell("1"),
          cell("Xây dựng\nchuyên trang"),
          cell("Sở TT&amp;TT", down),
          cell("Công an tỉnh"),
          cell("Quý III"),
        ],
        [cell("2"), cell("Phát sóng"), cell("", goesOn), cell(""), cell("Hằng tháng")],
      ),
      paragraph("Trang sau"),
      table([cell("3"), cell("Tổng kết"), cell("Sở Y tế"), cell(""), cell("31/12/2017")]),
    ].join(""),
  );

  it("has its merged cells and broken tables in place", () => {
    expect(shown(annex)).toEqual([
      [
        ["TT", "Nội dung công việc", "Cơ quan thực hiện", "<", "Thời hạn"],
        ["^", "^", "Chủ trì", "Phối hợp", "^"],
        ["I. Truyền thông", "<", "<", "<", "<"],
        ["1", "Xây dựng\nchuyên trang", "Sở TT&TT", "Công an tỉnh", "Quý III"],
        ["2", "Phát sóng", "^", "", "Hằng tháng"],
      ],
      [["3", "Tổng kết", "Sở Y tế", "", "31/12/2017"]],
    ]);
    expect(tablesOf(annex).map(({ before }) => before)).toEqual([
      ["PHỤ LỤC", "Phân công nhiệm vụ"],
      ["Trang sau"],
    ]);
  });

  it("becomes a draft with all its rows", () => {
    const options = {
      file: "annex.docx",
      organisation: null,
      calendar: null,
      language: "vi",
      keys: "vi",
    } as const;
    const draft = draftPlan(tablesOf(annex), options);
    expect(draft).toMatchObject({ tasks: 3, groups: 1 });
    for (const { place } of draft?.rows ?? []) expect(draft?.text).toContain(place);
    expect(draft?.text).toContain("bảng 2, dòng 1");
  });

  it("has no deleted or moved text, and a table in a cell is its text", () => {
    const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
    const changed = `<w:tc><w:p>${run("còn")}<w:del>${run("bỏ")}</w:del><w:moveFrom>${run("dời")}</w:moveFrom><w:ins>${run(" thêm")}</w:ins></w:p></w:tc>`;
    const inner = `<w:tc>${table([cell("trong")])}${paragraph("ngoài")}</w:tc>`;
    expect(shown(wordDocument(table([changed, inner])))).toEqual([[["còn thêm", "trong\nngoài"]]]);
  });

  it("keeps what a part of a merged cell says, and one that goes on from nowhere", () => {
    const bytes = wordDocument(table([cell("a", down), cell("x", goesOn)], [cell("b", goesOn), cell("y")]));
    expect(shown(bytes)).toEqual([
      [
        ["a\nb", "x"],
        ["^", "y"],
      ],
    ]);
  });
});

describe("a workbook", () => {
  it("shows dates, decimals, shared and rich texts, formulas by their values, hidden sheets too", () => {
    const styles =
      '<numFmts count="2"><numFmt numFmtId="170" formatCode="dd/mm/yyyy;@"/><numFmt numFmtId="171" formatCode="0.0"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="10"/></cellXfs>';
    const strings =
      "<si><t>chung</t></si><si><r><t>một </t></r><r><t>nửa</t></r><rPh><t>phiên âm</t></rPh></si>";
    const sheet = `<sheetData><row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" s="1"><v>42916</v></c><c r="D2" s="2"><v>42916.5</v></c><c r="E2" s="3"><v>13</v></c><c r="F2"><v>0.30000000000000004</v></c><c r="G2" t="str"><f>A2&amp;"x"</f><v>chungx</v></c><c r="H2"><f>NOW()</f></c><c r="I2" t="b"><v>1</v></c><c r="J2" s="4"><v>0.95</v></c></row></sheetData>`;
    const bytes = workbook({ "PL 1": sheet, Ẩn: sheetOf([["x"]]) }, { strings, styles });
    expect(shown(bytes)).toEqual([
      [["chung", "một nửa", "30/06/2017", "30/06/2017", "13.0", "0.3", "chungx", "=NOW()", "TRUE", "95.00%"]],
      [["x"]],
    ]);
    expect(tablesOf(bytes)[0]?.rows[0]?.cells.map(({ form }) => form)).toContain("date");
    expect(
      shown(
        workbook({ a: sheet }, { strings, styles, workbookPr: '<workbookPr date1904="1"/>' }),
      )[0]?.[0]?.[2],
    ).toBe("01/07/2021");
  });

  it("has its merged cells in place, a merge to the sheet's end too", () => {
    const sheet = sheetOf(
      [
        ["Tên", "", "c"],
        ["", "", "d"],
      ],
      ["A1:B2", "C2:XFD1048576"],
    );
    const [rows] = shown(workbook({ a: sheet }));
    expect(rows?.map((row) => row.slice(0, 4))).toEqual([
      ["Tên", "<", "c", ""],
      ["^", "^", "d", "<"],
    ]);
  });
});
