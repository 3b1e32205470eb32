// One durable step without an engine: the same driver, one UPDATE and one INSERT in a transaction, and nothing else.

import type { PGlite } from "@electric-sql/pglite";
import pg from "pg";

const rows = 32_000;
const tables = `
  create table step (id integer primary key, version integer not null, state text not null);
  create table event (step_id integer not null, version integer not null, data text not null,
    primary key (step_id, version));
  insert into step select id, 0, 'open' from generate_series(0, ${rows - 1}) as id;`;
const updateText = "update step set version = version + 1, state = $2 where id = $1 returning version";
const insertText = "insert into event (step_id, version, data) values ($1, $2, $3)";

export interface BareSteps {
  step(caller: number, count: number): Promise<void>;
  /** Whether every step counted is there: as many events as the steps have versions. */
  verify(): Promise<boolean>;
  close(): Promise<void>;
}

/** Callers work on rows of their own: nobody waits for a row's lock. */
function rowOf(caller: number, count: number): number {
  return (caller * 101 + count * 7919) % rows;
}

function dataOf(caller: number, count: number): string {
  return JSON.stringify({ actor: `caller-${caller}`, percent: count % 101, note: "x".repeat(100) });
}

const verifyText = "select (select count(*) from event)::int = (select sum(version) from step)::int as whole";

/** Makes the tables in an empty database. */
export async function prepareBarePostgres(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(tables);
  await client.query("vacuum analyze");
  await client.end();
}

/** Named statements, so that the server plans each once per connection. */
export function barePostgres(url: string, connections: number): BareSteps {
  const pool = new pg.Pool({ connectionString: url, max: connections });
  // A connection that the server ends while it is idle is no fault of the measurement.
  pool.on("error", () => {});
  return {
    async step(caller, count) {
      const client = await pool.connect();
      try {
        await client.query("begin");
        const id = rowOf(caller, count);
        const { rows: updated } = await client.query<{ version: number }>({
          name: "update_step",
          text: updateText,
          values: [id, "open"],
        });
        const values = [id, updated[0]?.version, dataOf(caller, count)];
        await client.query({ name: "insert_event", text: insertText, values });
        await client.query("commit");
      } finally {
        client.release();
      }
    },
    verify: async () => (await pool.query<{ whole: boolean }>(verifyText)).rows[0]?.whole === true,
    close: () => pool.end(),
  };
}

/** On a PGlite of its own; its one connection takes the callers in turn. */
export async function barePglite(pglite: PGlite): Promise<BareSteps> {
  await pglite.exec(tables);
  await pglite.exec("vacuum analyze");
  return {
    step: (caller, count) =>
      pglite.transaction(async (transaction) => {
        const id = rowOf(caller, count);
        const { rows: updated } = await transaction.query<{ version: number }>(updateText, [id, "open"]);
        await transaction.query(insertText, [id, updated[0]?.version, dataOf(caller, count)]);
      }),
    verify: async () => (await pglite.query<{ whole: boolean }>(verifyText)).rows[0]?.whole === true,
    close: () => pglite.close(),
  };
}
