// Calendars that extend others: which version they build on, and what stands about a day in the end.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCalendar } from "../calendar/index.ts";
import type { CalendarDocument } from "./calendar-document.ts";
import { readRegisterDocument } from "./read-plan.ts";
import { readRegisterDocuments } from "./read-register-documents.ts";

const written = (id: string, from: string, rest: string) =>
  `kehoach: 1\nkind: calendar\nid: ${id}\ntitle: ${id}\nfrom: ${from}\n${rest}`;

const first = written(
  "nation",
  "2026-01-01",
  `covers: { from: 2026-01-01, to: 2026-12-31 }
holidays:
  - { date: 2026-01-01, name: New Year, source: Law }
  - { date: 2026-04-30, name: Victory, source: Law }
swaps:
  - { off: 2026-01-02, worked: 2026-01-10, source: Act 1 }
`,
);
const second = written(
  "nation",
  "2026-07-01",
  "extends: nation\nholidays: [{ date: 2026-11-24, name: Culture }]\n",
);
const province = (from: string, rest = "") => written("province", from, `extends: nation\n${rest}`);

function calendars(...texts: string[]): (CalendarDocument | null)[] {
  return readRegisterDocuments(texts.map((text) => ({ text }))).map(({ document }) =>
    document?.kind === "calendar" ? document : null,
  );
}
const read = (...texts: string[]) => calendars(...texts).at(-1) as CalendarDocument;

describe("a calendar that extends another", () => {
  it("has the other's days beside its own, its weekend and its span", () => {
    const document = read(first, province("2026-02-01", "holidays: [{ date: 2026-05-19, name: Own }]\n"));
    expect(document.holidays.map(({ date }) => date)).toEqual(["2026-01-01", "2026-04-30", "2026-05-19"]);
    expect(document).toMatchObject({
      id: "province",
      extends: { id: "nation", from: "2026-01-01" },
      weekend: [6, 7],
      covers: { from: "2026-01-01", to: "2026-12-31" },
    });
    expect(document.swaps).toHaveLength(1);
  });

  it("takes the version in force on its first day, whatever the order of the texts", () => {
    for (const order of [
      [first, second],
      [second, first],
    ]) {
      expect(read(...order, province("2026-06-30")).extends?.from).toBe("2026-01-01");
      expect(read(...order, province("2026-07-01")).extends?.from).toBe("2026-07-01");
      expect(read(...order, province("2026-07-01")).holidays).toHaveLength(3);
    }
    expect(calendars(province("2026-08-01"), second, first)[0]?.extends?.from).toBe("2026-07-01");
  });

  it("takes a version at hand beside the texts, and of those the latest in time", () => {
    const [known] = calendars(first) as [CalendarDocument];
    const [found] = readRegisterDocuments([{ text: second }], [known]);
    expect(found?.document).toMatchObject({ from: "2026-07-01", extends: { from: "2026-01-01" } });
    expect(readRegisterDocument(second, { base: known }).document).toEqual(found?.document);
  });

  it("overrules what the other says about a day, half a swap too", () => {
    const document = read(
      first,
      province(
        "2026-02-01",
        `holidays: [{ date: 2026-01-10, name: Own, source: Act 2 }]
worked_days: [{ date: 2026-04-30, name: Storm work }, { date: 2026-05-09, name: Saturday }]
`,
      ),
    );
    const calendar = createCalendar(document);
    const days = ["2026-01-01", "2026-01-02", "2026-01-10", "2026-04-30", "2026-05-09"];
    expect(days.map(calendar.isWorkingDay)).toEqual([false, false, false, true, true]);
    expect(document.swaps).toEqual([]);
    expect(document.holidays).toContainEqual({
      date: "2026-01-02",
      name: "2026-01-02 ↔ 2026-01-10",
      source: "Act 1",
    });
  });

  it("keeps an assumption beside its day, and nothing where all is confirmed", () => {
    const [document] = calendars(
      first.replace("source: Act 1", "source: Act 1, assumption: the Saturday was not checked"),
    );
    expect(document?.swaps[0]).toEqual({
      off: "2026-01-02",
      worked: "2026-01-10",
      source: "Act 1",
      assumption: "the Saturday was not checked",
    });
    expect(document?.holidays[0]).toEqual({ date: "2026-01-01", name: "New Year", source: "Law" });
    expect(document).not.toHaveProperty("workedDays");
    expect(document).not.toHaveProperty("extends");
  });

  it.each([
    ["nothing is known of the other", [province("2026-07-01")]],
    [
      "the other begins later",
      [
        second.replace("extends: nation\n", "covers: { from: 2026-01-01, to: 2026-12-31 }\n"),
        province("2026-06-30"),
      ],
    ],
    ["it has no version before", [first.replace("covers:", "extends: nation\ncovers:")]],
    [
      "two extend each other",
      [written("a", "2026-01-01", "extends: b\n"), written("b", "2026-01-01", "extends: a\n")],
    ],
  ])("is refused where %s", (_, texts) => {
    const codes = readRegisterDocuments(texts.map((text) => ({ text }))).map(({ problems }) =>
      problems.map(({ code }) => code),
    );
    expect(codes.at(-1)).toEqual(["base_calendar_missing"]);
  });

  it("never hangs or throws, however calendars extend each other", () => {
    const names = ["a", "b", "c", "nation"];
    const calendar = fc.record({
      id: fc.constantFrom(...names),
      year: fc.integer({ min: 2020, max: 2023 }),
      base: fc.option(fc.constantFrom(...names), { nil: null }),
    });
    fc.assert(
      fc.property(fc.array(calendar, { maxLength: 8 }), (list) => {
        const texts = list.map(({ id, year, base }) =>
          written(
            id,
            `${year}-01-01`,
            base === null ? "covers: { from: 2020-01-01, to: 2025-12-31 }\n" : `extends: ${base}\n`,
          ),
        );
        const reads = readRegisterDocuments(texts.map((text) => ({ text })));
        for (const [index, { document, problems }] of reads.entries()) {
          const base = list[index]?.base ?? null;
          if (document === null) {
            expect([base === null, problems.map(({ code }) => code)]).toEqual([
              false,
              ["base_calendar_missing"],
            ]);
          } else if (document.kind === "calendar") {
            expect(document.extends?.id ?? null).toBe(base);
            expect((document.extends?.from ?? "") <= document.from).toBe(true);
          }
        }
      }),
    );
  });

  it("is not needed to say a span, and one that extends nothing is", () => {
    const { problems } = readRegisterDocument(written("alone", "2026-01-01", "holidays: []\n"));
    expect(problems.map(({ code }) => code)).toEqual(["key_missing"]);
    expect(problems[0]?.en).toContain("covers");
  });
});
