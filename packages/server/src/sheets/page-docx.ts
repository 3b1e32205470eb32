// Page → .docx in the layout of Decree 30/2020/NĐ-CP, annex I: A4, Times New Roman, its margins, the page number at the
// top centre from page 2 on. The only module that knows the document library.

import type * as Docx from "docx";
import type { Block, Line, Page, TableCell } from "./page.ts";
import { plainText } from "./sheet.ts";

/** Twentieths of a point, the unit of the format. */
const millimetre = 56.7;
const point = 20;
/** Annex I, part I.I: top and bottom 20–25 mm, left 30–35 mm, right 15–20 mm. */
const margin = { top: 20, bottom: 20, left: 30, right: 20 } as const;
const paper = { short: 210, long: 297 } as const;
const usualSize = 13;

/** The file's bytes. Each further page begins a section of its own, an annex, whose pages are counted from 1 anew. */
export async function pageDocx(page: Page, ...annexes: readonly Page[]): Promise<Uint8Array> {
  // Loaded when a document is asked for: a server that is never asked need not hold it.
  const docx = await import("docx");
  const document = new docx.Document({
    title: plainText(page.title),
    creator: "kehoach",
    styles: {
      default: {
        document: { run: { font: "Times New Roman", size: usualSize * 2, color: "000000" } },
      },
    },
    sections: [page, ...annexes].map((one) => section(docx, one)),
  });
  return docx.Packer.toBuffer(document);
}

function section(docx: typeof Docx, page: Page): Docx.ISectionOptions {
  const width = (page.landscape ? paper.long : paper.short) - margin.left - margin.right;
  return {
    properties: {
      titlePage: true,
      page: {
        size: {
          // The library turns the sheet round by itself.
          width: Math.round(paper.short * millimetre),
          height: Math.round(paper.long * millimetre),
          orientation: page.landscape ? docx.PageOrientation.LANDSCAPE : docx.PageOrientation.PORTRAIT,
        },
        pageNumbers: { start: 1 },
        margin: {
          top: Math.round(margin.top * millimetre),
          bottom: Math.round(margin.bottom * millimetre),
          left: Math.round(margin.left * millimetre),
          right: Math.round(margin.right * millimetre),
        },
      },
    },
    headers: {
      first: new docx.Header({ children: [new docx.Paragraph({})] }),
      default: new docx.Header({
        children: [
          new docx.Paragraph({
            alignment: docx.AlignmentType.CENTER,
            children: [new docx.TextRun({ children: [docx.PageNumber.CURRENT], size: 26 })],
          }),
        ],
      }),
    },
    children: page.blocks.map((block) => blockOf(docx, block, width * millimetre)),
  };
}

function blockOf(docx: typeof Docx, block: Block, width: number): Docx.Paragraph | Docx.Table {
  switch (block.kind) {
    case "line":
      return paragraph(docx, block.line, width);
    case "beside": {
      const widths = widthsOf(block.shares, width);
      return table(docx, widths, false, [
        new docx.TableRow({
          children: block.columns.map(
            (lines, index) =>
              new docx.TableCell({
                width: { size: widths[index] ?? 0, type: docx.WidthType.DXA },
                margins: { left: 0, right: 0 },
                children: lines.map((line) => paragraph(docx, line, widths[index] ?? 0)),
              }),
          ),
        }),
      ]);
    }
    case "table": {
      const widths = widthsOf(block.shares, width);
      return table(
        docx,
        widths,
        true,
        block.rows.map(
          (cells, index) =>
            new docx.TableRow({
              tableHeader: index === 0,
              cantSplit: true,
              children: cells.map((cell, column) => tableCell(docx, cell, widths[column] ?? 0)),
            }),
        ),
      );
    }
  }
}

function table(
  docx: typeof Docx,
  widths: readonly number[],
  lined: boolean,
  rows: Docx.TableRow[],
): Docx.Table {
  const border = lined
    ? { style: docx.BorderStyle.SINGLE, size: 4, color: "000000" }
    : { style: docx.BorderStyle.NONE, size: 0, color: "auto" };
  return new docx.Table({
    rows,
    columnWidths: [...widths],
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: docx.WidthType.DXA },
    layout: docx.TableLayoutType.FIXED,
    borders: {
      top: border,
      bottom: border,
      left: border,
      right: border,
      insideHorizontal: border,
      insideVertical: border,
    },
  });
}

function tableCell(docx: typeof Docx, { line, span = 1 }: TableCell, width: number): Docx.TableCell {
  return new docx.TableCell({
    columnSpan: span,
    ...(span === 1 ? { width: { size: width, type: docx.WidthType.DXA } } : {}),
    margins: { left: 60, right: 60, top: 30, bottom: 30 },
    verticalAlign: docx.VerticalAlignTable.CENTER,
    children: [paragraph(docx, line, width)],
  });
}

function paragraph(docx: typeof Docx, line: Line, width: number): Docx.Paragraph {
  const alignment = {
    left: docx.AlignmentType.LEFT,
    center: docx.AlignmentType.CENTER,
    right: docx.AlignmentType.RIGHT,
    justify: docx.AlignmentType.JUSTIFIED,
  }[line.align ?? "left"];
  const spacing = { before: (line.before ?? 0) * point };
  if (line.rule !== undefined) {
    // A rule of its own under the words: an empty paragraph set in from both sides, ruled above.
    const side = Math.round((width * (1 - line.rule)) / 2);
    return new docx.Paragraph({
      indent: { left: side, right: side },
      spacing: { before: 40, after: 0, line: 40, lineRule: docx.LineRuleType.EXACT },
      border: { top: { style: docx.BorderStyle.SINGLE, size: 6, color: "000000", space: 0 } },
    });
  }
  return new docx.Paragraph({
    alignment,
    spacing,
    ...(line.heads === true ? { keepNext: true } : {}),
    ...(line.indent === true ? { indent: { firstLine: Math.round(12.7 * millimetre) } } : {}),
    children: line.runs.flatMap(({ text, bold = false, italic = false, size = usualSize }) =>
      plainText(text)
        .split("\n")
        .map(
          (piece, index) =>
            new docx.TextRun({
              text: piece,
              bold,
              italics: italic,
              size: size * 2,
              ...(index > 0 && { break: 1 }),
            }),
        ),
    ),
  });
}

function widthsOf(shares: readonly number[], width: number): number[] {
  const all = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => Math.floor((share / all) * width));
}
