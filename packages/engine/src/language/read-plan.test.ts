// Reading as a whole: what a plan means, what settles a question, what several slips look like together.

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkLifecycle } from "./check-lifecycle.ts";
import { defaultConventions } from "./default-conventions.ts";
import { formatText } from "./format-text.ts";
import { builtInLifecycles } from "./lifecycles/built-in.ts";
import { readDocument, readPlan, readRegisterDocument } from "./read-plan.ts";
import { mostProblems, Report } from "./report.ts";
import { calendar, edited, organisation, readAgainstSample, regime } from "./testing/sample-reads.ts";
import { samplePlan } from "./testing/sample-texts.ts";

const plan = readAgainstSample(samplePlan).plan;
const codes = (text: string) => readAgainstSample(text).problems.map((problem) => problem.code);

describe("a plan", () => {
  it("is read with its short forms written out", () => {
    expect(plan?.period).toEqual({ from: "2017-01-01", to: "2017-12-31" });
    expect(plan?.conventions).toEqual({ ...defaultConventions, rollForward: true });
    expect(plan?.tasks.map((task) => [task.id, task.mode, task.due.form])).toEqual([
      ["soan", "one_off", "date"],
      ["chay", "one_off", "date"],
      ["bao-cao-thang", "recurring", "each_period"],
      ["cao-diem", "window", "window_end"],
      ["dot-xuat", "event", "after"],
    ]);
    const [soan, chay] = plan?.tasks ?? [];
    expect(soan?.lead).toMatchObject({ each: false, agencies: ["cong-an"], groups: [] });
    expect(chay?.lead).toMatchObject({
      each: true,
      agencies: ["so-y-te"],
      groups: ["huyen"],
      except: ["huyen-b"],
    });
    expect(soan?.products).toMatchObject([{ id: "product", title: "Dự thảo", required: true }]);
    expect(soan?.coordinators.map(({ agency, group, duty }) => [agency, group, duty])).toEqual([
      ["so-y-te", null, "contribute"],
      [null, "huyen", "inform"],
    ]);
  });

  it("carries targets with exact levels and parsed formulas", () => {
    expect(plan?.targets.map((target) => target.type)).toEqual(["ratio", "delta", "composite"]);
    expect(plan?.targets[0]).toMatchObject({
      level: { operator: ">", value: "95", percent: true },
      numerator: { names: ["xu_ly"], ast: { kind: "name" } },
      direction: "up",
      denEmpty: "not_applicable",
    });
    expect(plan?.targets[1]).toMatchObject({
      change: { mode: "percentage_points", base: { on: "previous_year" } },
      formula: { names: ["khoi_to", "tiep_nhan"] },
    });
  });

  it("takes along the lifecycles it uses, built-in ones written out", () => {
    expect(Object.keys(plan?.lifecycles ?? {})).toEqual(["nhanh", "standard", "coordination"]);
    expect(plan?.lifecycles.standard).toMatchObject({ id: "standard", version: 2, initial: "assigned" });
    expect(plan?.lifecycles.nhanh).toMatchObject({ version: null, label: { vi: "Quy trình nhanh" } });
  });

  it("names its register documents even when it has problems", () => {
    const { plan: none, names } = readPlan(edited("plan", "30/6/2017", "31/6/2017"));
    expect(none).toBeNull();
    expect(names).toEqual({
      organisation: "tinh-2017",
      calendar: "lich-2017",
      regime: "bao-cao",
      date: "2017-01-16",
    });
  });

  it("takes the province's conventions where it states none", () => {
    const text = edited("plan", "thời hạn: 30/6/2017", "thời hạn: trước ngày 30/6/2017");
    const read = readPlan(text, {
      organisation,
      calendar,
      regime,
      defaults: { before: "strict", answerDays: 7 },
    });
    expect(read.plan?.conventions).toMatchObject({ before: "strict", answerDays: 7 });
    expect(read.plan?.tasks[0]?.due).toMatchObject({ date: "2017-06-29", bound: "before" });
  });

  it("makes a month a window, and names it", () => {
    const text = edited(
      "plan",
      "các đợt: [{ mã: dot-1, từ: 01/03/2017, đến: 31/03/2017 }]",
      "thời hạn: tháng 7",
    );
    const task = readAgainstSample(text).plan?.tasks[3];
    expect(task?.windows).toEqual([{ id: "2017-07", from: "2017-07-01", to: "2017-07-31" }]);
    expect(task?.due).toEqual({ form: "window_end", text: "tháng 7", hour: null });
  });

  it("gives a cascade duty the product it is done by", () => {
    const text = edited("plan", "    thời hạn: quý III", "    xây dựng kế hoạch: có\n    thời hạn: quý III");
    expect(readAgainstSample(text).plan?.tasks[1]).toMatchObject({
      cascade: true,
      products: [{ id: "child-plan" }],
    });
  });

  it("extends a built-in lifecycle by states and commands of its own", () => {
    const own = `các quy trình:
  co-tam-dung:
    kế thừa: standard
    trạng thái:
      paused: { nhãn: Tạm dừng, nhóm trạng thái: vướng mắc }
    lệnh:
      pause: { nhãn: Tạm dừng, từ: in_progress, đến: paused, ai: cơ quan ban hành, yêu cầu: lý do }
      resume: { nhãn: Tiếp tục, từ: paused, đến: in_progress, ai: cơ quan ban hành }
`;
    const lifecycle = readAgainstSample(edited("plan", "các quy trình:\n", own)).plan?.lifecycles[
      "co-tam-dung"
    ];
    expect(lifecycle).toMatchObject({ version: null, initial: "assigned" });
    expect(Object.keys(lifecycle?.states ?? {})).toContain("paused");
    expect(Object.keys(lifecycle?.commands ?? {})).toEqual(
      expect.arrayContaining(["submit", "pause", "resume"]),
    );
  });

  it("is the same whether its text is NFC or NFD", () => {
    expect(readAgainstSample(samplePlan.normalize("NFD")).plan).toEqual(plan);
  });
});

