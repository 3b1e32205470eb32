// Opens a report's files in an office suite where one is named, e.g. KEHOACH_OFFICE=soffice: both become pages. Without it
// nothing is opened; what the files hold is looked at in report.test.ts.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { sampleReport } from "../../testing/sample-report.ts";
import { pageDocx } from "../page-docx.ts";
import { sheetsXlsx } from "../sheet-xlsx.ts";
import { reportPages } from "./report-page.ts";
import { reportSheets } from "./report-sheets.ts";

const office = process.env.KEHOACH_OFFICE;

it.runIf(office !== undefined).each([
  ["plain texts", (text: string) => text],
  ["texts a program might run", (text: string) => `=HYPERLINK("http://evil.invalid","${text}")\u0000<x/>]]>`],
])("opens with %s", { timeout: 120_000 }, async (_, write) => {
  const folder = mkdtempSync(join(tmpdir(), "kehoach-office-"));
  try {
    const printed = sampleReport(write);
    const { annexes, traces } = reportSheets(printed, "vi");
    const files = {
      "report.docx": await pageDocx(...reportPages(printed, "vi")),
      "report.xlsx": await sheetsXlsx([...annexes, ...traces]),
    };
    for (const [name, bytes] of Object.entries(files)) {
      writeFileSync(join(folder, name), bytes);
      execFileSync(
        office ?? "",
        [
          `-env:UserInstallation=file://${folder}/profile`,
          "--headless",
          "--convert-to",
          "pdf",
          "--outdir",
          folder,
          join(folder, name),
        ],
        { stdio: "ignore" },
      );
      const pdf = readFileSync(join(folder, "report.pdf"), "latin1");
      expect(pdf.startsWith("%PDF")).toBe(true);
      // A text with six annexes, and eight sheets.
      const pages = Math.max(...[...pdf.matchAll(/\/Count (\d+)/g)].map(([, count]) => Number(count)));
      expect([name, pages]).toEqual([name, expect.any(Number)]);
      expect(pages).toBeGreaterThanOrEqual(8);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
