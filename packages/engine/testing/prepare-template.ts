// Puts the engine's tables into the databases that tests are copied from.
import type { Kysely } from "kysely";
import { migrate } from "../src/store/database/migrate.ts";
import { migrations } from "../src/store/migrations/index.ts";

export async function prepareTemplate<Tables>(kysely: Kysely<Tables>): Promise<void> {
  await migrate(kysely, migrations);
}
