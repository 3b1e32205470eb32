// Files as evidence: what an entry says of each file, and the contents of those that lie in the database.

import { sql } from "kysely";
import type { HostTransaction } from "../../engine/engine.ts";

export const evidenceFiles = {
  id: "003-evidence-files",
  async up(trx: HostTransaction): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(trx);
  },
};

const statements = [
  // One row for each file of an entry. Erased: everything a person could learn from is null.
  `create table kehoach.evidence_file (
    plan_id uuid not null references kehoach.plan,
    digest text not null check (length(digest) = 64),
    seq bigint not null check (seq > 0),
    salt text not null,
    content text check (length(content) = 64),
    name text,
    type text,
    size bigint check (size > 0),
    primary key (plan_id, digest),
    check (num_nulls(content, name, type, size) in (0, 4))
  )`,
  `create index evidence_file_entry on kehoach.evidence_file (plan_id, seq)`,
  `create index evidence_file_content on kehoach.evidence_file (plan_id, content) where content is not null`,

  // Content lower-case hex SHA-256 of the bytes. What lies in a folder has no row here.
  `create table kehoach.evidence_content (
    plan_id uuid not null references kehoach.plan,
    content text not null check (length(content) = 64),
    bytes bytea not null,
    primary key (plan_id, content)
  )`,
  // Such files are packed already: packing them again only costs.
  `alter table kehoach.evidence_content alter column bytes set storage external`,

  `create function kehoach.only_erase_file() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' and new.content is null and new.plan_id = old.plan_id and new.digest = old.digest
        and new.seq = old.seq and new.salt = old.salt then
        return new;
      end if;
      raise exception 'an attached file can only be erased' using errcode = 'restrict_violation';
    end $$`,
  `create trigger only_erase before update or delete on kehoach.evidence_file
    for each row execute function kehoach.only_erase_file()`,
  `create trigger no_truncate before truncate on kehoach.evidence_file
    for each statement execute function kehoach.refuse_change()`,

  `create function kehoach.only_unused() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' and not exists (select 1 from kehoach.evidence_file f
        where f.plan_id = old.plan_id and f.content = old.content) then
        return old;
      end if;
      raise exception 'the content of an attached file goes only with its last erasure'
        using errcode = 'restrict_violation';
    end $$`,
  `create trigger only_unused before update or delete on kehoach.evidence_content
    for each row execute function kehoach.only_unused()`,
  `create trigger no_truncate before truncate on kehoach.evidence_content
    for each statement execute function kehoach.refuse_change()`,
] as const;
