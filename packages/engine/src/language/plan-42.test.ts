// Plan 42 and its register documents: read without problems, and every statement of the article represented.

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createCalendar } from "../calendar/index.ts";
import { createOrganisation } from "../organisation/index.ts";
import type { CalendarDocument } from "./calendar-document.ts";
import { coverage } from "./coverage.ts";
import type { OrganisationDocument } from "./organisation-document.ts";
import type { Plan } from "./plan.ts";
import { type ReadPlanOptions, readPlan, readRegisterDocument } from "./read-plan.ts";
import type { RegimeDocument } from "./regime-document.ts";
import type { RegisterDocument } from "./register-document.ts";
import type { TargetType } from "./target.ts";

const textOf = (path: string): string =>
  readFileSync(new URL(`../../../../plans/${path}`, import.meta.url), "utf8");

function registerDocument(path: string): RegisterDocument {
  const { document, problems } = readRegisterDocument(textOf(path), { file: path });
  expect(problems).toEqual([]);
  return document as RegisterDocument;
}

function planOf(path: string, options: ReadPlanOptions): Plan {
  const { plan, problems, questions } = readPlan(textOf(path), { file: path, ...options });
  expect(problems).toEqual([]);
  expect(questions.filter((question) => question.settled === null)).toEqual([]);
  return plan as Plan;
}

const organisation = registerDocument("register/to-chuc-nghe-an-2017.yaml") as OrganisationDocument;
const calendar = registerDocument("register/calendar-vn-2017.yaml") as CalendarDocument;
const regime = registerDocument("register/che-do-nghe-an-2017.yaml") as RegimeDocument;
const plan = planOf("kh-42-2017.yaml", { organisation, calendar, regime });

describe("plan 42", () => {
  it("is kept with Vietnamese keys", () => {
    expect(readPlan(textOf("kh-42-2017.yaml")).keys).toBe("vi");
  });

  it("represents S01 to S25 and has no node out of nowhere", () => {
    const ids = Array.from({ length: 25 }, (_, index) => `S${String(index + 1).padStart(2, "0")}`);
    expect(plan.statements.map((statement) => statement.id)).toEqual(ids);
    expect(coverage(plan)).toEqual({ statementsWithoutNode: [], nodesWithoutStatement: [] });
  });

  it("loses a statement when its node goes", () => {
    const without = {
      ...plan,
      tasks: plan.tasks.filter((task) => task.id !== "ra-soat-van-ban"),
      objectives: [],
    };
    expect(coverage(without).statementsWithoutNode).toEqual(["S05", "S22"]);
  });

  it("places each statement after the one before", () => {
    const spans = plan.statements.map((statement) =>
      /ký tự (\d+)–(\d+)$/.exec(statement.at)?.slice(1).map(Number),
    );
    let end = 0;
    for (const span of spans) {
      expect(span?.[0]).toBeGreaterThan(end);
      expect(span?.[1]).toBeGreaterThan(span?.[0] ?? 0);
      end = span?.[1] ?? end;
    }
  });

  it("makes one target of each promise", () => {
    const bySource: Record<string, TargetType[]> = {};
    for (const target of plan.targets) {
      for (const id of target.source) bySource[id] = [...(bySource[id] ?? []), target.type];
    }
    expect(bySource).toEqual({
      S02: ["directional", "directional", "qualitative"],
      S03: ["directional", "directional"],
      S04: ["qualitative"],
      S06: ["ratio"],
      S07: ["ratio"],
      S08: ["ratio"],
      S09: ["delta"],
      S10: ["ratio", "ratio"],
      S11: ["qualitative"],
      S16: ["directional"],
    });
  });

  it("keeps “over 95 %” strict and two points apart from two per cent", () => {
    const target = (id: string) => plan.targets.find((each) => each.id === id);
    expect(target("truy-to")).toMatchObject({ level: { operator: ">", value: "95", percent: true } });
    expect(target("khoi-to-dieu-tra")).toMatchObject({
      direction: "up",
      level: { operator: ">=", value: "2", percent: true },
      change: { mode: "percentage_points", base: { on: "previous_year" } },
      understood: { on: "2017-01-20" },
    });
  });

  it("has its figures reported monthly, adding up but for the places, by those who own them", () => {
    const counted = plan.inputs.filter(({ kind }) => kind === "count");
    expect(new Set(counted.map(({ every, regime }) => `${every} ${regime}`))).toEqual(
      new Set(["month che-do-nghe-an-2017"]),
    );
    expect(counted.filter(({ cumulative }) => !cumulative).map(({ id }) => id)).toEqual([
      "dia_ban_ap_dung",
      "dia_ban_trong_diem",
    ]);
    expect(plan.inputs.filter(({ kind }) => kind === "yes_no").map(({ every }) => every)).toEqual([
      "year",
      "year",
      "year",
    ]);
    const duties = plan.tasks.filter(({ report }) => report !== null);
    expect(duties.map(({ id, lifecycle }) => [id, lifecycle])).toEqual([
      ["bao-cao-so-lieu-thang", "report"],
      ["bao-cao-nhan-xet-nam", "report"],
    ]);
    const reporters = new Set(counted.flatMap(({ agencies }) => agencies));
    expect([...reporters].sort()).toEqual([...(duties[0]?.lead.agencies ?? [])].sort());
    const judges = plan.inputs.flatMap(({ kind, agencies }) => (kind === "yes_no" ? agencies : []));
    expect([...new Set(judges)].sort()).toEqual([...(duties[1]?.lead.agencies ?? [])].sort());
  });

  it("keeps what may be secret or personal elsewhere", () => {
    const elsewhere = plan.tasks.filter((task) => task.contentElsewhere).map((task) => task.id);
    expect(elsewhere).toEqual([
      "dieu-tra-co-ban",
      "bien-phap-nghiep-vu",
      "xac-minh-nan-nhan",
      "tiep-nhan-ho-tro",
      "bao-ve-an-toan",
    ]);
  });

  it("asks a plan of every agency, the requested ones too, and runs the strategy after it is made", () => {
    const cascade = plan.tasks.filter((task) => task.cascade);
    expect(cascade.map((task) => [task.lead.each, task.lead.groups])).toEqual([
      [true, ["so-ban-nganh", "nganh-doc", "doan-the", "cap-huyen"]],
    ]);
    expect(plan.tasks.find((task) => task.id === "thuc-hien-chien-luoc")?.after).toEqual([
      "xay-dung-chien-luoc",
    ]);
  });

  it("has dated work in every quarter of 2017", () => {
    const dates = plan.tasks.flatMap((task) =>
      task.due.form === "date" ? [task.due.date] : task.windows.map((window) => window.to),
    );
    const quarters = new Set(dates.map((date) => Math.ceil(Number(date.slice(5, 7)) / 3)));
    expect([...quarters].sort()).toEqual([1, 2, 3, 4]);
    expect(dates.every((date) => date.startsWith("2017-"))).toBe(true);
  });

  it("states due dates on working days that the calendar covers", () => {
    const days = createCalendar(calendar);
    for (const task of plan.tasks) {
      if (task.due.form === "date") expect(days.isWorkingDay(task.due.date)).toBe(true);
    }
    expect(days.covers(plan.period.from) && days.covers(plan.period.to)).toBe(true);
  });
});

