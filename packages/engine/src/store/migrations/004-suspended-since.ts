// Since when a plan is suspended: when it goes on, its dues move by the working days in between.

import { sql } from "kysely";
import type { HostTransaction } from "../../engine/engine.ts";

export const suspendedSince = {
  id: "004-suspended-since",
  async up(trx: HostTransaction): Promise<void> {
    await sql.raw("alter table kehoach.plan add column suspended_since bigint").execute(trx);
  },
};
