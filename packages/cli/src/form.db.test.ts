// Holds `form` on real data: the sheet goes out, comes back filled in, wrong cells are named, figures are reported.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type FormSheet, formXlsx } from "@kehoach/server";
import { afterAll, expect, it } from "vitest";
import { onDatabase } from "../../engine/testing/test-databases.ts";
import { run } from "./run.ts";

const plans = fileURLToPath(new URL("../../../plans/", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "kehoach-form-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const here = (name: string) => join(scratch, name);

const plan = `kehoach: 1
kind: plan
id: kh-77-2017
number: 77/KH-UBND
title: Giải quyết án
issuer: ubnd-tinh
issued: 2017-01-05
signer: { name: Nguyễn Văn A, position: Phó Chủ tịch, capacity: KT. }
period: 2017
office: { agency: van-phong-ubnd-tinh }
organisation: to-chuc-nghe-an-2017
calendar: lich-vn-2017
report_every: month
inputs:
  ket_luan: { title: Số vụ đã kết luận, owner: vksnd-tinh, unit: vụ, cumulative: true, jump: 50 }
  truy_to: { title: Số vụ đã truy tố, owner: vksnd-tinh, unit: vụ, cumulative: true, part_of: ket_luan }
targets:
  - id: truy-to
    title: Tỷ lệ án đã truy tố
    type: ratio
    direction: up
    owner: vksnd-tinh
    numerator: truy_to
    denominator: ket_luan
    level: over 95%
tasks:
  - id: bao-cao
    title: Báo cáo số liệu hằng tháng
    mode: recurring
    lead: vksnd-tinh
    report: true
    due: { every: month, offset: 5 }
`;

async function kehoach(...parameters: string[]) {
  let out = "";
  let error = "";
  const code = await run([...parameters, "--json", "--data", here("data")], {
    write: (text) => {
      out += text;
    },
    writeError: (text) => {
      error += text;
    },
    workingDirectory: scratch,
    environment: {},
    colour: false,
  });
  return { code, error, told: out === "" ? null : JSON.parse(out) };
}

onDatabase("pglite", "a form on the command line", () => {
  it("goes out, is filled in, comes back and is reported", { timeout: 120_000 }, async () => {
    writeFileSync(here("plan.yaml"), plan);
    const register = ["to-chuc-nghe-an-2017.yaml", "calendar-vn-2017.yaml"].map((file) =>
      join(plans, "register", file),
    );
    const actor = ["--as", "ubnd-tinh:vice_chair:Trần Văn Minh"];
    expect(await kehoach("issue", "plan.yaml", ...actor, "--register", ...register)).toMatchObject({
      code: 0,
    });

    const duty = ["form", "kh-77-2017", "bao-cao@vksnd-tinh#2017-01"];
    const { code, told } = await kehoach(...duty, "--out", "form.xlsx");
    expect(code).toBe(0);
    const form: FormSheet = told.form;
    expect(form.rows.map(({ id, status }) => [id, status])).toEqual([
      ["ket_luan", null],
      ["truy_to", null],
    ]);
    expect(await kehoach(...duty, "--read", "form.xlsx")).toMatchObject({
      code: 0,
      told: { changes: [], faults: [] },
    });

    const fill = async (name: string, ...values: string[]) =>
      writeFileSync(
        here(name),
        await formXlsx(
          {
            ...form,
            rows: form.rows.map((row, index) => ({
              ...row,
              value: values[index] ?? null,
              status: "official",
            })),
          },
          "vi",
        ),
      );
    await fill("wrong.xlsx", "2.5", "19");
    const clerk = ["--as", "vksnd-tinh:clerk:Lê Thị B", "--send"];
    expect(await kehoach(...duty, "--read", "wrong.xlsx", ...clerk)).toMatchObject({
      code: 1,
      told: { sent: false, faults: [{ sheet: "Số liệu", cell: "G7", code: "not_whole" }] },
    });
    await fill("more.xlsx", "20", "21");
    expect(await kehoach(...duty, "--read", "more.xlsx", ...clerk)).toMatchObject({
      code: 1,
      told: { sent: false },
    });
    await fill("filled.xlsx", "20", "19");
    expect(await kehoach(...duty, "--read", "filled.xlsx")).toMatchObject({ code: 0, told: { sent: false } });
    expect(await kehoach(...duty, "--read", "filled.xlsx", ...clerk)).toMatchObject({
      code: 0,
      told: { sent: true },
    });
    expect(await kehoach(...duty, "--read", "filled.xlsx")).toMatchObject({ code: 0, told: { changes: [] } });
    expect(
      await kehoach("form", "kh-77-2017", "bao-cao@vksnd-tinh#2017-02", "--read", "filled.xlsx"),
    ).toMatchObject({
      code: 1,
      told: { faults: [{ code: "other_form" }] },
    });
  });
});
