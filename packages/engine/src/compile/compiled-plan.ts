// What compiling gives: the machines to run, the agencies resolved, and what opens when.

import type { Calendar, CalendarPeriod, RegimeRule } from "../calendar/index.ts";
import type { Agency } from "../language/organisation-document.ts";
import type { CoordinatorDuty, DateText, Due, Lifecycle, Plan, Task } from "../language/plan.ts";
import type { TargetInput } from "../language/target-input.ts";
import type { Micros } from "../ledger/entry.ts";
import type { Measure } from "../measure/index.ts";
import type { Organisation } from "../organisation/index.ts";
import type { LifecycleMachine } from "./lifecycle-machine.ts";

export interface CompiledPlan {
  plan: Plan;
  lifecycles: ReadonlyMap<string, CompiledLifecycle>;
  tasks: ReadonlyMap<string, CompiledTask>;
  /** What agencies report, by id. */
  inputs: ReadonlyMap<string, CompiledInput>;
  /** The arithmetic of each target, by its id. */
  measures: ReadonlyMap<string, Measure>;
  /** Tasks of earlier versions that this one no longer has, as they were written last. */
  retired: ReadonlyMap<string, Task>;
  /** What opens, ordered by instant; those at issue first. */
  openings: readonly Opening[];
  calendar: Calendar;
  /** The agencies and groups as the plan is pinned to them. */
  organisation: Organisation<Agency>;
  /** The versions of the register's documents it is pinned to; null for a regime the plan does not name. */
  pinned: PinnedVersions;
  /** The day as of which groups were resolved. */
  asOf: DateText;
  /** Agencies only requested (courts, procuracy, vertical and mass bodies): followed, never rated. */
  requested: ReadonlySet<string>;
  agencyName: (id: string) => string;
}

/** A version of a register document: its id, and the day from which it is the register's. */
export interface DocumentVersion {
  id: string;
  from: DateText;
}

export interface PinnedVersions {
  organisation: DocumentVersion;
  calendar: DocumentVersion;
  regime: DocumentVersion | null;
}

export interface CompiledLifecycle {
  definition: Lifecycle;
  machine: LifecycleMachine;
}

export interface CompiledTask {
  task: Task;
  /** The leads, groups resolved and frozen, in order. */
  leads: readonly string[];
  /** Those who answer; the merely informed open nothing. */
  coordinators: readonly CompiledCoordinator[];
  /** Tasks that wait for this one. */
  successors: readonly string[];
}

export interface CompiledInput {
  input: TargetInput;
  /** Who reports it, groups resolved and frozen, in order. */
  agencies: readonly string[];
  /** How its regime cuts its periods; null: calendar periods. */
  rule: RegimeRule | null;
  /** Those of the plan's period, in order. */
  periods: readonly CalendarPeriod[];
}

export interface CompiledCoordinator {
  agency: string;
  duty: Exclude<CoordinatorDuty, "inform">;
  due: Due | null;
}

/** One occurrence of a task: an assignment for each lead, and a coordination for each coordinator of each lead. */
export interface Opening {
  taskId: string;
  occurrence: string;
  /** Null: at issue. Otherwise the first instant of the day it opens. */
  at: Micros | null;
  /** Last day of its window or period; null where there is none. */
  occurrenceEnd: DateText | null;
}
