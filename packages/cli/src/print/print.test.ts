// Holds that nobody's text can play with a terminal, and that columns align.

import { expect, it } from "vitest";
import { plain } from "./plain.ts";
import { table } from "./table.ts";

it("takes away what moves a cursor or turns the reading order", () => {
  const begin = String.fromCodePoint(27);
  expect(plain(`a${begin}[2Jb${String.fromCodePoint(7)}\r\nc\td\u202ee\u2066`)).toBe("a[2Jb\nc\tde");
  expect(plain("Ủy ban nhân dân tỉnh – “đúng hạn”")).toBe("Ủy ban nhân dân tỉnh – “đúng hạn”");
});

it("aligns composed and decomposed letters alike", () => {
  expect(
    table([
      ["Sở".normalize("NFD"), "x"],
      ["Công an", "y"],
    ]),
  ).toEqual(["Sở       x", "Công an  y"]);
  expect(table([["một\ndòng", ""]])).toEqual(["một dòng"]);
});
