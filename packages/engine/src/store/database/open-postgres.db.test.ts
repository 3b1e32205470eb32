// A server is refused unless it is there, fits, and keeps what it acknowledges.
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { administer } from "../../../testing/administer.ts";
import { startPostgres } from "../../../testing/postgres-server.ts";
import { onDatabase } from "../../../testing/test-databases.ts";
import { openDatabase } from "./open-database.ts";

const code = (expected: string) => expect.objectContaining({ code: expected });
const notDurable = (setting: string) =>
  expect.objectContaining({ code: "database_not_durable", details: { setting } });

/** The connection string of a test database; it has one on a server. */
async function urlOf(open: () => Promise<{ url: string | null }>): Promise<URL> {
  const { url } = await open();
  if (url === null) throw new Error("A server has a connection string.");
  return new URL(url);
}

onDatabase("postgresql", "a server", (open) => {
  test("that is not there, or lets nobody in, is unreachable; the password stays out of the message", async () => {
    const absent = await urlOf(open);
    absent.port = "1";
    const stranger = await urlOf(open);
    stranger.password = "wrong-secret";
    const missing = await urlOf(open);
    missing.pathname = "/no_such_database";
    for (const url of [absent.href, stranger.href, missing.href, "not a connection string"]) {
      const error = await openDatabase({ url }).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ code: "database_unreachable" });
      expect(JSON.stringify([error, String(error)])).not.toMatch(/wrong-secret/);
    }
  });

  test("that acknowledges a commit before it is on disk is refused", async () => {
    const url = await urlOf(open);
    await administer(url.href, `alter database ${url.pathname.slice(1)} set synchronous_commit to off`);
    await expect(openDatabase({ url: url.href })).rejects.toThrow(notDurable("synchronous_commit"));
  });

  test("whose texts are not Unicode is refused", async () => {
    const url = await urlOf(open);
    const name = `${url.pathname.slice(1)}_ascii`;
    await administer(
      url.href,
      `create database ${name} template template0 encoding 'SQL_ASCII' locale 'C' locale_provider libc`,
    );
    try {
      await expect(openDatabase({ url: `${url.href}_ascii` })).rejects.toThrow(code("database_unsupported"));
    } finally {
      await administer(url.href, `drop database ${name} with (force)`);
    }
  });

  test("set to other dates and zones answers the same", async () => {
    const url = await urlOf(open);
    const name = url.pathname.slice(1);
    await administer(url.href, `alter database ${name} set timezone to 'Asia/Ho_Chi_Minh'`);
    await administer(url.href, `alter database ${name} set datestyle to 'German'`);
    await using database = await openDatabase({ url: url.href });
    const { rows } = await sql`select timestamptz '2017-03-01 00:30:00+07' as instant`.execute(
      database.kysely,
    );
    expect(rows).toEqual([{ instant: "2017-02-28 17:30:00+00" }]);
  });

  test("that breaks a connection amid a transaction fails that transaction and nothing else", async () => {
    const { kysely, url } = await open();
    const broken = kysely.transaction().execute(async (transaction) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(transaction);
      await administer(url ?? "", `select pg_terminate_backend(${rows[0]?.pid})`);
      await new Promise((resolve) => setTimeout(resolve, 100));
      await sql`select 1`.execute(transaction);
    });
    await expect(broken).rejects.toThrow();
    expect((await sql`select 1 as n`.execute(kysely)).rows).toEqual([{ n: 1 }]);
  });
});

describe("a server of its own", () => {
  test("that does not force data to disk is refused", async () => {
    for (const setting of ["fsync", "full_page_writes"]) {
      const server = await startPostgres({ settings: { [setting]: "off" } });
      try {
        await expect(openDatabase({ url: server.url })).rejects.toThrow(notDurable(setting));
      } finally {
        await server.stop();
      }
    }
  });
});
