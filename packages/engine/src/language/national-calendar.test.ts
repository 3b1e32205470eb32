// The national calendar 2017–2030: the tables of its documents against the sky, the law and what was announced.

import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { addDays, createCalendar, type DateText, partsOfDate, weekday } from "../calendar/index.ts";
import type { CalendarDocument, Holiday } from "./calendar-document.ts";
import { readRegisterDocuments } from "./read-register-documents.ts";
import { lunarYear } from "./testing/lunar-calendar.ts";

const folder = new URL("../../../../plans/register/", import.meta.url);
const names = readdirSync(folder).filter((name) => name.startsWith("calendar-"));
const reads = readRegisterDocuments(
  names.map((file) => ({ text: readFileSync(new URL(file, folder), "utf8"), file })),
);
const versions = reads
  .flatMap(({ document }) => (document?.kind === "calendar" && document.id === "lich-vn" ? [document] : []))
  .sort((a, b) => (a.from < b.from ? -1 : 1));
const newest = versions.at(-1) as CalendarDocument;
const calendar = createCalendar(newest);
const years = Array.from({ length: 14 }, (_, index) => 2017 + index);

const inYear = (year: number) => newest.holidays.filter(({ date }) => partsOfDate(date).year === year);
const called = (year: number, words: string) =>
  inYear(year)
    .filter(({ name }) => name.endsWith(words))
    .map(({ date }) => date);
const compensates = ({ name }: Holiday) => name.includes("nghỉ bù");

/** Mùng 1 and 10/3 as published calendars give them; 2025–2030 also stand in the domain report. */
const published: readonly (readonly [year: number, newYear: DateText, hungKings: DateText])[] = [
  [2017, "2017-01-28", "2017-04-06"],
  [2018, "2018-02-16", "2018-04-25"],
  [2019, "2019-02-05", "2019-04-14"],
  [2020, "2020-01-25", "2020-04-02"],
  [2021, "2021-02-12", "2021-04-21"],
  [2022, "2022-02-01", "2022-04-10"],
  [2023, "2023-01-22", "2023-04-29"],
  [2024, "2024-02-10", "2024-04-18"],
  [2025, "2025-01-29", "2025-04-07"],
  [2026, "2026-02-17", "2026-04-26"],
  [2027, "2027-02-06", "2027-04-16"],
  [2028, "2028-01-26", "2028-04-04"],
  [2029, "2029-02-13", "2029-04-23"],
  [2030, "2030-02-02", "2030-04-12"],
];

describe("the documents", () => {
  it("are read without a problem, each on top of the version before", () => {
    expect(reads.flatMap(({ problems }) => problems)).toEqual([]);
    expect(versions.map(({ from }) => from)).toEqual([
      "2017-01-01",
      "2025-10-13",
      "2025-12-25",
      "2026-07-01",
    ]);
    expect(versions.map((version) => version.extends?.from ?? null)).toEqual([
      null,
      "2017-01-01",
      "2025-10-13",
      "2025-12-25",
    ]);
    expect(newest.covers).toEqual({ from: "2017-01-01", to: "2030-12-31" });
  });

  it("name a source for every day, and an assumption for every day that was not decided", () => {
    const rows = [...newest.holidays, ...newest.swaps];
    expect(rows.filter(({ source }) => source === null)).toEqual([]);
    const choice = (row: Holiday) => /mùng 4|ngày liền/.test(row.name) || /28 tháng Chạp/.test(row.name);
    const open = newest.holidays.filter((row) => row.date >= "2027-01-01" && choice(row));
    expect(open.length).toBe(8);
    expect(open.filter(({ assumption }) => assumption === undefined)).toEqual([]);
  });

  it("agree with the calendar plan 42 was issued against, on every day both know", () => {
    const old = reads.find(({ document }) => document?.id === "lich-vn-2017")?.document as CalendarDocument;
    const then = createCalendar(old);
    for (let day = "2017-01-01"; day <= "2018-12-30"; day = addDays(day, 1)) {
      expect([day, calendar.isWorkingDay(day)]).toEqual([day, then.isWorkingDay(day)]);
    }
  });
});

describe("lunar days", () => {
  it.each(published)("%i", (year, newYear, hungKings) => {
    const sky = lunarYear(year);
    expect([sky.newYear, sky.hungKings]).toEqual([newYear, hungKings]);
    expect(called(year, "— mùng 1")).toEqual([newYear]);
    expect(called(year, "(10/3 âm lịch)")).toEqual([hungKings]);
    const tet = inYear(year).filter(({ name }) => /tháng Chạp$|— mùng \d$/.test(name));
    expect(tet).toHaveLength(5);
    for (const { date, name } of tet) {
      const [, last] = /(\d+) tháng Chạp/.exec(name) ?? [];
      const [, first] = /mùng (\d)/.exec(name) ?? [];
      const offset = last === undefined ? Number(first) - 1 : Number(last) - sky.lastMonthDays - 1;
      expect([name, date]).toEqual([name, addDays(newYear, offset)]);
    }
  });

  it("differ from China's in 2030, as they do where the new moon falls near midnight", () => {
    expect(lunarYear(2030).newYear).toBe("2030-02-02");
    expect(lunarYear(2007).newYear).toBe("2007-02-17");
  });
});

