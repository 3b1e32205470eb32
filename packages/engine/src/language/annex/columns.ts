// Which column of an annex table holds what, told from its heading: the synonyms of domain.md §1.2 and their kin.

import { fold } from "../guess.ts";

/** number: STT. code: the task's code in another system, or its id. parties: who does it, lead and others together. */
export const columnRoles = [
  "number",
  "code",
  "task",
  "lead",
  "coordinators",
  "monitors",
  "start",
  "due",
  "days",
  "product",
  "note",
] as const;
export type ColumnRole = (typeof columnRoles)[number];

/** Longer than any heading. */
const longestHeading = 80;

/** In this order: "kết quả thực hiện nhiệm vụ" is a product, "cơ quan chủ trì thực hiện nhiệm vụ" a lead. */
const synonyms: readonly (readonly [role: ColumnRole, pattern: RegExp])[] = [
  ["number", /^(?:stt|tt|so tt|so thu tu|no|nr|#)$/],
  ["code", /^(?:ma|ma so|ma hieu|ma nhiem vu|ma cong viec|ma nv|code|id|task id|task code)$/],
  ["note", /^(?:ghi chu|chu thich|luu y|notes?|remarks?|comments?)$/],
  ["lead", /chu tri.*phoi hop/],
  ["coordinators", /phoi hop|tham gia|coordinat/],
  ["lead", /chu tri|^(?:don vi|co quan)(?:, (?:don vi|co quan))?$|\bleads?\b/],
  [
    "lead",
    /(?:don vi|co quan|bo phan|nguoi|phan cong|trach nhiem|to chuc)(?:.*)(?:thuc hien|duoc giao|chiu trach nhiem)/,
  ],
  [
    "lead",
    /^(?:phan cong|trach nhiem|phan cong trach nhiem|chiu trach nhiem|thuc hien|responsible.*|responsibility)$/,
  ],
  ["monitors", /theo doi|don doc|giam sat|monitor/],
  ["start", /bat dau|khoi dau|tu ngay|\bstart\b|\bfrom\b/],
  [
    "days",
    /^so ngay|\(ngay\)|(?:thoi gian|thoi han).*\b(?:so )?ngay\b.*(?:lam viec|thuc hien)$|number of days/,
  ],
  [
    "due",
    /thoi gian|thoi han|thoi diem|tien do|\bhan\b|ket thuc|den ngay|hoan thanh|\bdue\b|deadline|\bend\b/,
  ],
  ["product", /san pham|ket qua|dau ra|product|output|result|deliverable/],
  ["task", /nhiem vu|noi dung|cong viec|dau viec|giai phap|hoat dong|\btasks?\b|content|activit|\bduty\b/],
];

/** Null: no heading known. */
export function roleOf(heading: string): ColumnRole | null {
  if (heading.length > longestHeading) return null;
  const folded = fold(heading.replace(/[*:.]+$/g, "").replace(/[/\n]/g, " ")).replace(/\s+/g, " ");
  return synonyms.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}
