// Holds `figures`, `report`, `targets`, `target` and `sheet`, each as a process of its own on a real data directory.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, it } from "vitest";
import { onDatabase } from "../../engine/testing/test-databases.ts";
import { workplace } from "../testing/spawn-cli.ts";

const plan42 = fileURLToPath(new URL("../../../plans/kh-42-2017.yaml", import.meta.url));
const place = workplace();
afterAll(() => place[Symbol.dispose]());

onDatabase("pglite", "figures on the command line", () => {
  it("counts plan 42 and writes its sheets and letters, none twice", { timeout: 300_000 }, async () => {
    const issued = await place.run(["issue", plan42, "--as", "ubnd-tinh:vice_chair:Trần Văn Minh", "--json"]);
    expect(issued.code).toBe(0);

    const told = await place.run(["figures", "--plan", "kh-42-2017", "--by", "agency", "--json"]);
    expect(told.error).toBe("");
    const figures = JSON.parse(told.out);
    expect(figures.total.assignments.overdue).toBeGreaterThan(0);
    expect(figures.lines.length).toBeGreaterThan(10);
    const printed = await place.run(["figures", "--plan", "kh-42-2017", "--by", "agency"]);
    expect(printed.out).toContain("Tỷ lệ hoàn thành trong số đã xong hoặc đã quá hạn");
    expect(printed.out).toContain("Công an tỉnh");

    // Issued today, so that nothing of it was recorded in 2018.
    const then = await place.run(["figures", "--as-of", "1/6/2018", "--json"]);
    expect(Object.values<number>(JSON.parse(then.out).total.assignments).every((count) => count === 0)).toBe(
      true,
    );
    const future = await place.run(["figures", "--as-of", "1/1/2200", "--json"]);
    expect([future.code, JSON.parse(future.error).error.code]).toEqual([2, "request_invalid"]);
    const unknown = await place.run(["figures", "--plan", "kh-99", "--json"]);
    expect([unknown.code, JSON.parse(unknown.error).error.code]).toEqual([2, "unknownPlan"]);

    const police = ["--as", "cong-an-tinh:clerk:Nguyễn Văn Bình"];
    const january = ["report", "kh-42-2017", "--period", "2017-01", ...police];
    const reported = await place.run([...january, "--input", "vu_khoi_to", "--value", "3"]);
    expect(reported.out).toContain("Đã ghi nhận vu_khoi_to, kỳ 2017-01: 3");
    expect((await place.run([...january, "--input", "vu_tiep_nhan", "--value", "4"])).code).toBe(0);
    const corrected = await place.run([...january, "--input", "vu_tiep_nhan", "--value", "5", "--json"]);
    expect([corrected.code, JSON.parse(corrected.out).code]).toEqual([1, "reason_required"]);
    const neither = await place.run([...january, "--input", "vu_tiep_nhan", "--json"]);
    expect([neither.code, JSON.parse(neither.error).error.code]).toEqual([2, "valueMissing"]);
    const targets = await place.run(["targets", "kh-42-2017"]);
    expect(targets.out).toContain("Kế hoạch yêu cầu 100 %: chưa đủ dữ liệu");
    const target = await place.run(["target", "kh-42-2017", "khoi-to-dieu-tra"]);
    expect(target.out).toContain("vu_khoi_to / vu_tiep_nhan = 3 / 4");
    const unknownTarget = await place.run(["target", "kh-42-2017", "khong-co", "--json"]);
    expect([unknownTarget.code, JSON.parse(unknownTarget.error).error.code]).toEqual([2, "unknownTarget"]);

    for (const kind of ["agencies", "tasks", "letters"]) {
      const written = await place.run(["sheet", kind, "--out", "sheets", "--json"]);
      expect(written.error).toBe("");
      expect(JSON.parse(written.out).files.length).toBeGreaterThan(kind === "letters" ? 10 : 1);
    }
    const files = readdirSync(join(place.directory, "sheets"));
    expect(files.filter((file) => file.startsWith("don-doc-cong-an-tinh-"))).toHaveLength(1);
    for (const file of files)
      expect(
        readFileSync(join(place.directory, "sheets", file))
          .subarray(0, 2)
          .toString(),
      ).toBe("PK");
    const again = await place.run(["sheet", "tasks", "--out", "sheets", "--json"]);
    expect([again.code, JSON.parse(again.error).error.code]).toEqual([2, "fileExists"]);
    const odd = await place.run(["sheet", "other", "--out", "sheets", "--json"]);
    expect([odd.code, JSON.parse(odd.error).error.code]).toEqual([2, "unknownSheet"]);
  });
});
