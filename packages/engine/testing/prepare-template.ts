// Puts the engine's tables into the databases that tests are copied from.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Kysely } from "kysely";
import { type Migration, migrate } from "../src/store/database/migrate.ts";

const list = new URL("../src/store/migrations/index.ts", import.meta.url);

export async function prepareTemplate<Tables>(kysely: Kysely<Tables>): Promise<void> {
  const { migrations }: { migrations: readonly Migration<Tables>[] } = existsSync(fileURLToPath(list))
    ? await import(list.href)
    : { migrations: [] };
  await migrate(kysely, migrations);
}
