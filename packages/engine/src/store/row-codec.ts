// Rows of the database ↔ rows of the core. The database speaks snake_case JSON, the core camelCase.

import type { AssignmentRow, PlanRow } from "../execute/rows.ts";
import { canonicalJson } from "../ledger/canonical-json.ts";
import type { Entry } from "../ledger/entry.ts";

/** Columns of `kehoach.plan` as both drivers return them: bigint as text. */
export interface PlanRecord {
  plan_id: string;
  document_id: string;
  kind: PlanRow["kind"];
  state: PlanRow["state"];
  version: number;
  seq: string;
  head: string;
  last_at: string;
  wake_at: string | null;
  opened_through: string;
  suspended_since: string | null;
}

export function planOfRecord(record: PlanRecord): PlanRow {
  return {
    id: record.plan_id,
    documentId: record.document_id,
    kind: record.kind,
    state: record.state,
    version: Number(record.version),
    seq: Number(record.seq),
    head: record.head,
    lastAt: Number(record.last_at),
    wakeAt: record.wake_at === null ? null : Number(record.wake_at),
    openedThrough: Number(record.opened_through),
    suspendedSince: numberOrNull(record.suspended_since),
  };
}

export function recordOfPlan(row: PlanRow): Record<string, unknown> {
  return {
    plan_id: row.id,
    document_id: row.documentId,
    kind: row.kind,
    state: row.state,
    version: row.version,
    seq: row.seq,
    head: row.head,
    last_at: row.lastAt,
    wake_at: row.wakeAt,
    opened_through: row.openedThrough,
    suspended_since: row.suspendedSince,
  };
}

/** Columns of `kehoach.assignment`; numbers arrive as numbers from `row_to_json` and as text from a plain select. */
export interface AssignmentRecord {
  plan_id: string;
  id: string;
  task_id: string;
  agency_id: string;
  role: AssignmentRow["role"];
  of: string | null;
  occurrence: string;
  generation: number;
  previous: string | null;
  plan_version: number;
  lifecycle: string;
  snapshot: string;
  stage: string;
  category: AssignmentRow["category"];
  opened_at: string | number;
  due_at: string | number | null;
  due_on: string | null;
  soon_at: string | number | null;
  due_history: string;
  done_at: string | number | null;
  noticed: AssignmentRow["noticed"];
  wake_at: string | number | null;
  held: boolean;
  touched_at: string | number;
  seq: string | number;
}

export function assignmentOfRecord(record: AssignmentRecord): AssignmentRow {
  return {
    planId: record.plan_id,
    id: record.id,
    taskId: record.task_id,
    agencyId: record.agency_id,
    role: record.role,
    of: record.of,
    occurrence: record.occurrence,
    generation: Number(record.generation),
    previous: record.previous,
    planVersion: Number(record.plan_version),
    lifecycle: record.lifecycle,
    snapshot: JSON.parse(record.snapshot),
    stage: record.stage,
    category: record.category,
    openedAt: Number(record.opened_at),
    dueAt: numberOrNull(record.due_at),
    dueOn: record.due_on,
    soonAt: numberOrNull(record.soon_at),
    dueHistory: JSON.parse(record.due_history),
    doneAt: numberOrNull(record.done_at),
    noticed: record.noticed,
    wakeAt: numberOrNull(record.wake_at),
    held: record.held,
    touchedAt: Number(record.touched_at),
    seq: Number(record.seq),
  };
}

export function recordOfAssignment(row: AssignmentRow): AssignmentRecord {
  return {
    ...recordOfChange(row),
    task_id: row.taskId,
    agency_id: row.agencyId,
    role: row.role,
    of: row.of,
    occurrence: row.occurrence,
    generation: row.generation,
    previous: row.previous,
  };
}

/** The key, and what a command may change. */
export function recordOfChange(row: AssignmentRow): Omit<AssignmentRecord, FixedColumn> {
  return {
    plan_id: row.planId,
    id: row.id,
    plan_version: row.planVersion,
    lifecycle: row.lifecycle,
    snapshot: canonicalJson(row.snapshot),
    stage: row.stage,
    category: row.category,
    opened_at: row.openedAt,
    due_at: row.dueAt,
    due_on: row.dueOn,
    soon_at: row.soonAt,
    due_history: canonicalJson(row.dueHistory),
    done_at: row.doneAt,
    noticed: row.noticed,
    wake_at: row.wakeAt,
    held: row.held,
    touched_at: row.touchedAt,
    seq: row.seq,
  };
}

type FixedColumn = "task_id" | "agency_id" | "role" | "of" | "occurrence" | "generation" | "previous";

/** Columns of `kehoach.entry`. */
export interface EntryRecord {
  format: number;
  plan_id: string;
  seq: string | number;
  request_id: string;
  part: number;
  request_hash: string;
  recorded_at: string | number;
  effective_at: string | number;
  actor: string;
  on_behalf_of: string | null;
  agency: string | null;
  source: Entry["source"];
  plan_version: number;
  assignment_id: string | null;
  type: string;
  data: string;
  prev_hash: string;
  hash: string;
}

export function entryOfRecord(record: EntryRecord): Entry {
  return {
    format: Number(record.format) as 1,
    planId: record.plan_id,
    seq: Number(record.seq),
    requestId: record.request_id,
    part: Number(record.part),
    requestHash: record.request_hash,
    recordedAt: Number(record.recorded_at),
    effectiveAt: Number(record.effective_at),
    actor: record.actor,
    onBehalfOf: record.on_behalf_of,
    agency: record.agency,
    source: record.source,
    planVersion: Number(record.plan_version),
    assignmentId: record.assignment_id,
    type: record.type,
    data: record.data,
    prevHash: record.prev_hash,
    hash: record.hash,
  };
}

export function recordOfEntry(entry: Entry): EntryRecord {
  return {
    format: entry.format,
    plan_id: entry.planId,
    seq: entry.seq,
    request_id: entry.requestId,
    part: entry.part,
    request_hash: entry.requestHash,
    recorded_at: entry.recordedAt,
    effective_at: entry.effectiveAt,
    actor: entry.actor,
    on_behalf_of: entry.onBehalfOf,
    agency: entry.agency,
    source: entry.source,
    plan_version: entry.planVersion,
    assignment_id: entry.assignmentId,
    type: entry.type,
    data: entry.data,
    prev_hash: entry.prevHash,
    hash: entry.hash,
  };
}

function numberOrNull(value: string | number | null): number | null {
  return value === null ? null : Number(value);
}
