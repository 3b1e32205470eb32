// Hostile office files: each is refused with its reason, quickly, and nothing outside the file is ever asked for.

import { annexWords, type TablesFault } from "@kehoach/engine/words";
import { describe, expect, it } from "vitest";
import { readOfficeTables } from "./office-tables.ts";
import { cell, sheetOf, table, wordDocument, workbook } from "./testing/office-files.ts";
import { type ZipPart, zip } from "./testing/zip.ts";

const plain = workbook({ a: sheetOf([["x"]]) });
const part = (name: string, text: string | Uint8Array = "x"): ZipPart => ({ name, text });
const withParts = (...parts: readonly ZipPart[]) => workbook({ a: sheetOf([["x"]]) }, { parts });
const relations = (target: string, more = "") =>
  `<Relationships><Relationship Id="rId1" Target="${target}" ${more}/></Relationships>`;

/** A workbook whose part of this name is another text. */
function replaced(name: string, text: string, claims?: number): Uint8Array {
  const office = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const parts: Record<string, string> = {
    "[Content_Types].xml": `<Types><Override PartName="/xl/workbook.xml" ContentType="${office}.sheet.main+xml"/></Types>`,
    "xl/workbook.xml": '<workbook><sheets><sheet name="a" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": relations("worksheets/sheet1.xml"),
    "xl/worksheets/sheet1.xml": `<worksheet>${sheetOf([["x"]])}</worksheet>`,
    [name]: text,
  };
  return zip(
    Object.entries(parts).map(([each, content]) => ({
      ...part(each, content),
      ...(each === name && { claims }),
    })),
  );
}

const doctype = '<!DOCTYPE a [<!ENTITY x "lol"><!ENTITY y "&x;&x;&x;&x;&x;&x;&x;&x;">]>';
const manyStrings = `<sst>${`<si><t>${"a".repeat(32_000)}</t></si>`.repeat(300)}</sst>`;
const manyRows = `<sheetData>${Array.from({ length: 20_001 }, (_, index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>1</v></c></row>`).join("")}</sheetData>`;
const deep = `<worksheet>${"<a>".repeat(300)}${"</a>".repeat(300)}</worksheet>`;

const hostile: readonly (readonly [what: string, bytes: Uint8Array, fault: TablesFault])[] = [
  ["no archive", Buffer.from("not a zip at all, only text"), "broken"],
  ["nothing", new Uint8Array(), "broken"],
  ["a file of before 2007, or with a password", Buffer.from("d0cf11e0a1b11ae1", "hex"), "older"],
  ["an archive that is no document", zip([part("a.txt")]), "notOffice"],
  ["an archive in an archive", zip([part("a.zip", plain)]), "notOffice"],
  ["an encrypted part", withParts({ ...part("b.xml"), encrypted: true }), "locked"],
  ["macros", withParts(part("xl/vbaProject.bin")), "macros"],
  ["a way out of the folder", withParts(part("../../etc/passwd")), "broken"],
  ["an absolute name", withParts(part("/etc/passwd")), "broken"],
  ["a name of Windows", withParts(part("C:\\a.xml")), "broken"],
  ["two parts of one name", withParts(part("XL/Workbook.xml")), "broken"],
  ["too many parts", withParts(...Array.from({ length: 200 }, (_, index) => part(`p${index}.xml`))), "parts"],
  ["a dense part", withParts(part("bomb.xml", "0".repeat(20_000_000))), "size"],
  ["a part that claims to be enormous", withParts({ ...part("b.xml"), claims: 4_000_000_000 }), "size"],
  [
    "a sheet that unpacks to more than it claims",
    replaced("xl/worksheets/sheet1.xml", `<worksheet>${manyRows}</worksheet>`, 100),
    "broken",
  ],
  ["a file over 20 MB", new Uint8Array(20 * 1024 * 1024 + 1), "size"],
  [
    "an entity bomb in a sheet",
    replaced("xl/worksheets/sheet1.xml", `${doctype}<worksheet>&y;</worksheet>`),
    "broken",
  ],
  [
    "an entity of a file",
    replaced("xl/sharedStrings.xml", '<!DOCTYPE a SYSTEM "file:///etc/passwd"><sst/>'),
    "broken",
  ],
  ["an entity nobody declared", replaced("xl/sharedStrings.xml", "<sst><si><t>&x;</t></si></sst>"), "broken"],
  ["a document type in a document", wordDocument(`${doctype}${table([cell("a")])}`), "broken"],
  ["elements nested without end", replaced("xl/worksheets/sheet1.xml", deep), "broken"],
  [
    "elements closed crosswise",
    replaced("xl/worksheets/sheet1.xml", "<worksheet><a></worksheet></a>"),
    "broken",
  ],
  ["no UTF-8", replaced("xl/sharedStrings.xml", "<sst>").fill(0), "broken"],
  [
    "a sheet that lies elsewhere",
    replaced("xl/_rels/workbook.xml.rels", relations("http://127.0.0.1:9/a", 'TargetMode="External"')),
    "broken",
  ],
  ["shared strings without end", replaced("xl/sharedStrings.xml", manyStrings), "size"],
  ["rows without end", workbook({ a: manyRows }), "tables"],
  [
    "a cell far to the right",
    workbook({ a: '<sheetData><row><c r="XFD1"><v>1</v></c></row></sheetData>' }),
    "tables",
  ],
];

describe("hostile files", () => {
  it.each(hostile)("%s", (_, bytes, fault) => {
    const began = performance.now();
    const read = readOfficeTables(bytes);
    expect(read.ok ? "ok" : read.fault).toBe(fault);
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it("merges that cover everything cost no more than their limit", () => {
    const rows = Array.from({ length: 2_100 }, () => ["x"]);
    const merges = rows.map((_, index) => `A${index + 1}:XFD1048576`);
    expect(readOfficeTables(workbook({ a: sheetOf(rows, merges) }))).toEqual({ ok: false, fault: "tables" });
  });

  it("any one byte changed is read or refused, never thrown", () => {
    for (let at = 0; at < plain.length; at += 3) {
      const bytes = Uint8Array.from(plain);
      bytes[at] = (bytes[at] ?? 0) ^ 0x5a;
      expect(typeof readOfficeTables(bytes).ok).toBe("boolean");
    }
  });

  it("tells each reason in both languages", () => {
    const faults = new Set(hostile.map(([, , fault]) => fault));
    expect([...faults].sort()).toEqual(Object.keys(annexWords.vi.faults).sort());
    for (const fault of faults) expect(annexWords.vi.faults[fault]).not.toBe(annexWords.en.faults[fault]);
  });
});
