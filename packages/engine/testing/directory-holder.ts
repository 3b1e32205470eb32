// A process that opens a data directory and adds a row to it for every line it is sent, for tests that kill it.
import { createInterface } from "node:readline";
import { sql } from "kysely";
import { EngineError } from "../src/engine-error.ts";
import { openDatabase } from "../src/store/database/open-database.ts";

const [directory = ""] = process.argv.slice(2);
try {
  const { kysely } = await openDatabase({
    directory,
    prepare: async (fresh) => {
      await sql`create table if not exists tally (n int4 not null)`.execute(fresh);
    },
  });
  console.log("open");
  for await (const line of createInterface({ input: process.stdin })) {
    await sql`insert into tally values (${Number(line)})`.execute(kysely);
    console.log(line);
  }
} catch (error) {
  if (!(error instanceof EngineError)) throw error;
  console.log(error.code);
}