describe("its register documents", () => {
  it("know the 21 district-level units, the bodies only requested, and the border", () => {
    const agencies = createOrganisation(organisation);
    const members = (group: string) => agencies.groupMembers(group, "2017-01-20");
    expect(members("cap-huyen")).toHaveLength(21);
    expect(members("bien-gioi")).toHaveLength(6);
    for (const group of ["nganh-doc", "to-tung", "doan-the"]) {
      expect(members(group).length).toBeGreaterThan(1);
      expect(members(group).every((agency) => agency.standing === "requested")).toBe(true);
    }
    expect(agencies.standing("cong-an-tinh")).toBe("assigned");
    expect(agencies.ancestors("ubnd-vinh")).toEqual(["ubnd-tinh"]);
  });

  it("know Tết and the days in lieu of 2017", () => {
    const days = createCalendar(calendar);
    expect(days.workingDaysBetween("2016-12-31", "2017-12-31")).toBe(250);
    expect(days.addWorkingDays("2017-01-25", 1)).toBe("2017-02-02");
    for (const off of ["2017-01-02", "2017-04-06", "2017-05-02", "2017-09-04"]) {
      expect(days.isWorkingDay(off)).toBe(false);
    }
  });
});

describe("the example plan", () => {
  it("reads with English keys and another province's register", () => {
    const example = planOf("examples/vi-du.yaml", {
      organisation: registerDocument("examples/register/organisation-sample.yaml") as OrganisationDocument,
      calendar: registerDocument("examples/register/calendar-2026.yaml") as CalendarDocument,
      regime: registerDocument("examples/register/regime-nd-09-2019.yaml") as RegimeDocument,
    });
    expect(readPlan(textOf("examples/vi-du.yaml")).keys).toBe("en");
    expect(example.tasks.map((task) => task.mode)).toEqual([
      "one_off",
      "one_off",
      "recurring",
      "event",
      "one_off",
    ]);
    expect(example.tasks[0]?.due).toMatchObject({ form: "date", date: "2026-03-30", bound: "before" });
    expect(coverage(example).nodesWithoutStatement.map((node) => node.path)).toContain("tasks[0].lead");
  });
});