describe("the law", () => {
  /** Labour Code 2012 art. 115, 2019 art. 112, and the day of culture. */
  const fixed = (year: number) => ["01-01", "04-30", "05-01", "09-02", ...(year >= 2026 ? ["11-24"] : [])];

  it.each(years)("gives %i its days, and each one on a weekend another", (year) => {
    const days = inYear(year).filter((row) => !compensates(row));
    const dates = days.map(({ date }) => date);
    for (const day of fixed(year)) expect(dates).toContain(`${year}-${day}`);
    const beside = dates.filter((date) => date === `${year}-09-01` || date === `${year}-09-03`);
    expect(beside).toHaveLength(year >= 2021 ? 1 : 0);
    expect(days).toHaveLength(5 + 1 + fixed(year).length + beside.length);

    const owed = new Map<DateText, Holiday>();
    const isOff = (date: DateText) => weekday(date) > 5 || dates.includes(date) || owed.has(date);
    for (const day of days) {
      if (weekday(day.date) < 6) continue;
      let next = day.date;
      while (isOff(next)) next = addDays(next, 1);
      owed.set(next, day);
    }
    const given = inYear(year).filter(compensates);
    expect(given.map(({ date }) => date)).toEqual([...owed.keys()].sort());
    for (const { date, name } of given) {
      const [, day, month] = /(\d\d)\/(\d\d)$/.exec(name) ?? [];
      expect(owed.get(date)?.date).toBe(`${year}-${month}-${day}`);
    }
  });
});

describe("what was announced", () => {
  /** Spans off as the press or the act gave them, weekends counted in: every day off, the days around worked. */
  const announced: readonly (readonly [from: DateText, to: DateText])[] = [
    ["2016-12-31", "2017-01-02"],
    ["2017-01-26", "2017-02-01"],
    ["2018-02-14", "2018-02-20"],
    ["2018-12-29", "2019-01-01"],
    ["2019-02-02", "2019-02-10"],
    ["2019-04-27", "2019-05-01"],
    ["2020-01-23", "2020-01-29"],
    ["2021-02-10", "2021-02-16"],
    ["2021-09-02", "2021-09-05"],
    ["2022-01-29", "2022-02-06"],
    ["2022-04-30", "2022-05-03"],
    ["2022-09-01", "2022-09-04"],
    ["2022-12-31", "2023-01-02"],
    ["2023-01-20", "2023-01-26"],
    ["2023-04-29", "2023-05-03"],
    ["2023-09-01", "2023-09-04"],
    ["2024-02-08", "2024-02-14"],
    ["2024-04-27", "2024-05-01"],
    ["2024-08-31", "2024-09-03"],
    ["2025-01-25", "2025-02-02"],
    ["2025-04-30", "2025-05-04"],
    ["2025-08-30", "2025-09-02"],
    ["2026-01-01", "2026-01-04"],
    ["2026-02-14", "2026-02-22"],
    ["2026-04-25", "2026-04-27"],
    ["2026-04-30", "2026-05-03"],
    ["2026-08-29", "2026-09-02"],
    ["2026-11-24", "2026-11-24"],
  ];

  it.each(announced)("%s to %s", (from, to) => {
    for (let day = from; day <= to; day = addDays(day, 1)) {
      expect([day, calendar.isWorkingDay(day)]).toEqual([day, false]);
    }
    expect(calendar.addWorkingDays(to, 1)).toBe(addDays(to, 1));
    expect(calendar.addWorkingDays(from, -1)).toBe(addDays(from, -1));
  });

  it("and the Saturdays worked for days swapped", () => {
    const worked = ["2019-01-05", "2019-05-04", "2024-05-04", "2025-04-26", "2026-01-10", "2026-08-22"];
    const saturdays: DateText[] = [];
    for (let day = "2017-01-07"; day <= "2030-12-31"; day = addDays(day, 7)) {
      if (calendar.isWorkingDay(day)) saturdays.push(day);
    }
    expect(saturdays).toEqual(worked);
  });

  it("is known only from the day it was announced", () => {
    const knownOn = (date: DateText) =>
      createCalendar(versions.findLast(({ from }) => from <= date) as CalendarDocument);
    expect(knownOn("2025-12-24").isWorkingDay("2026-01-02")).toBe(true);
    expect(knownOn("2025-12-25").isWorkingDay("2026-01-02")).toBe(false);
    // Ten working days from 29/12/2025: the day off and the Saturday worked for it even out a week later.
    expect(knownOn("2025-12-24").addWorkingDays("2025-12-29", 5)).toBe("2026-01-06");
    expect(knownOn("2025-12-25").addWorkingDays("2025-12-29", 5)).toBe("2026-01-07");
    expect(knownOn("2025-12-25").addWorkingDays("2025-12-29", 10)).toBe("2026-01-13");
    expect(knownOn("2026-06-30").isWorkingDay("2026-11-24")).toBe(true);
    expect(knownOn("2026-07-01").isWorkingDay("2026-11-24")).toBe(false);
    expect(knownOn("2025-10-12").covers("2026-01-01")).toBe(false);
  });
});
