// An index that finds the due wake-ups of one plan, which go before every command to it.

import { sql } from "kysely";
import type { HostTransaction } from "../../engine/engine.ts";

export const wakeUpsOfAPlan = {
  id: "002-wake-ups-of-a-plan",
  async up(trx: HostTransaction): Promise<void> {
    await sql
      .raw(
        `create index assignment_plan_wake on kehoach.assignment (plan_id, wake_at) where wake_at is not null`,
      )
      .execute(trx);
  },
};
