// Moving data and anchoring ledgers from the command line, each command as a process of its own.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { onDatabase } from "../../engine/testing/test-databases.ts";
import { workplace } from "../testing/spawn-cli.ts";

const plan42 = fileURLToPath(new URL("../../../plans/kh-42-2017.yaml", import.meta.url));
const place = workplace();
afterAll(() => place[Symbol.dispose]());

const issuer = "ubnd-tinh:vice_chair:Trần Văn Minh";
const text = (name: string): string => readFileSync(join(place.directory, name), "utf8");

beforeAll(async () => {
  expect((await place.run(["issue", plan42, "--as", issuer, "--json"])).code).toBe(0);
  expect((await place.run(["export", "all.jsonl", "--json"])).code).toBe(0);
}, 300_000);

it("exports into a new file only, and imports it into a new directory", { timeout: 300_000 }, async () => {
  const over = await place.run(["export", "all.jsonl", "--json"]);
  expect([over.code, JSON.parse(over.error).error.code]).toEqual([2, "fileExists"]);
  const imported = await place.run(["import", "all.jsonl", "--data", "moved", "--json"]);
  expect([imported.code, imported.error]).toEqual([0, ""]);
  expect(JSON.parse(imported.out).heads).toMatchObject([
    { documentId: "register" },
    { documentId: "kh-42-2017" },
  ]);
  const again = await place.run(["import", "all.jsonl", "--data", "moved", "--json"]);
  expect([again.code, JSON.parse(again.error).error.code]).toEqual([2, "instance_not_empty"]);
  const verified = await place.run(["verify", "--data", "moved", "--json"]);
  expect(JSON.parse(verified.out).reports).toMatchObject([{ documentId: "kh-42-2017", intact: true }]);
});

it("tells a damaged file by its line, in the reader's language", { timeout: 180_000 }, async () => {
  const lines = text("all.jsonl").split("\n");
  place.write("damaged.jsonl", lines.with(9, (lines[9] ?? "").replace('"kind"', '"kinds"')).join("\n"));
  const vi = await place.run(["import", "damaged.jsonl", "--data", "new"]);
  expect([vi.code, vi.error.includes("dòng 10")]).toEqual([2, true]);
  const en = await place.run(["--lang", "en", "import", "damaged.jsonl", "--data", "new"]);
  expect([en.code, en.error.includes("line 10")]).toEqual([2, true]);
  // Nothing stood in the way of the whole one.
  expect((await place.run(["import", "all.jsonl", "--data", "new"])).code).toBe(0);
});

it("writes anchors, and verifies against them", { timeout: 180_000 }, async () => {
  const anchors = await place.run(["anchors"]);
  expect(anchors.code).toBe(0);
  const [anchor] = anchors.out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  place.write("anchors.jsonl", anchors.out);
  const held = await place.run(["verify", "--anchor", "anchors.jsonl", "--json"]);
  expect([held.code, JSON.parse(held.out).reports.length]).toEqual([0, 1]);
  const missing = { ...anchor, seq: anchor.seq + 1 };
  const elsewhere = { ...anchor, planId: "01890a5d-ac96-774b-bcce-b302099a8057", documentId: "kh-1" };
  place.write("others.jsonl", [missing, elsewhere].map((each) => `${JSON.stringify(each)}\n`).join(""));
  const found = await place.run(["verify", "--anchor", "others.jsonl", "--json"]);
  expect(found.code).toBe(1);
  expect(JSON.parse(found.out).reports).toMatchObject([
    { documentId: "kh-42-2017", fault: { code: "anchor_missing", seq: missing.seq } },
    { documentId: "kh-1", fault: { code: "anchored_plan_missing" } },
  ]);
  place.write("wrong.jsonl", "{}\n");
  const wrong = await place.run(["verify", "--anchor", "wrong.jsonl", "--json"]);
  expect([wrong.code, JSON.parse(wrong.error).error.code]).toEqual([2, "badAnchor"]);
});

it("says which server holds the data", { timeout: 300_000 }, async () => {
  await using server = place.begin("main.ts", ["serve", "--data", "moved", "--port", "0"]);
  await server.seen(/http:\/\/\S+/);
  for (const command of [
    ["export", "other.jsonl", "--data", "moved", "--json"],
    ["import", "all.jsonl", "--data", "moved", "--json"],
  ]) {
    const held = await place.run(command);
    expect([held.code, JSON.parse(held.error).error.code]).toEqual([2, "serverLacksRoute"]);
  }
});

onDatabase("postgresql", "moving to a server and back", (open) => {
  it("keeps every head", { timeout: 300_000 }, async () => {
    const { url } = await open();
    const environment = { DATABASE_URL: url ?? "" };
    const there = await place.run(["import", "all.jsonl", "--json"], environment);
    expect([there.code, there.error]).toEqual([0, ""]);
    expect((await place.run(["export", "back.jsonl", "--json"], environment)).code).toBe(0);
    const back = await place.run(["import", "back.jsonl", "--data", "back", "--json"]);
    expect(JSON.parse(back.out).heads).toEqual(JSON.parse(there.out).heads);
  });
});
