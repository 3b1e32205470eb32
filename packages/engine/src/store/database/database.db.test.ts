// Both engines answer alike: types as text, transactions, hot statements.
import { sql } from "kysely";
import { expect, test } from "vitest";
import { eachDatabase, onDatabase } from "../../../testing/test-databases.ts";
import { hot } from "./hot-statement.ts";

eachDatabase("an open database", (open, engine) => {
  test("gives what a number or a Date would round as text", async () => {
    const { kysely } = await open();
    const { rows } =
      await sql`select 9007199254740993::int8 as big, 1.10::numeric as exact, date '2017-02-28' as day,
      timestamptz '2017-02-28 10:00:00.123456+07' as instant, timestamp '2017-02-28 10:00:00' as local,
      interval '1 day 2 hours' as span, array[9007199254740993::int8, null] as bigs, array[date '2017-02-28'] as days,
      array[timestamptz '2017-02-28 10:00:00+07'] as instants, array[1.10::numeric] as exacts`.execute(
        kysely,
      );
    expect(rows).toEqual([
      {
        big: "9007199254740993",
        exact: "1.10",
        day: "2017-02-28",
        instant: "2017-02-28 03:00:00.123456+00",
        local: "2017-02-28 10:00:00",
        span: "1 day 02:00:00",
        bigs: ["9007199254740993", null],
        days: ["2017-02-28"],
        instants: ["2017-02-28 03:00:00+00"],
        exacts: ["1.10"],
      },
    ]);
  });

  test("takes arrays of text, numbers and missing values as one parameter each", async () => {
    const { kysely } = await open();
    const { rows } = await kysely.executeQuery(
      hot(
        "select * from unnest($1::text[], $2::int8[], $3::date[], $4::bool[]) as given (word, big, day, flag)",
        [
          ["Sở Nội vụ", 'a "b", {c}', null],
          [9007199254740993n, 2, null],
          ["2017-02-28", null, "2017-12-31"],
          [true, null, false],
        ],
      ),
    );
    expect(rows).toEqual([
      { word: "Sở Nội vụ", big: "9007199254740993", day: "2017-02-28", flag: true },
      { word: 'a "b", {c}', big: "2", day: null, flag: null },
      { word: null, big: null, day: "2017-12-31", flag: false },
    ]);
  });

  test("knows Vietnamese letters beyond ASCII", async () => {
    const { kysely } = await open();
    const { rows } = await sql`select lower('ĐỘI SỞ Ủ') as low, length('Sở') as long`.execute(kysely);
    expect(rows).toEqual([{ low: "đội sở ủ", long: 2 }]);
  });

  test("keeps a transaction apart from what runs beside it", async () => {
    const { kysely } = await open();
    await sql`create table tally (n int4)`.execute(kysely);
    const failed = kysely.transaction().execute(async (transaction) => {
      await sql`insert into tally values (1)`.execute(transaction);
      throw new Error("undo");
    });
    const beside = sql`insert into tally values (2)`.execute(kysely);
    await expect(failed).rejects.toThrow("undo");
    await beside;
    const { rows } = await sql`select n from tally`.execute(kysely);
    expect(rows).toEqual([{ n: 2 }]);
  });

  test("closes after what runs, and leaves nobody waiting", async () => {
    const database = await open();
    const { kysely } = database;
    await sql`create table tally (n int4)`.execute(kysely);
    const insert = (n: number, delayMs: number) =>
      kysely.transaction().execute(async (transaction) => {
        await sql`insert into tally values (${n})`.execute(transaction);
        await new Promise((resolve) => setTimeout(resolve, delayMs));
        await sql`insert into tally values (${n})`.execute(transaction);
        return n;
      });
    const running = insert(1, 200);
    const waiting = Array.from({ length: 20 }, (_, n) => insert(n + 2, 0));
    const reading = sql`select n from tally`.execute(kysely);
    const ended = Promise.allSettled([running, ...waiting, reading]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const closing = database.close();
    const late = Promise.allSettled([insert(99, 0), sql`select 1`.execute(kysely)]);
    await closing;
    expect((await ended)[0]).toEqual({ status: "fulfilled", value: 1 });
    for (const result of await late) expect(result.status).toBe("rejected");
    await expect(sql`select 1`.execute(kysely)).rejects.toThrow();
  });

  test("says which engine runs it, and has no directory", async () => {
    const database = await open();
    expect(database).toMatchObject({ engine, instanceId: null, directory: null });
    await database.announce("http://127.0.0.1:1");
    await database.vacuum();
    await database.close();
    await database.close();
  });

  test("starts empty when asked, with the engine's tables otherwise", async () => {
    const there = async (empty: boolean) => {
      await using database = await open({ empty });
      const { rows } = await sql<{
        there: boolean;
      }>`select to_regclass('kehoach.migration') is not null as there`.execute(database.kysely);
      return rows[0]?.there;
    };
    expect(await there(true)).toBe(false);
    expect(await there(false)).toBe(true);
  });
});

onDatabase("postgresql", "hot statements", (open) => {
  test("are prepared once by name; other texts are not", async () => {
    const { kysely } = await open();
    const count =
      "select count(*)::int4 as n from pg_prepared_statements where statement like '%3 as marked%'";
    await kysely.connection().execute(async (connection) => {
      for (const n of [1, 2, 3]) {
        const { rows } = await connection.executeQuery(hot("select $1::int4 as n, 3 as marked", [n]));
        expect(rows).toEqual([{ n, marked: 3 }]);
        await sql`select ${n}::int4 as n, 3 as marked, 4 as plain`.execute(connection);
      }
      const { rows } = await sql.raw(count).execute(connection);
      // The counting text itself holds the words it looks for, but runs unnamed.
      expect(rows).toEqual([{ n: 1 }]);
    });
  });
});
