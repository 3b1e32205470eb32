// Readings: for each plan what stands for an input, an agency, a period and a status; what stood before is in the ledger.

import { sql } from "kysely";
import type { HostTransaction } from "../../engine/engine.ts";

export const readings = {
  id: "005-readings",
  async up(trx: HostTransaction): Promise<void> {
    await sql
      .raw(
        `create table kehoach.reading (
          plan_id uuid not null references kehoach.plan,
          input text not null,
          agency text not null,
          period text not null,
          status text not null check (status in ('estimate', 'official')),
          first_day date not null,
          last_day date not null check (last_day >= first_day),
          value text,
          seq bigint not null check (seq > 0),
          recorded_at bigint not null,
          effective_at bigint not null,
          entered_by text not null,
          primary key (plan_id, input, agency, period, status)
        )`,
      )
      .execute(trx);
  },
};
