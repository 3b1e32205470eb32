// What may be asked of figures, and what is answered.

import type { FigureLine } from "../../execute/figures.ts";
import type { Micros } from "../../ledger/entry.ts";
import { check, type Fault, integer, object, oneOf, orNothing, storable } from "../../shape-check.ts";
import { type AsOf, asOfShape } from "./as-of.ts";

/** What lines of figures are drawn up by. */
export const figureKeys = ["agency", "objective", "field", "plan", "task"] as const;
export type FigureKey = (typeof figureKeys)[number];

/** Days without a word after which open work is counted as silent, where nothing else is asked. */
export const usualStaleDays = 30;

/** What is left out does not narrow: with nothing given, the whole province as it stands now. */
export interface FiguresQuestion {
  /** Ids or document ids; one that names no plan counts nothing. */
  plans?: readonly string[];
  /** The agency assignments were given to, by id. */
  agency?: string;
  /** An objective's id within its plan; objectives below it are counted in. */
  objective?: string;
  /** A task's tag. */
  field?: string;
  /** tasks: without duties to report figures. reports: only those. Default: both, as lists of assignments have them. */
  only?: "tasks" | "reports";
  /** Draws up a line for each beside the total. By field a task counts in every one of its fields. */
  by?: FigureKey;
  /** As recorded then. Default: now. */
  asOf?: AsOf;
  /** Days, at least 1, without a word after which open work is silent. Default 30. */
  staleDays?: number;
}

export interface Figures {
  /** The instant everything was counted against. */
  at: Micros;
  staleDays: number;
  total: FigureLine;
  /** In the order of the documents; agencies with most overdue first. Empty where no `by` was asked. */
  lines: readonly NamedFigureLine[];
}

export interface NamedFigureLine extends FigureLine {
  /** For objectives, tasks and plans, which have their ids within a plan; null for agencies and fields. */
  planId: string | null;
  /** Id of the agency, objective, plan or task, or the field itself; null: tasks without any. */
  key: string | null;
  /** As people read it: the agency's name, the objective's title …; null with `key`. */
  title: string | null;
  /** True: an agency only requested, whose line has nothing but `requested` and `coordinations`. */
  isRequested: boolean;
}

const positive = check(
  (value) => integer(value, "") === null && Number(value) > 0 && Number(value) < 100_000,
  "1–99999",
);
const planList = check(
  (value) => Array.isArray(value) && value.every((id) => storable(id, "") === null),
  "text[]",
);

const question = object({
  plans: orNothing(planList),
  agency: orNothing(storable),
  objective: orNothing(storable),
  field: orNothing(storable),
  only: orNothing(oneOf("tasks", "reports")),
  by: orNothing(oneOf(...figureKeys)),
  asOf: orNothing(asOfShape),
  staleDays: orNothing(positive),
});

/** The first fault of a question. */
export function figuresFault(given: unknown): Fault | null {
  return question(given, "question");
}
