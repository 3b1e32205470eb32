// Words about readings: what a value of each kind must be, what statuses are called.

import type { Catalogue } from "./catalogue.ts";

const vi = {
  wanted: {
    count: "một số nguyên không âm",
    amount: "một số không âm, phần thập phân viết sau dấu chấm",
    number: "một số, phần thập phân viết sau dấu chấm",
    yes_no: "1 (có) hoặc 0 (không)",
    date: "một ngày có thật, dạng năm-tháng-ngày; số chính thức không được ở tương lai",
  },
  status: { estimate: "ước thực hiện", official: "chính thức" },
};

const en: typeof vi = {
  wanted: {
    count: "a whole number, none below zero",
    amount: "a number, none below zero, decimals after a point",
    number: "a number, decimals after a point",
    yes_no: "1 (yes) or 0 (no)",
    date: "a day that exists, as year-month-day; an official one not in the future",
  },
  status: { estimate: "estimate", official: "official" },
};

export const readingWords: Catalogue<typeof vi> = { vi, en };
export type ReadingWords = typeof vi;
