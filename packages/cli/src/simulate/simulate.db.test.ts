// Holds the simulated year: nothing is touched, what the clock brings is told by date and agency, drafts too.

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, it } from "vitest";
import { run } from "../run.ts";
import type { SimulatedEvent, Simulation } from "./simulate-plan.ts";

const plans = fileURLToPath(new URL("../../../../plans/", import.meta.url));
const plan42 = join(plans, "kh-42-2017.yaml");
const register = [
  "--register",
  join(plans, "register/to-chuc-nghe-an-2017.yaml"),
  join(plans, "register/calendar-vn-2017.yaml"),
  join(plans, "register/che-do-nghe-an-2017.yaml"),
];
const scratch = mkdtempSync(join(tmpdir(), "kehoach-simulate-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

async function simulate(...parameters: string[]) {
  let out = "";
  let error = "";
  const code = await run(["simulate", ...parameters], {
    write: (text) => {
      out += text;
    },
    writeError: (text) => {
      error += text;
    },
    workingDirectory: scratch,
    // No data may be touched, whatever the surroundings name.
    environment: {
      DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none",
      KEHOACH_DATA: join(scratch, "data"),
    },
    colour: false,
  });
  return { code, out, error };
}

function typesOf(events: readonly SimulatedEvent[]): Set<string> {
  return new Set(events.map(({ type }) => type));
}

it("tells plan 42's whole year in order, and what falls due for whom in which month", async () => {
  const { code, out, error } = await simulate(plan42, ...register, "--until", "31/12/2017", "--json");
  expect([code, error]).toEqual([0, ""]);
  const answer: Simulation & { simulated: boolean } = JSON.parse(out);
  expect(answer).toMatchObject({ simulated: true, assumed: false, from: "2017-01-20", until: "2017-12-31" });
  const { events, summary } = answer;
  for (const type of ["assignment_opened", "due_soon", "due", "overdue", "pass_in_silence"])
    expect(typesOf(events)).toContain(type);
  const dates = events.map(({ date }) => date);
  expect(dates).toEqual(dates.toSorted());
  expect(dates.at(-1)?.slice(0, 4)).toBe("2017");
  // A recurring task opens with its month, and is late the day after its due.
  const patrols = events.filter(({ task, role }) => task.id === "tuan-tra-bien-gioi" && role === "lead");
  const march = patrols.filter(({ occurrence }) => occurrence === "2017-03");
  expect(march[0]).toMatchObject({ type: "assignment_opened", date: "2017-03-01" });
  const due = march.find(({ type }) => type === "due");
  const overdue = march.find(({ type }) => type === "overdue");
  expect(overdue && due && overdue.date > due.date).toBe(true);
  const all = summary.flatMap(({ months }) => Object.values(months).map((types) => types.due ?? 0));
  expect(all.reduce((sum, count) => sum + count, 0)).toBe(events.filter(({ type }) => type === "due").length);
  expect(readdirSync(scratch)).toEqual([]);
});

it("stops where it is told, and speaks both languages", async () => {
  const vi = await simulate(plan42, ...register, "--until", "2017-02-10", "--lang", "vi");
  expect(vi.code).toBe(0);
  expect(vi.out).toContain("Đến hạn");
  expect(vi.out).toContain("đến hết ngày 10/02/2017");
  expect(vi.out).not.toContain("/03/2017 ");
  const en = await simulate(plan42, ...register, "--until", "2017-02-10", "--lang", "en");
  expect(en.out).toContain("Falls due");
  expect(en.out.split("\n")).toHaveLength(vi.out.split("\n").length);
});

it("takes a draft as issued on the first day of its period", async () => {
  const lines = readFileSync(plan42, "utf8").split("\n");
  const signed = lines.indexOf("người ký:");
  // Number, date and the signer with the three lines below it.
  const draft = lines
    .filter(
      (line, index) => !/^(số hiệu|ngày ban hành):/.test(line) && !(index >= signed && index <= signed + 3),
    )
    .join("\n");
  expect(draft).not.toMatch(/^(số hiệu|ngày ban hành|người ký)/m);
  const file = join(scratch, "draft.yaml");
  writeFileSync(file, draft);
  const { code, out, error } = await simulate(file, ...register, "--until", "2017-03-31", "--json");
  expect([code, error]).toEqual([0, ""]);
  expect(JSON.parse(out)).toMatchObject({ simulated: true, assumed: true, from: "2017-01-01" });
  rmSync(file);
});

it("shows the problems of a text that is no plan yet, and refuses a day before the plan", async () => {
  const file = join(scratch, "faulty.yaml");
  writeFileSync(file, readFileSync(plan42, "utf8").replaceAll("cong-an-tinh", "cong-an"));
  const faulty = await simulate(file, ...register, "--json");
  expect(faulty.code).toBe(1);
  const answer = JSON.parse(faulty.out);
  expect(answer).toMatchObject({ simulated: false });
  expect(answer.problems.length).toBeGreaterThan(0);
  const early = await simulate(plan42, ...register, "--until", "2016-12-31", "--json");
  expect(early.code).toBe(2);
  expect(JSON.parse(early.error).error.code).toBe("untilTooEarly");
});
