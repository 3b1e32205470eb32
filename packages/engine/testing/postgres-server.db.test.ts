// The server of the tests is a real one, survives what tests do to it, and never outlives its parent.
import { existsSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { openDatabase } from "../src/store/database/open-database.ts";
import { startLineProcess } from "./line-process.ts";
import { startPostgres } from "./postgres-server.ts";

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 150 && !condition(); tries += 1) await pause(100);
  expect(condition()).toBe(true);
}

test("keeps what was committed through an immediate stop, and leaves nothing after a stop", async () => {
  const server = await startPostgres();
  const database = await openDatabase({ url: server.url });
  await sql`create table tally (n int4)`.execute(database.kysely);
  await sql`insert into tally values (1)`.execute(database.kysely);
  const { pid } = server;
  await server.stopImmediate();
  expect(runs(pid)).toBe(false);
  await expect(sql`select n from tally`.execute(database.kysely)).rejects.toThrow();
  await server.restart();
  expect((await sql`select n from tally`.execute(database.kysely)).rows).toEqual([{ n: 1 }]);
  await server.restart();
  await database.close();
  await server.stop();
  expect(existsSync(server.directory)).toBe(false);
});

test("goes, with its folder, when its parent is killed", async () => {
  const parent = startLineProcess("./server-starter.ts");
  const { pid, directory }: { pid: number; directory: string } = JSON.parse(await parent.next());
  expect(runs(pid)).toBe(true);
  expect(existsSync(directory)).toBe(true);
  await parent.kill();
  await until(() => !runs(pid) && !existsSync(directory));
});
