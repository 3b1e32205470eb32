// Holds docs/calendar.md to what its command says, and calendars that extend others to being found when checked.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { run } from "./run.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));

async function kehoach(...parameters: string[]): Promise<{ code: number; said: string }> {
  let said = "";
  const write = (text: string) => {
    said += text;
  };
  const surroundings = { write, writeError: write, workingDirectory: root, environment: {}, colour: false };
  return { code: await run(parameters, surroundings), said };
}

it("shows the dates the page shows", async () => {
  const [command = ""] = readFileSync(join(root, "docs/examples/calendar-show.sh"), "utf8").split("\n");
  const [, , , , ...parameters] = command.split(" ");
  const { code, said } = await kehoach(...parameters);
  expect(said).toBe(
    readFileSync(join(root, "docs/examples/calendar-show.txt"), "utf8").replaceAll("\r\n", "\n"),
  );
  expect(code).toBe(0);
});

it("shows a day earlier without the province's own day", async () => {
  const [command = ""] = readFileSync(join(root, "docs/examples/calendar-show.sh"), "utf8").split("\n");
  const [, , , , ...parameters] = command.split(" ");
  const { said } = await kehoach(...parameters.filter((word) => !word.endsWith("calendar-province.yaml")));
  expect(said).not.toContain("08/10/2026");
});

it("marks a date that rests on a day nobody has decided yet", async () => {
  const [command = ""] = readFileSync(join(root, "docs/examples/calendar-show.sh"), "utf8").split("\n");
  const [, , , , verb = "", plan = "", ...rest] = command.split(" ");
  const folder = mkdtempSync(join(tmpdir(), "kehoach-calendar-"));
  const later = join(folder, "plan.yaml");
  const text = readFileSync(join(root, plan), "utf8");
  writeFileSync(
    later,
    text
      .replace("12/02/2026", "01/02/2027")
      .replaceAll("2026", "2027")
      .replace("lich-tinh", "lich-vn")
      .replace("province-2027", "province-2026"),
  );
  const { said } = await kehoach(verb, later, ...rest);
  rmSync(folder, { recursive: true });
  // Counted over Tết 2027, whose five days are not chosen; a stated date is as certain as ever.
  expect(said).toMatch(/^22\/02\/2027 \? .*Trình đề án$/m);
  expect(said).toMatch(/^30\/09\/2027 {3}.*Ban hành quy chế$/m);
  expect(said.trimEnd().split("\n").at(-1)).toMatch(/^\? .*not confirmed/);
});

it("finds the versions a calendar extends beside it", async () => {
  const { code, said } = await kehoach("check", "--lang", "en", "plans/register/calendar-vn-2026-07-01.yaml");
  expect([code, said]).toEqual([0, expect.stringContaining("no problems")]);
});

it("finds them where it is told, and says when they are nowhere", async () => {
  const document = "docs/examples/calendar-province.yaml";
  const alone = await kehoach("check", "--lang", "en", document);
  expect([alone.code, alone.said]).toEqual([1, expect.stringContaining("base_calendar_missing")]);
  const told = await kehoach("check", document, "--register", "plans/register/calendar-vn.yaml");
  expect(told.code).toBe(0);
});
