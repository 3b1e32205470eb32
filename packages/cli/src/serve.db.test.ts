// Holds the running server beside the command line: one opening of the data, and a clear word for everybody else.

import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Running, workplace } from "../testing/spawn-cli.ts";

const plan42 = fileURLToPath(new URL("../../../plans/kh-42-2017.yaml", import.meta.url));
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

it("has no route to issue a plan, and the command says so with the address", async () => {
  const issued = await place.run(["issue", plan42, "--as", "ubnd-tinh:vice_chair:X", "--json"]);
  expect(issued.code).toBe(2);
  const { error } = JSON.parse(issued.error);
  expect(error.code).toBe("serverLacksRoute");
  expect(error.message).toContain(address);
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
