// A plan as `kehoach show` prints it, from a file or from a running instance alike.

import type { Bucket, PlanKind } from "@kehoach/engine";
import type { PeriodUnit } from "@kehoach/engine/language";

export interface ShownPlan {
  id: string;
  kind: PlanKind;
  number: string | null;
  title: string;
  issuer: string;
  /** yyyy-mm-dd; null: a draft. */
  issued: string | null;
  period: { from: string; to: string };
  standingLeads: readonly string[];
  objectives: readonly { id: string; title: string; parent: string | null }[];
  tasks: readonly ShownTask[];
  targets: readonly { id: string; title: string; objective: string | null }[];
  /** What agencies report, from a file; null from an instance. */
  inputs: readonly ShownInput[] | null;
  /** Leads by bucket; null for a file, which nobody works on. */
  counts: Readonly<Record<Bucket, number>> | null;
  /** Questions nobody has settled. */
  openQuestions: number;
}

export interface ShownInput {
  id: string;
  title: string;
  unit: string | null;
  /** Who reports it: agencies and groups as the plan names them. */
  reporters: readonly string[];
  every: PeriodUnit;
  /** Figures of the periods add up over the year; otherwise the last one stands. */
  cumulative: boolean;
}

export interface ShownTask {
  id: string;
  title: string;
  objective: string | null;
  /** Agencies and groups as the plan names them. */
  leads: readonly string[];
  /** Agencies it falls to, groups resolved. */
  agencies: number;
  coordinators: readonly string[];
  products: readonly string[];
  /** As the author wrote it; null: none. */
  dueText: string | null;
  /** Every date that can be known, in order. */
  dates: readonly ShownDate[];
  assumption: string | null;
  understood: string | null;
}

export interface ShownDate {
  date: string;
  /** Null: the end of the day. */
  hour: string | null;
  /** Null: the task is due only once. */
  occurrence: string | null;
  /** Counted over days whose holidays are assumed or not known; null: nobody told. */
  provisional: boolean | null;
}
