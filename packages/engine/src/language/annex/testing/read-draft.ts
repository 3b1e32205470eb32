// What the tests of drafts share: the organisation names are looked up in, and a draft filled in and read.

import { expect } from "vitest";
import type { OrganisationDocument } from "../../organisation-document.ts";
import { readPlan, readRegisterDocument } from "../../read-plan.ts";
import { type DraftPlan, draftPlan } from "../draft-plan.ts";
import type { Grid } from "../grid.ts";

const agencies: readonly (readonly [id: string, name: string, more?: string])[] = [
  ["ubnd-tinh", "Ủy ban nhân dân tỉnh Nghệ An", "viết tắt: UBND tỉnh"],
  ["cong-an-tinh", "Công an tỉnh", "viết tắt: CA tỉnh"],
  ["so-ldtbxh", "Sở Lao động - Thương binh và Xã hội", "viết tắt: Sở LĐTBXH"],
  ["so-tttt", "Sở Thông tin và Truyền thông"],
  ["so-tu-phap", "Sở Tư pháp"],
  ["so-y-te", "Sở Y tế"],
  ["thanh-tra-tinh", "Thanh tra tỉnh"],
  ["dai-ptth", "Đài Phát thanh và Truyền hình Nghệ An", "viết tắt: Đài PTTH"],
  ["bdbp-tinh", "Bộ chỉ huy Bộ đội Biên phòng tỉnh", "viết tắt: BĐBP tỉnh"],
  ["hai-quan-tinh", "Cục Hải quan tỉnh", "viết tắt: Hải quan"],
  ["ubnd-vinh", "UBND thành phố Vinh", "các nhóm: cap-huyen"],
  ["ubnd-cua-lo", "UBND thị xã Cửa Lò", "các nhóm: cap-huyen"],
];

export const organisation = readRegisterDocument(`kehoach: 1
loại: tổ chức bộ máy
mã: tinh-2017
nội dung: Các cơ quan để thử
từ: 01/01/2017
các nhóm:
  - { mã: cap-huyen, tên: "UBND các huyện, thành phố, thị xã" }
các cơ quan:
${agencies.map(([id, name, more]) => `  - { mã: ${id}, tên: ${name}, loại: khác${more === undefined ? "" : `, ${more}`} }`).join("\n")}
`).document as OrganisationDocument;

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
