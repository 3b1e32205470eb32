// Small office files written by hand, as the programs write them, with whatever parts a test wants changed.

import { type ZipPart, zip } from "./zip.ts";

const office = "application/vnd.openxmlformats-officedocument";
const relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const types = (main: string) =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${main}</Types>`;
const roots = (target: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="${target}"/></Relationships>`;

/** `sheets`: the XML between <worksheet> tags, by sheet name. */
export function workbook(
  sheets: Readonly<Record<string, string>>,
  more: { strings?: string; styles?: string; workbookPr?: string; parts?: readonly ZipPart[] } = {},
): Uint8Array {
  const names = Object.keys(sheets);
  const main = names
    .map(
      (_, index) =>
        `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${office}.spreadsheetml.worksheet+xml"/>`,
    )
    .join("");
  return zip([
    {
      name: "[Content_Types].xml",
      text: types(
        `<Override PartName="/xl/workbook.xml" ContentType="${office}.spreadsheetml.sheet.main+xml"/>${main}`,
      ),
    },
    { name: "_rels/.rels", text: roots("xl/workbook.xml") },
    {
      name: "xl/workbook.xml",
      text: `<workbook xmlns:r="${relationships}">${more.workbookPr ?? ""}<sheets>${names
        .map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
        .join("")}</sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      text: `<Relationships>${names
        .map((_, index) => `<Relationship Id="rId${index + 1}" Target="worksheets/sheet${index + 1}.xml"/>`)
        .join("")}</Relationships>`,
    },
    ...names.map((name, index) => ({
      name: `xl/worksheets/sheet${index + 1}.xml`,
      text: `<worksheet>${sheets[name]}</worksheet>`,
    })),
    ...(more.strings === undefined
      ? []
      : [{ name: "xl/sharedStrings.xml", text: `<sst>${more.strings}</sst>` }]),
    ...(more.styles === undefined
      ? []
      : [{ name: "xl/styles.xml", text: `<styleSheet>${more.styles}</styleSheet>` }]),
    ...(more.parts ?? []),
  ]);
}

/** A sheet whose cells are texts written in place. */
export function sheetOf(rows: readonly (readonly string[])[], merges: readonly string[] = []): string {
  const cells = rows.map(
    (row, index) =>
      `<row r="${index + 1}">${row
        .map(
          (text, column) =>
            `<c r="${String.fromCharCode(65 + column)}${index + 1}" t="inlineStr"><is><t>${text}</t></is></c>`,
        )
        .join("")}</row>`,
  );
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join("");
  return `<sheetData>${cells.join("")}</sheetData>${merged === "" ? "" : `<mergeCells>${merged}</mergeCells>`}`;
}

/** `body`: the XML between <w:body> tags. */
export function wordDocument(body: string, parts: readonly ZipPart[] = []): Uint8Array {
  return zip([
    {
      name: "[Content_Types].xml",
      text: types(
        `<Override PartName="/word/document.xml" ContentType="${office}.wordprocessingml.document.main+xml"/>`,
      ),
    },
    { name: "_rels/.rels", text: roots("word/document.xml") },
    {
      name: "word/document.xml",
      text: `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    },
    ...parts,
  ]);
}

export const paragraph = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

/** `more`: properties such as gridSpan and vMerge. */
export const cell = (text: string, more = "") =>
  `<w:tc><w:tcPr>${more}</w:tcPr>${text.split("\n").map(paragraph).join("")}</w:tc>`;
export const span = (columns: number) => `<w:gridSpan w:val="${columns}"/>`;
export const down = '<w:vMerge w:val="restart"/>';
export const goesOn = "<w:vMerge/>";
export const table = (...rows: readonly (readonly string[])[]) =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.join("")}</w:tr>`).join("")}</w:tbl>`;
