// Authorities to stand in for somebody become a kind of register document.

import { sql } from "kysely";
import type { HostTransaction } from "../../engine/engine.ts";

export const authoritiesInTheRegister = {
  id: "007-authorities",
  async up(trx: HostTransaction): Promise<void> {
    const table = "alter table kehoach.register_document";
    await sql.raw(`${table} drop constraint register_document_kind_check`).execute(trx);
    const kinds = "'organisation', 'calendar', 'regime', 'authorities'";
    await sql
      .raw(`${table} add constraint register_document_kind_check check (kind in (${kinds}))`)
      .execute(trx);
  },
};
