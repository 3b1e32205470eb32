// Frozen reports: the canonical text of each, beside the ledger whose entry vouches for it.

import { sql } from "kysely";
import type { HostTransaction } from "../../engine/engine.ts";

export const frozenReports = {
  id: "006-frozen-reports",
  async up(trx: HostTransaction): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(trx);
  },
};

const statements = [
  // Agency null: of the plan, or in the register's ledger of the province, as a whole. Regime null: calendar periods.
  // Number counts the reports of one scope and period; the highest stands.
  `create table kehoach.report (
    plan_id uuid not null references kehoach.plan,
    id uuid not null,
    seq bigint not null check (seq > 0),
    agency text,
    regime text,
    period text not null,
    period_to date not null,
    number integer not null check (number > 0),
    digest text not null check (length(digest) = 64),
    body text not null,
    primary key (plan_id, id),
    unique (plan_id, seq),
    unique nulls not distinct (plan_id, agency, regime, period, number)
  )`,
  `create index report_id on kehoach.report (id)`,
  `create trigger append_only before update or delete on kehoach.report
    for each row execute function kehoach.refuse_change()`,
  `create trigger no_truncate before truncate on kehoach.report
    for each statement execute function kehoach.refuse_change()`,
] as const;
