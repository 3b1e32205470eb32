// Holds the running server beside the command line: one opening of the data, and a clear word for everybody else.

import { createServer } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Running, workplace } from "../testing/spawn-cli.ts";

const place = workplace();
let server: Running;
let address: string;

beforeAll(async () => {
  server = place.begin("main.ts", ["serve", "--demo", "--port", "0", "--lang", "en"]);
  const [, found = ""] = await server.seen(/Ready: (\S+)/);
  address = found;
}, 180_000);

afterAll(async () => {
  await server.stop("SIGKILL");
  place[Symbol.dispose]();
});

it("answers where it says", async () => {
  const answer = await fetch(`${address}/api/health`);
  expect(await answer.json()).toMatchObject({ ok: true });
});

it("takes the commands of other processes", async () => {
  const listed = await place.run(["list", "--agency", "so-y-te", "--role", "lead"]);
  expect(listed.code).toBe(0);
  expect(listed.error).toContain(address);
  expect(listed.out).toContain("so-y-te");
  const sent = await place.run([
    "do",
    "kh-42-2017",
    "dieu-tra-co-ban@cong-an-tinh",
    "progress",
    "--note",
    "Đã khảo sát ba tuyến trọng điểm.",
    "--percent",
    "30",
    "--as",
    "cong-an-tinh:officer:Hoa",
    "--json",
  ]);
  expect(sent.error).toBe("");
  expect(JSON.parse(sent.out)).toMatchObject({ accepted: true });
});

it("lists, shows and verifies for them", async () => {
  const table = await place.run(["list", "--lang", "en", "--limit", "3"]);
  expect(table.out).toMatch(/^DUE +BUCKET +STATE +ID +TASK\n/);
  expect(table.out).toContain("use --limit for more");
  const listed = await place.run([
    "list",
    "--plan",
    "kh-42-2017",
    "--agency",
    "cong-an-tinh",
    "--open",
    "--json",
  ]);
  const items: { agency: { id: string }; stage: { category: string } }[] = JSON.parse(listed.out).items;
  expect(items.length).toBeGreaterThan(0);
  expect(new Set(items.map(({ agency }) => agency.id))).toEqual(new Set(["cong-an-tinh"]));
  expect(items.every(({ stage }) => !["done", "cancelled"].includes(stage.category))).toBe(true);
  const shown = await place.run(["show", "kh-42-2017"]);
  expect(shown.out).toContain("Kế hoạch 42/KH-UBND");
  expect(shown.out).toContain("Tình hình");
  place.write("taken.ndjson", "");
  const overwrite = await place.run(["verify", "kh-42-2017", "--export", "taken.ndjson", "--json"]);
  expect(JSON.parse(overwrite.error).error.code).toBe("fileExists");
  const verified = await place.run(["verify", "kh-42-2017", "--export", "ledger.ndjson", "--json"]);
  const { reports, exported } = JSON.parse(verified.out);
  expect(reports).toMatchObject([{ intact: true, entries: exported.entries }]);
});

it("passes a refusal on with its reason", async () => {
  const refused = await place.run([
    "do",
    "kh-42-2017",
    "dieu-tra-co-ban@cong-an-tinh",
    "confirm",
    "--as",
    "cong-an-tinh:officer:Hoa",
    "--json",
  ]);
  expect(refused.code).toBe(1);
  expect(JSON.parse(refused.out)).toMatchObject({ accepted: false, whoCould: expect.any(Array) });
});

it("says which identities a demo has", async () => {
  const nobody = await place.run([
    "do",
    "kh-42-2017",
    "-",
    "suspend",
    "--as",
    "cong-an-tinh:issuer:X",
    "--json",
  ]);
  expect(nobody.code).toBe(2);
  const { error } = JSON.parse(nobody.error);
  expect(error.code).toBe("noSuchIdentity");
  expect(error.message).toContain("cong-an-tinh:head");
});

it("issues, amends and erases for them, and says why not", { timeout: 120_000 }, async () => {
  const issuer = "ubnd-tinh:vice_chair:X";
  const text = `kehoach: 1
kind: plan
id: kh-99-2017
number: 99/KH-UBND
title: Kiểm kê tài sản công
issuer: ubnd-tinh
issued: 2017-01-20
signer: { name: Nguyễn Văn A, position: Phó Chủ tịch, capacity: KT. }
period: { from: 2017-01-01, to: 2017-12-31 }
organisation: to-chuc-nghe-an-2017
calendar: lich-vn-2017
conventions: { before: inclusive, accept_days: by_hand }
tasks:
  - { id: kiem-ke, title: Kiểm kê tài sản công, lead: so-tai-chinh, due: 2017-06-30 }
`;
  place.write("new.yaml", text);
  place.write("later.yaml", text.replace("2017-06-30", "2017-07-31"));
  const issued = await place.run(["issue", "new.yaml", "--as", issuer, "--lang", "en"]);
  expect(issued.out).toContain("Kiểm kê tài sản công");
  expect(issued.code).toBe(0);
  const amend = ["amend", "later.yaml", "--document", "120/QĐ-UBND,2017-01-25"];
  const refused = await place.run([...amend, "--as", "cong-an-tinh:head", "--json"]);
  expect([refused.code, JSON.parse(refused.error).error.code]).toEqual([2, "unknownPlan"]);
  const previewed = await place.run([...amend, "--preview", "--as", issuer, "--lang", "en"]);
  expect(previewed.out).toContain("30/06/2017 → 31/07/2017");
  const amended = await place.run([...amend, "--as", issuer, "--json"]);
  expect(JSON.parse(amended.out)).toMatchObject({ amended: true, version: 2, preview: false });
  const nothing = await place.run(["recompute", "kh-99-2017", "--preview", "--as", issuer, "--json"]);
  expect([nothing.code, JSON.parse(nothing.out).refusal.code]).toEqual([1, "changes_nothing"]);
  const erase = ["erase", "kh-99-2017", "0".repeat(64), "--reason", "Có dữ liệu cá nhân", "--json"];
  const none = await place.run([...erase, "--as", issuer]);
  expect([none.code, JSON.parse(none.out).code]).toEqual([1, "changes_nothing"]);
});

it("is not opened a second time", async () => {
  const second = await place.run(["serve", "--demo", "--port", "0", "--json"]);
  expect(second.code).toBe(2);
  const { error } = JSON.parse(second.error);
  expect(error.code).toBe("data_directory_in_use");
  expect(error.message).toContain(String(server.pid));
  expect(error.message).toContain(address);
});

it("finds a taken port before anything is opened", async () => {
  const { port } = new URL(address);
  const taken = await place.run(["serve", "--port", port, "--data", "other", "--json"]);
  expect(taken.code).toBe(2);
  expect(JSON.parse(taken.error).error.code).toBe("port_taken");
  const socket = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => socket.once("listening", resolve));
  const other = socket.address();
  const start = place.begin("start.ts", [
    "--data",
    "third",
    "--port",
    String(typeof other === "object" ? other?.port : 0),
  ]);
  const ended = await start.ended;
  socket.close();
  expect(ended.code).toBe(2);
  expect(ended.error).toContain("Cổng");
  expect(ended.error).toContain("Port");
});

it("stops cleanly when told, and gives the data free", { timeout: 300_000 }, async () => {
  const ended = await server.stop("SIGTERM");
  expect(ended.code).toBe(0);
  expect(ended.out).toContain("Stopped.");
  const here = await place.run(["list", "--limit", "1", "--json"]);
  expect(here.code).toBe(0);
  expect(JSON.parse(here.out).items).toHaveLength(1);
});
