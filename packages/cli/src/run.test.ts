// Holds what the command line says and how it ends, for everything that needs no data.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { run } from "./run.ts";

const plans = fileURLToPath(new URL("../../../plans/", import.meta.url));
const plan42 = join(plans, "kh-42-2017.yaml");
const scratch = mkdtempSync(join(tmpdir(), "kehoach-run-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

interface Said {
  code: number;
  out: string;
  error: string;
}

async function kehoach(...parameters: string[]): Promise<Said> {
  let out = "";
  let error = "";
  const code = await run(parameters, {
    write: (text) => {
      out += text;
    },
    writeError: (text) => {
      error += text;
    },
    workingDirectory: plans,
    environment: {},
    colour: false,
  });
  return { code, out, error };
}

/** Plan 42 with faults put into it, and the places where they are. */
function faulty(name: string, faults: readonly [string, string][]): string {
  let text = readFileSync(plan42, "utf8");
  for (const [from, to] of faults) {
    if (!text.includes(from)) throw new Error(`Plan 42 no longer has: ${from}`);
    text = text.replace(from, to);
  }
  const path = join(scratch, name);
  writeFileSync(path, text);
  return path;
}

const register = [
  "--register",
  join(plans, "register/to-chuc-nghe-an-2017.yaml"),
  join(plans, "register/calendar-vn-2017.yaml"),
  join(plans, "register/che-do-nghe-an-2017.yaml"),
];

describe("help", () => {
  const verbs = [
    "check",
    "fmt",
    "show",
    "graph",
    "simulate",
    "issue",
    "do",
    "list",
    "history",
    "verify",
    "anchors",
    "export",
    "import",
    "serve",
  ];

  it("speaks Vietnamese, and English when asked", async () => {
    const vi = await kehoach("--help");
    const en = await kehoach("--lang", "en", "--help");
    expect([vi.code, en.code]).toEqual([0, 0]);
    expect(vi.out).toContain("Cách dùng: kehoach");
    expect(vi.out).toContain("Mã kết thúc:");
    expect(en.out).toContain("Usage: kehoach");
    expect(en.out).toContain("Exit codes:");
    for (const verb of verbs) expect([vi.out.includes(verb), en.out.includes(verb)]).toEqual([true, true]);
  });

  it.each(verbs)("of %s is whole in both languages", async (verb) => {
    const vi = await kehoach(verb, "--help");
    const en = await kehoach(verb, "--help", "--lang=en");
    expect([vi.code, en.code]).toEqual([0, 0]);
    expect(vi.out).toContain("Tùy chọn");
    expect(vi.out).not.toMatch(/Usage|Options|Arguments|default:/);
    expect(en.out).toContain(`Usage: kehoach ${verb}`);
    expect(en.out).not.toMatch(/[ạảấầẩẫậắằẳẵặẹẻẽếềểễệịỉĩọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđ]/);
  });

  it("is shown, as misuse, when nothing is asked", async () => {
    const { code, error } = await kehoach();
    expect(code).toBe(2);
    expect(error).toContain("Các lệnh:");
  });
});

describe("misuse", () => {
  it.each([
    [["toString"], "unknownCommand"],
    [["check"], "missingArgument"],
    [["check", "--nothing", "a.yaml"], "unknownOption"],
    [["fmt", "--keys", "fr", "a.yaml"], "notAmong"],
    [["fmt", "--keys"], "missingValue"],
    [["graph", "a.yaml", "b.yaml"], "tooMany"],
    [["check", "no-such.yaml"], "fileMissing"],
    [["check", "."], "fileNotRegular"],
    [["fmt", "--write", "--check", "kh-42-2017.yaml"], "bothOptions"],
    [["show", "--calendar", "--coverage", "kh-42-2017.yaml"], "bothOptions"],
    [["graph", "kh-42-2017.yaml", "--lifecycle", "none"], "unknownLifecycle"],
    [["verify", "--export", "x.ndjson"], "exportNeedsPlan"],
    [["serve", "--port", "many"], "badPort"],
    [["do", "a", "b", "c"], "actorNeeded"],
    [["do", "a", "b", "c", "--due", "31/6/2017"], "badDate"],
    [["list", "--data", join(scratch, "nothing-here")], "noData"],
  ])("%j ends with 2 and code %s", async (parameters, code) => {
    const said = await kehoach("--json", ...parameters);
    expect(said.code).toBe(2);
    expect(said.out).toBe("");
    expect(JSON.parse(said.error)).toMatchObject({ error: { code } });
  });

  it("is told in the language asked for", async () => {
    expect((await kehoach("frob")).error).toContain("Không có lệnh “frob”");
    expect((await kehoach("frob", "--lang", "en")).error).toContain("There is no command “frob”");
  });

  it("refuses bytes that are not UTF-8, and files beyond the limit", async () => {
    const bytes = join(scratch, "latin.yaml");
    writeFileSync(bytes, Buffer.from([0x6b, 0xe9]));
    const big = join(scratch, "big.yaml");
    writeFileSync(big, "#".repeat(2 * 1024 * 1024 + 1));
    expect(JSON.parse((await kehoach("check", "--json", bytes)).error).error.code).toBe("fileNotText");
    expect(JSON.parse((await kehoach("check", "--json", big)).error).error.code).toBe("fileTooBig");
  });
});

describe("check", () => {
  it("finds the register beside the plan by itself", async () => {
    const { code, out } = await kehoach("check", "--json", "kh-42-2017.yaml");
    const [file] = JSON.parse(out).files;
    expect(file).toMatchObject({ file: "kh-42-2017.yaml", ok: true, problems: [] });
    expect(file.register.sort()).toEqual([
      "register/calendar-vn-2017.yaml",
      "register/che-do-nghe-an-2017.yaml",
      "register/to-chuc-nghe-an-2017.yaml",
    ]);
    expect(code).toBe(0);
  });

  it("checks register documents too", async () => {
    const { code, out } = await kehoach(
      "check",
      "register/calendar-vn-2017.yaml",
      "register/to-chuc-nghe-an-2017.yaml",
    );
    expect(out).toContain("không có lỗi");
    expect(code).toBe(0);
  });

  it("gives all three problems of a plan, each with its place and a mend", async () => {
    const path = faulty("three.yaml", [
      ["\nngày ban hành: 20/01/2017", "\nngày ban hành: 31/06/2017"],
      ["\nthời gian thực hiện:", "\nthời gian thực hien:"],
      [
        "  - cơ quan: cong-an-tinh\n    trách nhiệm: Chủ trì",
        "  - cơ quan: cong-an-tin\n    trách nhiệm: Chủ trì",
      ],
    ]);
    const { code, out } = await kehoach("check", "--json", path, ...register);
    const [{ problems, ok }] = JSON.parse(out).files;
    expect([code, ok]).toEqual([1, false]);
    expect(problems).toHaveLength(3);
    for (const problem of problems) {
      expect(problem.place.line).toBeGreaterThan(1);
      expect(problem.excerpt).toContain("^");
      expect(problem.mend?.replacement).toMatch(/^(30\/0?6\/2017|thời gian thực hiện|cong-an-tinh)$/);
    }
    const people = await kehoach("check", path, ...register);
    expect(people.out).toMatch(/three\.yaml:\d+:\d+ lỗi \w+\n {2}\S/);
    expect(people.out).toContain("Có thể sửa thành: cong-an-tinh");
    expect(people.out).toContain("3 lỗi cần sửa");
  });

  it.each([
    ["check", "chưa kiểm tra hết"],
    ["show", "không tìm thấy to-chuc-nghe-an-2017, lich-vn-2017, che-do-nghe-an-2017"],
  ])("%s says what was not found, and does not call the plan fine", async (verb, said) => {
    const { code, out } = await kehoach(verb, faulty(`alone-${verb}.yaml`, []));
    expect(out.toLowerCase()).toContain(said);
    expect(out).not.toContain("không có lỗi");
    expect(code).toBe(2);
  });

  it("speaks the file's language unless told otherwise", async () => {
    const path = join(scratch, "english.yaml");
    writeFileSync(path, "kehoach: 1\nkind: plan\nid: x\n");
    expect((await kehoach("check", path)).out).toMatch(/lỗi \w+\n {2}[ -~“”–]+\n/);
    expect((await kehoach("check", path, "--lang", "vi")).out).toMatch(/[ạảấầếềệịộớờợụủứừữự]/);
  });
});

describe("fmt", () => {
  it("converts keys there and back without touching anything else", async () => {
    const english = await kehoach("fmt", "kh-42-2017.yaml", "--keys", "en");
    expect(english.code).toBe(0);
    expect(english.out).toContain("\nkind: plan\n");
    expect(english.out).toContain("S01");
    const path = join(scratch, "english-42.yaml");
    writeFileSync(path, english.out);
    expect((await kehoach("check", path, ...register)).code).toBe(0);
    const back = await kehoach("fmt", path, "--keys", "vi");
    expect(back.out).toBe((await kehoach("fmt", "kh-42-2017.yaml", "--keys", "vi")).out);
  });

  it("says with 1 what mixes both spellings, and mends it in place", async () => {
    const path = faulty("mixed.yaml", [["\nloại: kế hoạch\n", "\nkind: kế hoạch\n"]]);
    expect((await kehoach("fmt", "--check", path)).code).toBe(1);
    expect((await kehoach("fmt", "--write", path)).code).toBe(0);
    expect((await kehoach("fmt", "--check", path)).code).toBe(0);
    expect((await kehoach("fmt", "--write", path)).out).toContain("không cần đổi");
  });

  it("leaves alone what is no YAML", async () => {
    const path = join(scratch, "broken.yaml");
    writeFileSync(path, "a: [1,\nb: }");
    const before = readFileSync(path, "utf8");
    const { code, out } = await kehoach("fmt", "--write", "--json", path);
    expect(code).toBe(1);
    expect(JSON.parse(out).files[0].problems.length).toBeGreaterThan(0);
    expect(readFileSync(path, "utf8")).toBe(before);
  });
});

describe("show", () => {
  it("summarises plan 42 as officials would read it", async () => {
    const { code, out } = await kehoach("show", "kh-42-2017.yaml");
    expect(code).toBe(0);
    for (const part of [
      "Kế hoạch 42/KH-UBND",
      "20/01/2017",
      "01/01/2017 – 31/12/2017",
      "Thường trực: CA tỉnh",
    ]) {
      expect(out).toContain(part);
    }
  });

  it("gives the calendar in order of date", async () => {
    const { out } = await kehoach("show", "kh-42-2017.yaml", "--calendar", "--json");
    const dates: string[] = JSON.parse(out).items.map((item: { date: string }) => item.date);
    expect(dates.length).toBeGreaterThan(5);
    expect(dates).toEqual([...dates].sort());
    expect(dates.every((date) => date.startsWith("2017-") || date.startsWith("2018-01"))).toBe(true);
  });

  it("reports that every statement has a node", async () => {
    const { out } = await kehoach("show", "kh-42-2017.yaml", "--coverage", "--json");
    expect(JSON.parse(out).statementsWithoutNode).toEqual([]);
  });

  it("ends with 1 for a plan with problems", async () => {
    const path = faulty("wrong-date.yaml", [["\nngày ban hành: 20/01/2017", "\nngày ban hành: 31/06/2017"]]);
    expect((await kehoach("show", path, ...register)).code).toBe(1);
  });
});

describe("graph", () => {
  it("draws each lifecycle in Mermaid, labelled in the language asked for", async () => {
    const vi = await kehoach("graph", "kh-42-2017.yaml", "--lifecycle", "standard");
    expect(vi.out).toMatch(/^stateDiagram-v2\n/);
    expect(vi.out).toContain("Đang thực hiện");
    const en = await kehoach("graph", "kh-42-2017.yaml", "--lifecycle", "standard", "--lang", "en");
    expect(en.out).not.toContain("Đang thực hiện");
  });

  it("gives Stately a machine without functions", async () => {
    const { out } = await kehoach(
      "graph",
      "kh-42-2017.yaml",
      "--lifecycle",
      "standard",
      "--format",
      "stately",
    );
    expect(JSON.parse(out)).toMatchObject({ type: "parallel" });
  });
});
