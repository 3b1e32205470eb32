// The schema as the database has it: keys that can be sharded by plan, and tables that only grow.

import { sql } from "kysely";
import { expect, it } from "vitest";
import { sampleEngine } from "../../../testing/sample-engine.ts";
import { eachDatabase } from "../../../testing/test-databases.ts";
import type { Connection } from "../connection.ts";

const uniqueKeys = sql<{ name: string; first: string }>`
  select c.relname as name, a.attname as first
  from pg_index i
    join pg_class c on c.oid = i.indexrelid
    join pg_class t on t.oid = i.indrelid
    join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
  where t.relnamespace = 'kehoach'::regnamespace and t.relname <> 'migration' and i.indisunique
  order by c.relname`;

eachDatabase("the schema", (open) => {
  it("begins every primary key and unique constraint with plan_id", async () => {
    const { kysely } = await open();
    const { rows } = await uniqueKeys.execute(kysely);
    expect(rows.length).toBeGreaterThanOrEqual(8);
    expect(rows.filter((key) => key.first !== "plan_id")).toEqual([]);
  });

  it("lets nobody change, delete or truncate what is recorded", async () => {
    const { engine, find, send } = await sampleEngine(open);
    const strategy = await find("strategy");
    await send(
      strategy,
      "accept",
      { id: "a", name: "a", agency: "police", roles: ["head"] },
      { note: "Đã nhận" },
    );
    const attempts = [
      "update kehoach.entry set actor = actor",
      "delete from kehoach.entry",
      "truncate kehoach.entry cascade",
      "update kehoach.plan_version set source_text = source_text",
      "delete from kehoach.plan_version",
      "truncate kehoach.plan_version cascade",
      "update kehoach.register_document set document = document",
      "delete from kehoach.register_document",
      "truncate kehoach.register_document cascade",
      "update kehoach.erasable_text set body = 'Khác'",
      "update kehoach.erasable_text set body = null, salt = '00'",
      "delete from kehoach.erasable_text",
      "truncate kehoach.erasable_text cascade",
    ];
    for (const statement of attempts)
      expect(await stateOf(engine.database.kysely, statement), statement).toBe("23001");
    expect(await stateOf(engine.database.kysely, "update kehoach.erasable_text set body = null")).toBe(
      "00000",
    );
  });
});

/** The SQLSTATE a statement ends with. */
async function stateOf(connection: Connection, statement: string): Promise<string> {
  try {
    await sql.raw(statement).execute(connection);
    return "00000";
  } catch (error) {
    return error instanceof Error && "code" in error ? String(error.code) : String(error);
  }
}
