// Holds the annex table on the command line: out as a file, back as differences, and a foreign one as a draft.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { run } from "./run.ts";

const plans = fileURLToPath(new URL("../../../plans/", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "kehoach-annex-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const here = (name: string) => join(scratch, name);

async function kehoach(...parameters: string[]) {
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

describe("annex and import", () => {
  it.each(["xlsx", "docx"])(
    "as .%s comes back without a difference, and as a draft of its own",
    async (type) => {
      const table = here(`pl.${type}`);
      expect(await kehoach("annex", "kh-42-2017.yaml", "--out", table)).toMatchObject({ code: 0 });
      const back = await kehoach("import", table, "--against", "kh-42-2017.yaml");
      expect(back).toMatchObject({ code: 0, out: expect.stringContaining("không khác") });
      const register = ["register/to-chuc-nghe-an-2017.yaml", "register/calendar-vn-2017.yaml"];
      const drafted = await kehoach(
        "import",
        table,
        "--out",
        here(`${type}.yaml`),
        "--register",
        ...register,
      );
      expect(drafted).toMatchObject({ code: 0, out: expect.stringContaining("22 nhiệm vụ và 5 nhóm") });
      const checked = await kehoach("check", here(`${type}.yaml`), "--register", ...register, "--json");
      const { problems } = JSON.parse(checked.out).files[0] as { problems: { place: { path: string } }[] };
      expect(problems.map(({ place }) => place.path).filter((path) => !path.startsWith("tasks"))).toEqual([
        "title",
        "issuer",
        "period",
      ]);
    },
  );

  it("lists what differs, in either language, and writes the changed draft into a new file only", async () => {
    const older = here("older.yaml");
    const text = readFileSync(join(plans, "kh-42-2017.yaml"), "utf8");
    writeFileSync(older, text.replace('"Mở và duy trì', '"Duy trì'));
    const register = ["--register", "register/to-chuc-nghe-an-2017.yaml", "register/calendar-vn-2017.yaml"];
    const parameters = [
      "import",
      here("pl.xlsx"),
      "--against",
      older,
      ...register,
      "--out",
      here("new.yaml"),
    ];
    const first = await kehoach("--lang", "en", ...parameters);
    expect(first.code).toBe(0);
    expect(first.out).toMatch(
      /~ changed chuyen-trang-chuyen-de: title \(.+\)\n {4}- Duy trì .+\n {4}\+ Mở và duy trì/,
    );
    expect(readFileSync(here("new.yaml"), "utf8")).toBe(text);
    expect(await kehoach(...parameters)).toMatchObject({ code: 2, error: expect.stringContaining("đã có") });
  });

  it("says why a file is not taken, and which options go with what", async () => {
    writeFileSync(here("bad.xlsx"), "no archive");
    const said = async (...parameters: string[]) => {
      const { code, error } = await kehoach(...parameters, "--json");
      return [code, (JSON.parse(error) as { error: { code: string } }).error.code];
    };
    expect(await said("import", here("bad.xlsx"))).toEqual([2, "tablesNotTaken"]);
    writeFileSync(here("old.xls"), Buffer.from("d0cf11e0a1b11ae1", "hex"));
    expect(await said("import", here("old.xls"))).toEqual([2, "tablesNotTaken"]);
    expect(await said("import", here("bad.xlsx"), "--data", scratch)).toEqual([2, "dataOption"]);
    expect(await said("import", here("whole.jsonl"), "--against", "kh-42-2017.yaml")).toEqual([
      2,
      "annexOption",
    ]);
    expect(await said("annex", "kh-42-2017.yaml", "--out", here("a.pdf"))).toEqual([2, "badTableFile"]);
  });
});
