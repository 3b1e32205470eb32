// What the tests of drafts share: the organisation names are looked up in, and a draft filled in and read.

import { readFileSync } from "node:fs";
import { expect } from "vitest";
import type { OrganisationDocument } from "../../organisation-document.ts";
import { readPlan, readRegisterDocument } from "../../read-plan.ts";
import { type DraftPlan, draftPlan } from "../draft-plan.ts";
import type { Grid } from "../grid.ts";

export const organisation = readRegisterDocument(
  readFileSync(
    new URL("../../../../../../plans/register/to-chuc-nghe-an-2017.yaml", import.meta.url),
    "utf8",
  ),
).document as OrganisationDocument;

export const heading = [
  "STT",
  "Nhiệm vụ",
  "Cơ quan chủ trì",
  "Cơ quan phối hợp",
  "Thời gian hoàn thành",
  "Sản phẩm",
];

export function draft(grids: readonly Grid[], known: OrganisationDocument | null = organisation): DraftPlan {
  const made = draftPlan(grids, {
    file: "annex.xlsx",
    organisation: known,
    calendar: "lich-vn",
    language: "vi",
    keys: "vi",
  });
  if (made === null) throw new Error("no table found");
  return made;
}

/** The draft with the plan's own head filled in, as its author would, and read against the organisation. */
export function filled({ text }: DraftPlan) {
  const whole = text
    .replace(/^# \? .*\nnội dung:$/m, "nội dung: Kế hoạch thử")
    .replace(/^# \? .*\ncơ quan ban hành:$/m, "cơ quan ban hành: ubnd-tinh")
    .replace(/^# \? .*\nthời gian thực hiện:$/m, "thời gian thực hiện: 2017");
  return { whole, ...readPlan(whole, { organisation }) };
}

export function everyRowIsThere({ rows, text }: DraftPlan): void {
  for (const row of rows) expect(text, row.place).toContain(row.place);
}

export const asked = (
  read: { questions: readonly { code: string; place: { start: number; end: number } }[] },
  whole: string,
) =>
  read.questions.map(({ code, place }) =>
    code === "question_noted" ? whole.slice(place.start + 4, place.end) : code,
  );
