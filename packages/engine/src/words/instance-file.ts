// What is wrong with a file that shall carry an instance, and why it may not come in.

import type { Catalogue } from "./catalogue.ts";

const vi = {
  at: (line: number, what: string) =>
    `Tệp dữ liệu bị hỏng ở dòng ${line}: ${what} Chưa ghi gì vào cơ sở dữ liệu.`,
  notText: () => "không phải văn bản UTF-8.",
  tooLong: (limit: string) => `dòng dài hơn ${limit}.`,
  notJson: () => "không phải một đối tượng JSON.",
  changed: () => "dòng này, hoặc thứ tự của nó, không còn như khi kết xuất.",
  noHeader: () => "thiếu dòng đầu của tệp kết xuất kehoach.",
  cutShort: () => "tệp bị cắt cụt trước dòng cuối.",
  beyondEnd: () => "còn nội dung sau dòng cuối.",
  kind: (kind: string) => `không có loại dòng “${kind}”.`,
  order: (kind: string) => `dòng “${kind}” không đứng được ở đây.`,
  shape: (field: string, wanted: string) => `“${field}” phải là ${wanted}.`,
  counts: (kind: string, stated: string, found: string) =>
    `dòng đầu ghi ${stated} dòng “${kind}”, trong tệp có ${found}.`,
  head: (plan: string) => `mã băm cuối của “${plan}” không khớp với dòng đầu.`,
  file: () => "nội dung tệp đính kèm không khớp với mã của nó.",
  refused: (reason: string) => `cơ sở dữ liệu không nhận: ${reason}.`,
  otherFormat: (found: string, known: string) =>
    `Tệp dữ liệu theo định dạng ${found}; phiên bản này đọc định dạng ${known}. Hãy dùng phiên bản kehoach mới hơn.`,
  notEmpty: (documents: string) =>
    `Cơ sở dữ liệu đích đã có dữ liệu (${documents}); chỉ nhập được vào nơi còn trống.`,
};

const en: typeof vi = {
  at: (line, what) => `The data file is damaged at line ${line}: ${what} Nothing was stored.`,
  notText: () => "it is not UTF-8 text.",
  tooLong: (limit) => `the line is longer than ${limit}.`,
  notJson: () => "it is not a JSON object.",
  changed: () => "this line, or its place, is not as it was exported.",
  noHeader: () => "the first line of a kehoach export is missing.",
  cutShort: () => "the file is cut off before its last line.",
  beyondEnd: () => "there is more after the last line.",
  kind: (kind) => `there is no kind of line “${kind}”.`,
  order: (kind) => `a line “${kind}” cannot stand here.`,
  shape: (field, wanted) => `“${field}” must be ${wanted}.`,
  counts: (kind, stated, found) => `the first line says ${stated} lines “${kind}”, the file has ${found}.`,
  head: (plan) => `the last hash of “${plan}” differs from the first line's.`,
  file: () => "the content of an attached file does not match its digest.",
  refused: (reason) => `the database refuses it: ${reason}.`,
  otherFormat: (found, known) =>
    `The data file has format ${found}; this version reads format ${known}. Use a newer kehoach.`,
  notEmpty: (documents) =>
    `The database to import into already holds data (${documents}); only an empty one takes an import.`,
};

export const instanceFileWords: Catalogue<typeof vi> = { vi, en };
/** The ways in which a line can be wrong. */
export type Damage = Exclude<keyof typeof vi, "at" | "otherFormat" | "notEmpty">;
