// A plan's annex table through real files: written by the libraries, read back by us, differing in nothing.

import { readFileSync } from "node:fs";
import {
  compareAnnex,
  type OrganisationDocument,
  readPlan,
  readRegisterDocument,
} from "@kehoach/engine/language";
import { describe, expect, it } from "vitest";
import { annexSheet } from "../sheets/annex-sheet.ts";
import { pageDocx } from "../sheets/page-docx.ts";
import { sheetPage } from "../sheets/sheet-page.ts";
import { sheetXlsx } from "../sheets/sheet-xlsx.ts";
import { readOfficeTables } from "./office-tables.ts";

const file = (path: string) => readFileSync(new URL(`../../../../plans/${path}`, import.meta.url), "utf8");
const plans: readonly (readonly [plan: string, organisation: string])[] = [
  ["kh-42-2017.yaml", "register/to-chuc-nghe-an-2017.yaml"],
  ["examples/vi-du.yaml", "examples/register/organisation-sample.yaml"],
];

/** Titles as hostile as a plan may have them. */
const odd = ["=HYPERLINK(1)", "@SUM", "+84", "- gạch", "<b>&amp;", "“” ’", "Sở\\nY", "e\u0301"];

function read(text: string, organisationFile: string) {
  const organisation = readRegisterDocument(file(organisationFile)).document as OrganisationDocument;
  const { plan, keys } = readPlan(text, { organisation });
  if (plan === null) throw new Error("the plan has problems");
  return { plan, keys, organisation };
}

describe.each(plans)("%s", (path, organisationFile) => {
  const text = file(path).replace(/^( {4}(?:nội dung|title): ).*$/gm, (line, key: string, at: number) =>
    at % 3 === 0 ? `${key}${JSON.stringify(odd[at % odd.length])}` : line,
  );
  const { plan, keys, organisation } = read(text, organisationFile);
  it.each(["vi", "en"] as const)("through a workbook and a document in %s", async (language) => {
    const sheet = annexSheet(plan, organisation, language);
    const files = [await sheetXlsx(sheet, "Phụ lục"), await pageDocx(sheetPage(sheet, language))];
    for (const bytes of files) {
      const tables = readOfficeTables(bytes);
      if (!tables.ok) throw new Error(tables.fault);
      const compared = compareAnnex(tables.tables, text, plan, { organisation, language, keys });
      expect(compared).toMatchObject({ changes: [], text });
    }
  });
});
