// Writes what a batch decided, by multi-row statements: entries, live rows, texts, effects.

import type { CompiledQuery } from "kysely";
import type { EffectDraft, ErasableText } from "../execute/decision.ts";
import type { ReadingRow } from "../execute/reading.ts";
import type { AssignmentRow, PlanRow } from "../execute/rows.ts";
import type { Entry } from "../ledger/entry.ts";
import {
  assignmentChanges,
  assignmentList,
  assignmentTypes,
  changeTypes,
  entryList,
  entryTypes,
  oneAssignment,
  oneAssignmentId,
  oneEntry,
  onePlan,
  onePlanId,
  parametersOf,
  planChanges,
  planChangeTypes,
  planColumns,
} from "./columns.ts";
import { type Connection, rowsOf } from "./connection.ts";
import { hot } from "./database/open-database.ts";
import { eraseFiles, type WrittenFile } from "./evidence/evidence-files.ts";
import { writeReadings } from "./readings.ts";
import { recordOfAssignment, recordOfChange, recordOfEntry, recordOfPlan } from "./row-codec.ts";

/** All that one transaction writes. */
export interface Changes {
  plans: Map<string, PlanRow>;
  opened: Map<string, AssignmentRow>;
  changed: Map<string, AssignmentRow>;
  /** By plan, then by `readingKey`. */
  readings: Map<string, Map<string, ReadingRow>>;
  entries: Entry[];
  texts: (ErasableText & { planId: string })[];
  files: WrittenFile[];
  erased: { planId: string; digest: string }[];
  effects: (EffectDraft & { planId: string; seq: number; ordinal: number })[];
}

export function noChanges(): Changes {
  return {
    plans: new Map(),
    opened: new Map(),
    changed: new Map(),
    readings: new Map(),
    entries: [],
    texts: [],
    files: [],
    erased: [],
    effects: [],
  };
}

const insertAssignments = `insert into kehoach.assignment (${assignmentList})
  select ${assignmentList} from json_to_recordset($1::json) as u(${assignmentTypes})`;

// One statement for the common case: one round trip, and the plan row is touched once however many entries there are.
// The limit is the number of rows there are: it only keeps the planner from expecting a hundred and reading the whole
// table for one.
const writeBatch = `with written as (
    insert into kehoach.entry (${entryList})
    select ${entryList} from json_to_recordset($1::json) as u(${entryTypes})
  ), moved as (
    update kehoach.assignment a set ${assignmentChanges}
    from (select * from json_to_recordset($2::json) as c(${changeTypes}) limit $4::int) u
    where a.plan_id = u.plan_id and a.id = u.id
  )
  update kehoach.plan p set ${planChanges}
  from json_to_recordset($3::json) as u(${planChangeTypes})
  where p.plan_id = u.plan_id`;

// The same for one entry about one assignment, what a lone caller writes: lists cost more than the rows in them.
const writeOne = `with written as (
    insert into kehoach.entry (${entryList}) values (${oneEntry})
  ), moved as (
    update kehoach.assignment set ${oneAssignment} where plan_id = ${onePlanId} and id = ${oneAssignmentId}
  )
  update kehoach.plan set ${onePlan} where plan_id = ${onePlanId}`;

const insertTexts = `insert into kehoach.erasable_text (plan_id, digest, salt, body)
  select plan_id, digest, salt, body
  from json_to_recordset($1::json) as u(plan_id uuid, digest text, salt text, body text)`;

const eraseTexts = `update kehoach.erasable_text t set body = null
  from json_to_recordset($1::json) as u(plan_id uuid, digest text)
  where t.plan_id = u.plan_id and t.digest = u.digest`;

const insertEffects = `insert into kehoach.effect (plan_id, seq, ordinal, kind, agency, reason, assignment_id)
  select plan_id, seq, ordinal, kind, agency, reason, assignment_id
  from json_to_recordset($1::json) as u(plan_id uuid, seq bigint, ordinal integer, kind text, agency text,
    reason text, assignment_id uuid)`;

export async function writeChanges(connection: Connection, changes: Changes): Promise<void> {
  if (changes.entries.length === 0) return;
  if (changes.opened.size > 0) {
    await rowsOf(
      connection,
      hot(insertAssignments, [json([...changes.opened.values()].map(recordOfAssignment))]),
    );
  }
  await rowsOf(connection, onlyOne(changes) ?? many(changes));
  for (const readings of changes.readings.values()) await writeReadings(connection, readings.values());
  if (changes.texts.length > 0) {
    const texts = changes.texts.map(({ planId, digest, salt, body }) => ({
      plan_id: planId,
      digest,
      salt,
      body,
    }));
    await rowsOf(connection, hot(insertTexts, [json(texts)]));
  }
  if (changes.erased.length > 0) {
    const erased = changes.erased.map(({ planId, digest }) => ({ plan_id: planId, digest }));
    await rowsOf(connection, hot(eraseTexts, [json(erased)]));
    await eraseFiles(connection, changes.erased);
  }
  if (changes.effects.length > 0) {
    const effects = changes.effects.map(({ planId, assignmentId, ...effect }) => ({
      plan_id: planId,
      assignment_id: assignmentId,
      ...effect,
    }));
    await rowsOf(connection, hot(insertEffects, [json(effects)]));
  }
}

function many(changes: Changes): CompiledQuery {
  return hot(writeBatch, [
    json(changes.entries.map(recordOfEntry)),
    json([...changes.changed.values()].map(recordOfChange)),
    json([...changes.plans.values()].map(recordOfPlan)),
    changes.changed.size,
  ]);
}

/** Null when there is more to write than one entry about one assignment. */
function onlyOne({ entries, changed, plans }: Changes): CompiledQuery | null {
  const [[entry], [assignment], [plan]] = [entries, [...changed.values()], [...plans.values()]];
  if (entries.length !== 1 || changed.size !== 1 || entry === undefined) return null;
  if (assignment === undefined || plan === undefined) return null;
  return hot(writeOne, parametersOf(recordOfEntry(entry), recordOfChange(assignment), recordOfPlan(plan)));
}

const insertPlan = `insert into kehoach.plan (${planColumns})
  select ${planColumns} from json_to_recordset($1::json) as u(plan_id uuid, document_id text, kind text, state text,
    version integer, seq bigint, head text, last_at bigint, wake_at bigint, opened_through bigint,
    suspended_since bigint)`;

/** Inserts a plan's row before its first entry. */
export async function insertPlanRow(connection: Connection, row: PlanRow): Promise<void> {
  await rowsOf(connection, hot(insertPlan, [json([recordOfPlan(row)])]));
}

function json(value: unknown): string {
  return JSON.stringify(value);
}
