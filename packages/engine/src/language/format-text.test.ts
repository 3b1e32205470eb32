// fmt: converts keys and keywords and nothing else, there and back.

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatText } from "./format-text.ts";
import { keywordTable } from "./keywords.ts";
import { readPlan } from "./read-plan.ts";
import { calendar, organisation, regime } from "./testing/sample-reads.ts";
import {
  sampleAuthorities,
  sampleCalendar,
  sampleOrganisation,
  samplePlan,
  sampleRegime,
} from "./testing/sample-texts.ts";

const plans = new URL("../../../../plans/", import.meta.url);
const texts = [
  samplePlan,
  sampleOrganisation,
  sampleCalendar,
  sampleRegime,
  sampleAuthorities,
  ...["kh-42-2017.yaml", "examples/vi-du.yaml", "register/to-chuc-nghe-an-2017.yaml"].map((file) =>
    readFileSync(new URL(file, plans), "utf8"),
  ),
];

function to(keys: "vi" | "en", text: string): string {
  const { text: formatted } = formatText(text, { keys });
  if (formatted === null) throw new Error("not formatted");
  return formatted;
}

describe("fmt", () => {
  it.each(texts)("gives document %# back byte for byte", (text) => {
    const { keys } = formatText(text);
    const other = keys === "vi" ? "en" : "vi";
    expect(formatText(text).text).toBe(text);
    expect(to(keys, text)).toBe(text);
    expect(to(other, text)).not.toBe(text);
    expect(to(other, to(other, text))).toBe(to(other, text));
    expect(to(keys, to(other, text))).toBe(text);
  });

  it("means the same in both spellings", () => {
    const against = { organisation, calendar, regime };
    const vi = readPlan(samplePlan, against);
    const en = readPlan(to("en", samplePlan), against);
    expect([vi.keys, en.keys]).toEqual(["vi", "en"]);
    expect(en.problems).toEqual([]);
    expect(en.plan).toEqual(vi.plan);
  });

  it("leaves comments, quotes, order and content alone", () => {
    const text = `# chủ trì: ghi chú\n"loại": 'kế hoạch' # loại\nmã:   a\n\nnội dung: "chủ trì"\ncăn cứ: [có, không]\n`;
    expect(to("en", text)).toBe(
      `# chủ trì: ghi chú\n"kind": 'plan' # loại\nid:   a\n\ntitle: "chủ trì"\nbases: [có, không]\n`,
    );
  });

  it("brings a mixed file to the spelling most of it has", () => {
    expect(formatText("loại: kế hoạch\nmã: a\nnumber: b\n").text).toBe("loại: kế hoạch\nmã: a\nsố hiệu: b\n");
  });

  it("keeps an anchored word that is content elsewhere", () => {
    const text = "nhiệm vụ:\n  - { mã: a, hình thức: &x định kỳ, nội dung: *x }\n";
    expect(to("en", text)).toBe("tasks:\n  - { id: a, mode: &x định kỳ, title: *x }\n");
  });

  it("keeps Windows line ends", () => {
    expect(to("en", "loại: kế hoạch\r\nmã: a\r\n")).toBe("kind: plan\r\nid: a\r\n");
  });

  it("says why when it cannot read", () => {
    const { text, problems } = formatText("a: [");
    expect([text, problems.length > 0]).toEqual([null, true]);
  });

  it("never touches an id or a text, whatever they are", () => {
    const words = [...keywordTable.keys, ...keywordTable.values].flatMap((row) => [row.vi, row.en]);
    const word = fc.constantFrom(...words).map((text) => JSON.stringify(text));
    fc.assert(
      fc.property(fc.array(fc.tuple(word, word), { maxLength: 8 }), (rows) => {
        const tasks = rows
          .map(([id, title]) => `  - { mã: ${id}, nội dung: ${title}, nguồn: [${title}] }\n`)
          .join("");
        const text = `kehoach: 1\nloại: kế hoạch\nnhiệm vụ:\n${tasks}`;
        const english = rows
          .map(([id, title]) => `  - { id: ${id}, title: ${title}, source: [${title}] }\n`)
          .join("");
        expect(to("en", text)).toBe(`kehoach: 1\nkind: plan\ntasks:\n${english}`);
        expect(to("vi", to("en", text))).toBe(text);
      }),
      { numRuns: 200, seed: 42 },
    );
  });
});
