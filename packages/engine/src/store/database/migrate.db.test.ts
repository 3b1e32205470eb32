// Migrations go forward, once each, whole or not at all, and never over what they do not know.
import { sql } from "kysely";
import { expect, test } from "vitest";
import { eachDatabase, onDatabase } from "../../../testing/test-databases.ts";
import { type Migration, migrate } from "./migrate.ts";
import { openDatabase } from "./open-database.ts";

const create = (table: string): Migration => ({
  id: `create-${table}`,
  up: async (transaction) => {
    await sql`create table kehoach.${sql.id(table)} (n int4)`.execute(transaction);
  },
});
const [one, two, three] = [create("one"), create("two"), create("three")] as const;
const code = (expected: string) => expect.objectContaining({ code: expected });

eachDatabase("migrations", (open) => {
  test("run in order, once each", async () => {
    const { kysely } = await open({ empty: true });
    expect(await migrate(kysely, [one, two])).toEqual(["create-one", "create-two"]);
    expect(await migrate(kysely, [one, two])).toEqual([]);
    expect(await migrate(kysely, [one, two, three])).toEqual(["create-three"]);
    const { rows } = await sql`select id, position from kehoach.migration order by position`.execute(kysely);
    expect(rows).toEqual([
      { id: "create-one", position: 0 },
      { id: "create-two", position: 1 },
      { id: "create-three", position: 2 },
    ]);
  });

  test("that fail leave nothing of themselves, and the steps before them in place", async () => {
    const { kysely } = await open({ empty: true });
    const broken: Migration = {
      id: "broken",
      up: async (transaction) => {
        await two.up(transaction);
        await sql`insert into kehoach.two values (1 / 0)`.execute(transaction);
      },
    };
    await expect(migrate(kysely, [one, broken])).rejects.toThrow(
      expect.objectContaining({
        code: "database_migration_failed",
        details: expect.objectContaining({ migration: "broken" }),
      }),
    );
    const there = await sql`select to_regclass('kehoach.one') is not null as one,
      to_regclass('kehoach.two') is not null as two`.execute(kysely);
    expect(there.rows).toEqual([{ one: true, two: false }]);
    expect(await migrate(kysely, [one, two])).toEqual(["create-two"]);
  });

  test("refuse a database that knows more than they do", async () => {
    const { kysely } = await open({ empty: true });
    await migrate(kysely, [one, two]);
    await expect(migrate(kysely, [one])).rejects.toThrow(
      expect.objectContaining({ code: "database_newer_than_engine", details: { unknown: ["create-two"] } }),
    );
  });

  test("refuse a list that was reordered, cut into or repeated", async () => {
    const { kysely } = await open({ empty: true });
    await migrate(kysely, [one, two]);
    for (const list of [
      [two, one],
      [three, one, two],
      [one, two, two],
    ]) {
      await expect(migrate(kysely, list)).rejects.toThrow(code("database_migrations_out_of_order"));
    }
  });
});

onDatabase("postgresql", "migrations of several nodes", (open) => {
  test("started together run once each, in turns", async () => {
    const { url } = await open({ empty: true });
    if (url === null) throw new Error("A server has a connection string.");
    const slow = (step: Migration): Migration => ({
      id: step.id,
      up: async (transaction) => {
        await step.up(transaction);
        await sql`select pg_sleep(0.05)`.execute(transaction);
      },
    });
    const nodes = await Promise.all([1, 2, 3, 4].map(() => openDatabase({ url, maxConnections: 1 })));
    const applied = await Promise.all(
      nodes.map(({ kysely }) => migrate(kysely, [slow(one), slow(two), slow(three)])),
    );
    await Promise.all(nodes.map((node) => node.close()));
    expect(applied.flat().sort()).toEqual(["create-one", "create-three", "create-two"]);
  });

  test("need no right to create once there is nothing to create", async () => {
    const { kysely } = await open({ empty: true });
    await migrate(kysely, [one]);
    await kysely.connection().execute(async (connection) => {
      await sql`create role reader`.execute(connection);
      await sql`grant usage on schema kehoach to reader`.execute(connection);
      await sql`grant select on kehoach.migration to reader`.execute(connection);
      await sql`set role reader`.execute(connection);
      expect(await migrate(connection, [one])).toEqual([]);
      await sql`reset role`.execute(connection);
      await sql`drop owned by reader`.execute(connection);
      await sql`drop role reader`.execute(connection);
    });
  });
});
