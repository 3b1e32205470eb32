// The first schema: plans, their versions, the ledger, live rows, erasable texts, the register, effects.

import { sql } from "kysely";
import type { HostTransaction } from "../../engine/engine.ts";

export const initialMigration = {
  id: "001-initial",
  // Every key of a plan-scoped table begins with plan_id, so that the database can be sharded by plan. Instants are
  // bigint microseconds since 1970 UTC; the views at the end show them as timestamps.
  async up(trx: HostTransaction): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(trx);
  },
};

const statements = [
  `create table kehoach.plan (
    plan_id uuid primary key,
    document_id text not null,
    kind text not null check (kind in ('plan', 'register')),
    state text not null check (state in ('in_force', 'suspended', 'withdrawn', 'ended')),
    version integer not null check (version > 0),
    seq bigint not null check (seq >= 0),
    head text not null check (length(head) = 64),
    last_at bigint not null,
    wake_at bigint,
    opened_through bigint not null
  )`,
  `create index plan_document on kehoach.plan (document_id)`,
  `create index plan_wake on kehoach.plan (wake_at) where wake_at is not null`,

  `create table kehoach.plan_version (
    plan_id uuid not null references kehoach.plan,
    version integer not null check (version > 0),
    source_text text not null,
    plan text not null,
    register text not null,
    source_hash text not null,
    plan_hash text not null,
    register_hash text not null,
    primary key (plan_id, version)
  )`,

  `create table kehoach.register_document (
    plan_id uuid not null references kehoach.plan,
    kind text not null check (kind in ('organisation', 'calendar', 'regime')),
    id text not null,
    valid_from date not null,
    source_text text not null,
    document text not null,
    hash text not null,
    primary key (plan_id, kind, id, valid_from)
  )`,

  `create table kehoach.entry (
    format smallint not null check (format = 1),
    plan_id uuid not null references kehoach.plan,
    seq bigint not null check (seq > 0),
    request_id text not null check (length(request_id) between 1 and 200),
    part integer not null check (part >= 0),
    request_hash text not null,
    recorded_at bigint not null,
    effective_at bigint not null check (effective_at <= recorded_at),
    actor text not null,
    on_behalf_of text,
    agency text,
    source text not null,
    plan_version integer not null,
    assignment_id uuid,
    type text not null,
    data text not null,
    prev_hash text not null,
    hash text not null,
    primary key (plan_id, seq),
    unique (plan_id, request_id, part)
  )`,
  `create index entry_assignment on kehoach.entry (plan_id, assignment_id, seq) where assignment_id is not null`,

  `create table kehoach.assignment (
    plan_id uuid not null references kehoach.plan,
    id uuid not null,
    task_id text not null,
    agency_id text not null check (agency_id <> ''),
    role text not null check (role in ('lead', 'coordinator')),
    "of" uuid,
    occurrence text not null,
    generation integer not null check (generation > 0),
    previous uuid,
    plan_version integer not null,
    lifecycle text not null,
    snapshot text not null,
    stage text not null check (stage <> ''),
    category text not null check (category in ('todo', 'active', 'waiting', 'blocked', 'done', 'cancelled')),
    opened_at bigint not null,
    due_at bigint,
    due_on date,
    soon_at bigint,
    due_history text not null,
    done_at bigint,
    noticed text not null check (noticed in ('nothing', 'due_soon', 'overdue')),
    wake_at bigint,
    held boolean not null,
    touched_at bigint not null,
    seq bigint not null,
    primary key (plan_id, id),
    unique nulls not distinct (plan_id, task_id, agency_id, role, "of", occurrence, generation),
    check ((role = 'lead') = ("of" is null)),
    check ((due_at is null) = (due_on is null))
  )`,
  `create index assignment_of on kehoach.assignment (plan_id, "of") where "of" is not null`,
  `create index assignment_agency on kehoach.assignment (plan_id, agency_id, category, due_at)`,
  `create index assignment_due on kehoach.assignment (due_at, id) where category not in ('done', 'cancelled')`,
  `create index assignment_agency_due on kehoach.assignment (agency_id, due_at, id)
    where category not in ('done', 'cancelled')`,
  `create index assignment_wake on kehoach.assignment (wake_at) where wake_at is not null`,

  `create table kehoach.erasable_text (
    plan_id uuid not null references kehoach.plan,
    digest text not null check (length(digest) = 64),
    salt text not null,
    body text,
    primary key (plan_id, digest)
  )`,

  `create table kehoach.effect (
    plan_id uuid not null references kehoach.plan,
    seq bigint not null,
    ordinal integer not null,
    kind text not null,
    agency text not null,
    reason text not null,
    assignment_id uuid not null,
    relayed_at bigint,
    primary key (plan_id, seq, ordinal)
  )`,
  `create index effect_pending on kehoach.effect (plan_id, seq) where relayed_at is null`,

  `create function kehoach.refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception 'kehoach.% is append-only', tg_table_name using errcode = 'restrict_violation';
    end $$`,
  ...["entry", "plan_version", "register_document"].flatMap((table) => [
    `create trigger append_only before update or delete on kehoach.${table}
      for each row execute function kehoach.refuse_change()`,
    `create trigger no_truncate before truncate on kehoach.${table}
      for each statement execute function kehoach.refuse_change()`,
  ]),
  `create function kehoach.only_erase() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' and new.body is null and new.plan_id = old.plan_id and new.digest = old.digest
        and new.salt = old.salt then
        return new;
      end if;
      raise exception 'a free text can only be erased' using errcode = 'restrict_violation';
    end $$`,
  `create trigger only_erase before update or delete on kehoach.erasable_text
    for each row execute function kehoach.only_erase()`,
  `create trigger no_truncate before truncate on kehoach.erasable_text
    for each statement execute function kehoach.refuse_change()`,

  `create view kehoach.assignment_for_people as
    select plan_id, id, task_id, agency_id, role, "of", occurrence, generation, stage, category, held, noticed, due_on,
      to_timestamp(opened_at / 1e6) as opened, to_timestamp(due_at / 1e6) as late_from,
      to_timestamp(done_at / 1e6) as done, to_timestamp(wake_at / 1e6) as wakes, seq
    from kehoach.assignment`,
  `create view kehoach.entry_for_people as
    select plan_id, seq, to_timestamp(recorded_at / 1e6) as recorded, to_timestamp(effective_at / 1e6) as effective,
      actor, on_behalf_of, agency, source, assignment_id, type, data::jsonb as data, hash
    from kehoach.entry`,
] as const;
