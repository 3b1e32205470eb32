// Holds `period-report` and `reports`, each as a process of its own on a real data directory.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, it } from "vitest";
import { onDatabase } from "../../engine/testing/test-databases.ts";
import { workplace } from "../testing/spawn-cli.ts";

const plan42 = fileURLToPath(new URL("../../../plans/kh-42-2017.yaml", import.meta.url));
const place = workplace();
afterAll(() => place[Symbol.dispose]());

onDatabase("pglite", "reports of a period on the command line", () => {
  it("shows one, takes an agency's word, freezes it and writes its files", { timeout: 300_000 }, async () => {
    const office = "van-phong-ubnd-tinh:office:Lê Văn B";
    expect((await place.run(["issue", plan42, "--as", "ubnd-tinh:vice_chair:Trần Văn Minh"])).code).toBe(0);
    const about = ["2017-02", "--plan", "kh-42-2017", "--regime", "calendar"];
    const shown = await place.run(["period-report", ...about]);
    expect([shown.error, shown.code]).toEqual(["", 0]);
    expect(shown.out).toContain("Kỳ số liệu: từ ngày 01/02/2017 đến hết ngày 28/02/2017");
    const told = await place.run([
      "period-report",
      ...about,
      "--check",
      "differ",
      "--reason",
      "Một nhiệm vụ đã gửi kết quả",
      "--as",
      "cong-an-tinh:head:Phạm Văn C",
    ]);
    expect([told.error, told.out]).toEqual(["", "Đã ghi nhận ý kiến đối chiếu.\n"]);
    const refused = await place.run([
      "period-report",
      ...about,
      "--issue",
      "--as",
      "cong-an-tinh:head:C",
      "--json",
    ]);
    expect([refused.code, JSON.parse(refused.out).refusal.code]).toEqual([1, "not_your_role"]);
    const issued = await place.run([
      "period-report",
      ...about,
      "--issue",
      "--out",
      "kỳ",
      "--as",
      office,
      "--json",
    ]);
    expect(issued.error).toBe("");
    const { frozen, files } = JSON.parse(issued.out);
    expect(files.map((file: string) => file.split(/[\\/]/).at(-1))).toEqual([
      "bao-cao-ky-kh-42-2017-2017-02-lan-1.docx",
      "bao-cao-ky-kh-42-2017-2017-02-lan-1.json",
      "bao-cao-ky-kh-42-2017-2017-02-lan-1.xlsx",
    ]);
    const folder = join(place.directory, "kỳ");
    expect(readdirSync(folder)).toHaveLength(3);
    const model = JSON.parse(readFileSync(join(folder, `bao-cao-ky-kh-42-2017-2017-02-lan-1.json`), "utf8"));
    expect(model.checks).toMatchObject([{ agency: "cong-an-tinh", answer: "differ" }]);
    const list = await place.run(["reports", "--plan", "kh-42-2017"]);
    expect(list.out).toContain(`${frozen.id}  2017-02  –  chốt lần 1`);
    const again = await place.run(["reports", frozen.id, "--out", "kỳ", "--json"]);
    expect([again.code, JSON.parse(again.error).error.code]).toEqual([2, "fileExists"]);
    const nothing = await place.run(["reports", "0", "--json"]);
    expect([nothing.code, JSON.parse(nothing.error).error.code]).toEqual([2, "unknownReport"]);
    const odd = await place.run(["period-report", "2017-13", "--json"]);
    expect([odd.code, JSON.parse(odd.error).error.code]).toEqual([2, "request_invalid"]);
  });
});
