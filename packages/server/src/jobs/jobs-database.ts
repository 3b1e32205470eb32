// The engine's database as the job queue's: one pool, and on PGlite the one connection there is.

import type { Engine } from "@kehoach/engine";
import { type Db, fromKysely } from "pg-boss";
import { splitStatements } from "./split-statements.ts";

/** The queue sends texts of several statements and expects all their rows. Such a text runs as one transaction, as
 *  PostgreSQL itself would run it. */
export function jobsDatabase(kysely: Engine["database"]["kysely"]): Db {
  return {
    async executeSql(text, values = []) {
      const statements = values.length > 0 ? [text] : splitStatements(text);
      if (statements.length === 1) return fromKysely(kysely).executeSql(text, values);
      return kysely.transaction().execute(async (transaction) => {
        const inside = fromKysely(transaction);
        const rows = [];
        for (const statement of statements) {
          if (/^(begin|commit)$/i.test(statement)) continue;
          rows.push(...(await inside.executeSql(statement, [])).rows);
        }
        return { rows };
      });
    },
  };
}
