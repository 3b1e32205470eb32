// Listening: on loopback, announced to other processes, with a clear word when the port is taken.

import { mkdtempSync, rmSync } from "node:fs";
import { createServer as createPlainServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createEngine, type Engine, readLock } from "@kehoach/engine";
import { afterAll, beforeAll, expect, it } from "vitest";
import { serve } from "./serve.ts";

let folder = "";
let directory = "";
let engine: Engine;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "kehoach-serve-"));
  directory = join(folder, "data");
  engine = await createEngine({ directory, sweepEvery: null });
});

afterAll(async () => {
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
});

it("answers on loopback and tells other processes where", async () => {
  await using serving = await serve({ engine, port: 0, prefix: "/kehoach/", adminDirectory: null });
  expect(serving.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/kehoach$/);
  const answer = await fetch(`${serving.address}/api/health`);
  expect(await answer.json()).toMatchObject({ ok: true });
  expect(await readLock(directory)).toMatchObject({ address: serving.address });
});

it("says in both languages that the port is taken, and by which setting to change it", async () => {
  const other = createPlainServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const bound = other.address();
  const port = typeof bound === "object" && bound !== null ? bound.port : 0;
  const trouble = await serve({ engine, port, adminDirectory: null }).catch((error: unknown) => error);
  expect(trouble).toMatchObject({ name: "EngineError", code: "port_taken", details: { port } });
  expect(trouble).toMatchObject({
    vi: expect.stringContaining("--port"),
    message: expect.stringContaining("PORT"),
  });
  await new Promise((resolve) => other.close(resolve));
});

it("ends open streams when it closes", async () => {
  const serving = await serve({
    engine,
    port: 0,
    adminDirectory: null,
    identify: async () => ({ id: "a", name: "A", agency: null, roles: ["auditor"] }),
  });
  const stream = await fetch(`${serving.address}/api/events`);
  const ended = stream.text();
  await serving.close();
  expect(await ended).toContain("retry:");
  await expect(fetch(`${serving.address}/api/health`)).rejects.toThrow();
});