describe("several slips", () => {
  it("are told all at once, in the order of their places", () => {
    const text = edited("plan", "31/03/2017", "31/04/2017")
      .replace("chủ trì: cong-an\n    phối hợp", "chu tri: congan\n    phối hợp")
      .replace("lịch: lich-2017\n", "")
      .replace("trên 95 %", "cao");
    const { problems } = readAgainstSample(text);
    expect(problems.map((problem) => problem.code)).toEqual([
      "key_missing",
      "level_not_understood",
      "key_unknown",
      "agency_unknown",
      "date_not_real",
    ]);
    const starts = problems.map((problem) => problem.place.start);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  });

  it("show the line with a caret under the place", () => {
    const [problem] = readAgainstSample(
      edited("plan", "thời hạn: 30/6/2017", "thời hạn: 31/6/2017"),
    ).problems;
    expect(problem?.excerpt).toBe("    thời hạn: 31/6/2017\n              ^^^^^^^^^");
    expect(problem?.place).toMatchObject({ file: "mau.yaml", path: "tasks[0].due", column: 15 });
  });

  it("end with their number when there are too many", () => {
    const tasks = Array.from(
      { length: 300 },
      (_, index) => `  - { mã: t${index}, nội dung: T, chủ trì: khong-co }\n`,
    );
    const { problems } = readAgainstSample(edited("plan", "nhiệm vụ:\n", `nhiệm vụ:\n${tasks.join("")}`));
    expect(problems).toHaveLength(mostProblems + 1);
    expect(problems.at(-1)).toMatchObject({ code: "more_problems", en: "100 more problems are not listed." });
  });
});

