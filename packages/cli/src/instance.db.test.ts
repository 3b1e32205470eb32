// Holds the verbs that work on data, on a real data directory.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, it } from "vitest";
import { onDatabase } from "../../engine/testing/test-databases.ts";
import { type Ended, workplace } from "../testing/spawn-cli.ts";

const plan42 = fileURLToPath(new URL("../../../plans/kh-42-2017.yaml", import.meta.url));
const place = workplace();
afterAll(() => place[Symbol.dispose]());

const issuer = "ubnd-tinh:vice_chair:Trần Văn Minh";
const clerk = "cong-an-tinh:clerk:Lê Thị Hoa";
const assignment = "dieu-tra-co-ban@cong-an-tinh";

function answerOf({ out }: Ended) {
  return JSON.parse(out);
}

it("issues, advances, tells and verifies plan 42", { timeout: 300_000 }, async () => {
  const issued = await place.runApart(["issue", plan42, "--as", issuer, "--json"]);
  expect(issued.error).toBe("");
  expect(issued.code).toBe(0);
  expect(answerOf(issued)).toMatchObject({ issued: true, documentId: "kh-42-2017" });

  const again = await place.run(["issue", plan42, "--as", issuer, "--request", "again", "--json"]);
  expect(again.code).toBe(1);
  expect(answerOf(again)).toMatchObject({ issued: false, refusal: { code: "already_issued" } });

  const progress = ["do", "kh-42-2017", assignment, "progress", "--as", clerk, "--request", "r1", "--json"];
  const accepted = await place.run(progress);
  expect(answerOf(accepted)).toMatchObject({ accepted: true, repeated: false });
  expect(accepted.code).toBe(0);
  expect(answerOf(await place.run(progress))).toMatchObject({ accepted: true, repeated: true });

  // It was taken up by itself long ago.
  const refused = await place.run(["do", "kh-42-2017", assignment, "accept", "--as", clerk]);
  expect(refused.code).toBe(1);
  expect(refused.out).toContain("Chưa thực hiện được");
  expect(refused.out).toContain("Hiện có thể:");

  const told = await place.run(["history", "kh-42-2017", assignment, "--as", clerk, "--json"]);
  const entries: { type: string; source: string }[] = answerOf(told).items;
  expect(entries.filter(({ type }) => type === "progress")).toHaveLength(1);
  expect(entries.find(({ type }) => type === "progress")?.source).toBe("cli");

  const verified = await place.run(["verify", "kh-42-2017", "--export", "ledger.ndjson", "--json"]);
  expect(verified.code).toBe(0);
  const { reports, exported } = answerOf(verified);
  expect(reports).toMatchObject([{ intact: true, documentId: "kh-42-2017" }]);
  const lines = readFileSync(join(place.directory, "ledger.ndjson"), "utf8").trim().split("\n");
  expect(lines).toHaveLength(exported.entries);
  expect(reports[0].entries).toBe(lines.length);
});

it("previews an amendment, then amends, once", { timeout: 300_000 }, async () => {
  const text = readFileSync(plan42, "utf8");
  const amended = text.replace(/^nội dung: .*$/m, "nội dung: Kế hoạch 42 đã điều chỉnh");
  expect(amended).not.toBe(text);
  writeFileSync(join(place.directory, "amended.yaml"), amended);
  const amend = ["amend", "amended.yaml", "--document", "99/QĐ-UBND, 20/02/2017", "--as", issuer];
  const preview = await place.run([...amend, "--preview", "--lang", "en"]);
  expect(preview.out).toContain("changed in the plan itself (1)\n  title\n");
  expect(preview.out).toContain("nothing was stored");
  expect(preview.code).toBe(0);
  const done = await place.run([...amend, "--json"]);
  expect(answerOf(done)).toMatchObject({ amended: true, version: 2, changes: { dues: [], withdrawn: [] } });
  expect(answerOf(await place.run([...amend, "--json"]))).toMatchObject({ version: 2, repeated: true });
  const nothing = await place.run(["recompute", "kh-42-2017", "--as", issuer, "--json"]);
  expect(answerOf(nothing)).toMatchObject({ amended: false, refusal: { code: "changes_nothing" } });
  expect(nothing.code).toBe(1);
});

it("says what is not there", { timeout: 180_000 }, async () => {
  const plan = await place.run(["history", "kh-99", "--json"]);
  expect(plan.code).toBe(2);
  expect(JSON.parse(plan.error).error.code).toBe("unknownPlan");
  const none = await place.run(["do", "kh-42-2017", "no-such-task", "accept", "--as", clerk, "--json"]);
  expect(JSON.parse(none.error).error.code).toBe("unknownAssignment");
  const many = await place.run(["do", "kh-42-2017", "lap-ke-hoach", "accept", "--as", clerk, "--json"]);
  expect(JSON.parse(many.error).error.code).toBe("ambiguousAssignment");
});

it("does not let one person report and confirm", { timeout: 180_000 }, async () => {
  const document = "15/BC-CAT,20/01/2017";
  const submit = ["do", "kh-42-2017", assignment, "submit", "--as", "cong-an-tinh:head:Nguyễn Văn A"];
  const submitted = await place.run([
    ...submit,
    "--product",
    `bao-cao-dieu-tra-co-ban=${document}`,
    "--document",
    document,
    "--on-behalf-of",
    "Nguyễn Văn A,Giám đốc",
    "--json",
  ]);
  expect(submitted.out).toContain('"accepted": true');
  const confirmed = await place.run([
    "do",
    "kh-42-2017",
    assignment,
    "confirm",
    "--as",
    "van-phong-ubnd-tinh:office:Lan",
    "--json",
  ]);
  expect(confirmed.code).toBe(1);
  expect(answerOf(confirmed)).toMatchObject({ accepted: false, code: "own_work" });
});

onDatabase("postgresql", "the command line", (open) => {
  it("works on DATABASE_URL, where any number of processes may", { timeout: 180_000 }, async () => {
    const { url } = await open();
    const environment = { DATABASE_URL: url ?? "" };
    const issued = await place.run(["issue", plan42, "--as", issuer, "--json"], environment);
    expect(answerOf(issued)).toMatchObject({ issued: true });
    const both = await Promise.all([
      place.run(["do", "kh-42-2017", assignment, "progress", "--as", clerk, "--json"], environment),
      place.run(["verify", "--json"], environment),
    ]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    // A directory named on the command line goes before the environment.
    const elsewhere = await place.run(["list", "--data", "nowhere", "--json"], environment);
    expect(JSON.parse(elsewhere.error).error.code).toBe("noData");
  });
});
