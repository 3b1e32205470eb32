// Holds which language is answered in.

import { expect, it } from "vitest";
import { chooseLanguage } from "./language-choice.ts";

it("is what --lang says, before any environment", () => {
  expect(chooseLanguage(["check", "--lang", "en"], { KEHOACH_LANG: "vi" })).toEqual({
    language: "en",
    asked: true,
  });
  expect(chooseLanguage(["--lang=vi"], { LANG: "en_US.UTF-8" })).toEqual({ language: "vi", asked: true });
});

it("then what the environment says, then Vietnamese", () => {
  expect(chooseLanguage([], { KEHOACH_LANG: "en", LANG: "vi_VN" }).language).toBe("en");
  expect(chooseLanguage([], { LANG: "en_GB.UTF-8" }).language).toBe("en");
  expect(chooseLanguage([], { LANG: "C.UTF-8" }).language).toBe("vi");
  expect(chooseLanguage([], {})).toEqual({ language: "vi", asked: false });
});

it("is not looked for after --", () => {
  expect(chooseLanguage(["check", "--", "--lang", "en"], {}).language).toBe("vi");
});