describe("unclear signed text", () => {
  const twoLeads = edited(
    "plan",
    "chủ trì: cong-an\n    phối hợp",
    "chủ trì: [cong-an, so-y-te]\n    phối hợp",
  );

  it("is a question, and the plan runs", () => {
    const read = readAgainstSample(twoLeads);
    expect(read.questions).toMatchObject([{ code: "two_leads", settled: null }]);
    expect(read.plan?.tasks[0]?.lead).toMatchObject({ each: true, agencies: ["cong-an", "so-y-te"] });
  });

  it("is settled by an understanding on the node", () => {
    const understood =
      "cách hiểu: { hiểu là: Cả hai, người quyết định: Chánh Văn phòng, vào ngày: 20/01/2017 }";
    const read = readAgainstSample(
      twoLeads.replace("    sản phẩm: Dự thảo", `    ${understood}\n    sản phẩm: Dự thảo`),
    );
    const settled = { reading: "Cả hai", by: "Chánh Văn phòng", on: "2017-01-20" };
    expect(read.questions).toMatchObject([{ code: "two_leads", settled }]);
    expect(read.plan?.tasks[0]?.understood).toEqual(settled);
  });

  it("is noted in a comment, never in a value", () => {
    const inValues =
      "nội dung: |\n      # ? không phải câu hỏi\n      # ? cũng không\n    mã hiệu: '# ? không'";
    const noted = edited("plan", "    nội dung: Soạn chiến lược\n", `    ${inValues}\n    # ? Ai ký?\n`);
    const read = readAgainstSample(noted);
    expect(read.problems).toEqual([]);
    expect(read.questions).toMatchObject([{ code: "question_noted", settled: null }]);
    expect(read.questions[0]?.vi).toContain("Ai ký?");
  });

  it("asks about “+2 %” of a rate, not of a count", () => {
    const unqualified = edited("plan", "    cách tính thay đổi: điểm phần trăm\n", "");
    expect(readAgainstSample(unqualified).questions.map((question) => question.code)).toEqual([
      "change_mode_unstated",
    ]);
    const count = readAgainstSample(unqualified.replace("khoi_to / tiep_nhan", "khoi_to"));
    expect(count.questions).toEqual([]);
    expect(count.plan?.targets[1]).toMatchObject({ change: { mode: "relative" } });
  });

  it("lets a due outside the period stand once it is understood", () => {
    const late = edited("plan", "thời hạn: quý III", "thời hạn: 15/01/2018");
    expect(codes(late)).toEqual(["due_outside_period"]);
    const understood = "cách hiểu: { hiểu là: Báo cáo sau năm, người quyết định: VP, vào ngày: 20/01/2017 }";
    expect(codes(late.replace("thời hạn: 15/01/2018", `thời hạn: 15/01/2018\n    ${understood}`))).toEqual(
      [],
    );
  });
});

describe("register documents", () => {
  it("are told from plans by their kind", () => {
    const read = readDocument(
      readFileSync(new URL("./testing/sample-texts.ts", import.meta.url), "utf8").slice(0, 10),
    );
    expect(read.is).toBe("plan");
    expect(readDocument("loại: lịch").is).toBe("register");
  });

  it("are read with their short forms written out", () => {
    expect(calendar.weekend).toEqual([6, 7]);
    expect(calendar.holidays.map((holiday) => holiday.date)).toContain("2017-01-29");
    expect(calendar.holidays).toHaveLength(8);
    expect(organisation.agencies[2]?.codes).toEqual([
      { code: "A1", from: "2016-01-01", to: "2016-12-31" },
      { code: "A2", from: "2017-01-01", to: null },
    ]);
    expect(organisation.agencies.at(-1)).toMatchObject({
      standing: "requested",
      from: "2016-01-01",
      to: null,
    });
    expect(regime.periods[0]).toMatchObject({ unit: "month", startDay: 15, startMonthsBack: 1, endDay: 14 });
  });
});

describe("the built-in lifecycles", () => {
  it.each([...builtInLifecycles().values()])("$id passes the checks of everyone's", (lifecycle) => {
    const report = new Report();
    checkLifecycle({ lifecycle, paths: new Map(), report, vacant: new Set() });
    expect(report.failed).toBe(false);
    expect(Object.isFrozen(lifecycle.states)).toBe(true);
  });
});

describe("the plans of this repository", () => {
  const folder = new URL("../../../../plans/", import.meta.url);
  const text = (file: string) => readFileSync(new URL(file, folder), "utf8");
  const register = (file: string) => readRegisterDocument(text(`${file}.yaml`), { file }).document;

  it.each([
    [
      "kh-42-2017.yaml",
      "register/to-chuc-nghe-an-2017",
      "register/calendar-vn-2017",
      "register/che-do-nghe-an-2017",
    ],
    [
      "examples/vi-du.yaml",
      "examples/register/organisation-sample",
      "examples/register/calendar-2026",
      "examples/register/regime-nd-09-2019",
    ],
  ])(
    "%s reads without a problem or an open question, in either spelling",
    (file, agencies, days, windows) => {
      const [organisationDocument, calendarDocument] = [register(agencies), register(days)];
      const regimeDocument = register(windows);
      if (organisationDocument?.kind !== "organisation" || calendarDocument?.kind !== "calendar") {
        throw new Error("the register documents have problems");
      }
      const against = {
        organisation: organisationDocument,
        calendar: calendarDocument,
        regime: regimeDocument?.kind === "regime" ? regimeDocument : null,
      };
      const read = readPlan(text(file), against);
      expect(read.problems).toEqual([]);
      expect(read.questions.filter((question) => question.settled === null)).toEqual([]);
      const other = formatText(text(file), { keys: read.keys === "vi" ? "en" : "vi" }).text ?? "";
      expect(readPlan(other, against).plan).toEqual(read.plan);
    },
  );
});
