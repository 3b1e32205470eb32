// A data directory keeps what was acknowledged, knows who wrote it, and is never started afresh by mistake.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startLineProcess } from "../../../testing/line-process.ts";
import { prepareTemplate } from "../../../testing/prepare-template.ts";
import { testTemplate } from "../../../testing/test-databases.ts";
import { postgresqlMajor } from "./data-directory.ts";
import { openDatabase, readLock } from "./open-database.ts";
import { openDirectory, openMemory } from "./open-pglite.ts";

let folder: string;
let directory: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kehoach-data-"));
  directory = join(folder, "data");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Opens the directory, made from a template if it is new: quicker than from nothing. */
const open = async () => openDirectory(directory, { template: await testTemplate() });

const markerFile = () => join(directory, "kehoach.json");
const readMarker = () => JSON.parse(readFileSync(markerFile(), "utf8"));
const changeMarker = (change: object) =>
  writeFileSync(markerFile(), JSON.stringify({ ...readMarker(), ...change }));
const code = (expected: string) => expect.objectContaining({ code: expected });

describe("a data directory", () => {
  test("is on disk, with fsync, when a commit is acknowledged", async () => {
    await using database = await open();
    const { rows } =
      await sql`select current_setting('fsync') as fsync, current_setting('wal_sync_method') as method,
      current_setting('synchronous_commit') as commit, current_setting('server_version_num')::int4 / 10000 as major`.execute(
        database.kysely,
      );
    expect(rows).toEqual([{ fsync: "on", method: "fsync", commit: "on", major: Number(postgresqlMajor) }]);

    await sql`create table tally (n int4)`.execute(database.kysely);
    for (let n = 0; n < 5; n += 1) {
      const before = database.syncs();
      await sql`insert into tally values (${n})`.execute(database.kysely);
      expect(database.syncs()).toBeGreaterThan(before);
    }
    const before = database.syncs();
    await sql`select * from tally`.execute(database.kysely);
    expect(database.syncs()).toBe(before);
    await database.vacuum();
    expect(database.syncs()).toBeGreaterThan(before);
  });

  test("keeps rows and identity, under every path that leads to it", async () => {
    await using first = await open();
    const { instanceId } = first;
    expect(instanceId).toMatch(/^[0-9a-f-]{36}$/);
    await sql`create table tally (n int4)`.execute(first.kysely);
    await sql`insert into tally values (1)`.execute(first.kysely);

    const alias = join(folder, "alias");
    symlinkSync(directory, alias, "junction");
    await expect(openDatabase({ directory: alias })).rejects.toThrow(code("data_directory_in_use"));
    await first.announce("http://127.0.0.1:4242");
    expect(await readLock(alias)).toMatchObject({
      pid: process.pid,
      address: "http://127.0.0.1:4242",
      alive: true,
    });
    await first.close();
    expect(await readLock(directory)).toBeNull();
    expect(await readLock(join(folder, "nowhere", "at", "all"))).toBeNull();

    await using second = await openDatabase({ directory: alias });
    expect(second).toMatchObject({ instanceId, directory: first.directory, engine: "pglite" });
    expect((await sql`select n from tally`.execute(second.kysely)).rows).toEqual([{ n: 1 }]);
  });

  test("is closed to other users of the machine", async () => {
    mkdirSync(directory, { mode: 0o755 });
    await using _ = await open();
    if (process.platform !== "win32") expect(statSync(directory).mode & 0o777).toBe(0o700);
  });

  test("has one holder among processes, and loses nothing when that one is killed", async () => {
    const holder = startLineProcess("./directory-holder.ts", directory);
    expect(await holder.next()).toBe("open");
    await using second = startLineProcess("./directory-holder.ts", directory);
    expect(await second.next()).toBe("data_directory_in_use");
    await expect(openDatabase({ directory })).rejects.toThrow(
      expect.objectContaining({ details: expect.objectContaining({ pid: holder.pid }) }),
    );
    for (let n = 1; n <= 20; n += 1) expect(await holder.ask(String(n))).toBe(String(n));
    await holder.kill();
    // What a loss of power can leave behind; PostgreSQL would refuse to start with it.
    writeFileSync(join(directory, "postmaster.pid"), "");

    await using after = await openDatabase({ directory });
    const { rows } = await sql`select count(*)::int4 as rows, max(n) as last from tally`.execute(
      after.kysely,
    );
    expect(rows).toEqual([{ rows: 20, last: 20 }]);
  });

  test("is made anew when its first making was interrupted, whenever that was", {
    timeout: 120_000,
  }, async () => {
    for (const afterMs of [300, 700, 1100, 1500]) {
      const maker = startLineProcess("./directory-holder.ts", directory);
      await pause(afterMs);
      await maker.kill();
    }
    const note = join(directory, ".kehoach-initialising");
    const database = await openDatabase({ directory });
    await sql`create table fresh (n int4)`.execute(database.kysely);
    await database.close();
    expect(existsSync(note)).toBe(false);

    // Interrupted a moment before the end: everything there but the marker.
    rmSync(markerFile());
    writeFileSync(note, "");
    await using again = await open();
    expect(again.instanceId).not.toBe(database.instanceId);
    await sql`create table fresh (n int4)`.execute(again.kysely);
    expect(existsSync(note)).toBe(false);
  });

  test("counts as made only after its preparation", async () => {
    const prepare = async () => {
      throw new Error("no tables today");
    };
    await expect(openDatabase({ directory, prepare })).rejects.toThrow("no tables today");
    expect(existsSync(markerFile())).toBe(false);
    expect(await readLock(directory)).toBeNull();
    await using database = await openDatabase({ directory, prepare: prepareTemplate });
    expect(readMarker()).toMatchObject({ tables: true, instanceId: database.instanceId });
  });

  test("starts from a template", async () => {
    await using source = await openMemory({ template: await testTemplate() });
    await sql`create table tally (n int4)`.execute(source.kysely);
    await sql`insert into tally values (7)`.execute(source.kysely);
    const template = await source.pglite.dumpDataDir("none");
    await using copy = await openDatabase({ directory, template });
    expect((await sql`select n from tally`.execute(copy.kysely)).rows).toEqual([{ n: 7 }]);
    expect(copy.instanceId).toMatch(/^[0-9a-f-]{36}$/);
  });

  describe("is refused", () => {
    test("when another major version wrote it, naming what moves the data", async () => {
      await (await open()).close();
      changeMarker({ engine: "7.2.1" });
      await expect(openDatabase({ directory })).rejects.toThrow(
        expect.objectContaining({
          code: "data_directory_other_version",
          message: expect.stringMatching(/npx kehoach@7\.2\.1 export <file> .*kehoach import <file>/),
          vi: expect.stringMatching(/npx kehoach@7\.2\.1 export <tệp> .*kehoach import <tệp>/),
        }),
      );
      changeMarker({ engine: "0.0.9" });
      await (await openDatabase({ directory })).close();
      writeFileSync(join(directory, "PG_VERSION"), "17\n");
      await expect(openDatabase({ directory })).rejects.toThrow(
        expect.objectContaining({
          code: "data_directory_other_version",
          details: expect.objectContaining({ what: "postgresql", found: "17", expected: postgresqlMajor }),
        }),
      );
      expect(await readLock(directory)).toBeNull();
    });

    test("when its tables, its marker or its files are gone", async () => {
      const opened = await open();
      await sql`drop schema kehoach cascade`.execute(opened.kysely);
      await opened.close();
      await expect(openDatabase({ directory, prepare: prepareTemplate })).rejects.toThrow(
        code("data_directory_damaged"),
      );

      const marker = readFileSync(markerFile(), "utf8");
      writeFileSync(markerFile(), marker.slice(0, 20));
      await expect(openDatabase({ directory })).rejects.toThrow(code("data_directory_damaged"));
      rmSync(markerFile());
      await expect(openDatabase({ directory })).rejects.toThrow(code("data_directory_foreign"));

      writeFileSync(markerFile(), marker);
      rmSync(join(directory, "PG_VERSION"));
      await expect(openDatabase({ directory })).rejects.toThrow(code("data_directory_damaged"));
      writeFileSync(join(directory, "PG_VERSION"), `${postgresqlMajor}\n`);
      rmSync(join(directory, "global", "pg_control"));
      await expect(openDatabase({ directory })).rejects.toThrow(code("data_directory_damaged"));
    });

    test("when somebody else's files are in it, which stay untouched", async () => {
      mkdirSync(directory);
      writeFileSync(join(directory, "thesis.txt"), "two years");
      await expect(openDatabase({ directory })).rejects.toThrow(code("data_directory_foreign"));
      writeFileSync(join(directory, ".kehoach-initialising"), "");
      await expect(openDatabase({ directory })).rejects.toThrow(code("data_directory_foreign"));
      expect(readFileSync(join(directory, "thesis.txt"), "utf8")).toBe("two years");
    });

    test("when the file system refuses it, or the options contradict each other", async () => {
      writeFileSync(directory, "a file in the way");
      await expect(openDatabase({ directory })).rejects.toThrow(code("data_directory_unusable"));
      const url = "postgres://127.0.0.1/x";
      await expect(openDatabase({ directory, url })).rejects.toThrow(code("database_options_invalid"));
      await expect(openDatabase({ url, template: new Blob([]) })).rejects.toThrow(
        code("database_options_invalid"),
      );
    });
  });
});
