// Reads what a plan's targets rest on: its readings, those of inputs taken over from other documents, completed tasks.

import { dateOfInstant, periodsBetween } from "../calendar/index.ts";
import type { CompiledInput, CompiledPlan } from "../compile/index.ts";
import { acceptedIn } from "../execute/accepted-readings.ts";
import type { PlanRows } from "../execute/fold.ts";
import type { ReadingRow } from "../execute/reading.ts";
import type { AssignmentRow, PlanRow } from "../execute/rows.ts";
import type { InputSource, Sources } from "../execute/target-figures.ts";
import type { Micros } from "../ledger/entry.ts";
import type { Connection } from "./connection.ts";
import { readAllAssignments } from "./read-facts.ts";
import { readReadings } from "./readings.ts";
import { rowsAsOf } from "./rows-as-of.ts";

/** What is needed of plans other than the one asked about. */
export interface OtherPlans {
  /** The live row of a document; null: there is none. */
  rowOf(documentId: string): Promise<PlanRow | null>;
  compiled(row: PlanRow): Promise<CompiledPlan>;
}

/** Documents a figure may be handed on by, one to the next. */
const longestWay = 5;

/** A plan with the readings that stood at an instant. */
export class PlanReadings {
  readonly row: PlanRow;
  readonly #connection: Connection;
  /** Null: nothing was entered since, the live rows are as they were. */
  readonly #replayed: PlanRows | null;
  #readings: Promise<ReadingRow[]> | null = null;

  private constructor(connection: Connection, row: PlanRow, replayed: PlanRows | null) {
    this.#connection = connection;
    this.#replayed = replayed;
    this.row = replayed?.plan ?? row;
  }

  /** Null: the plan was not issued by then. */
  static async at(connection: Connection, live: PlanRow, at: Micros): Promise<PlanReadings | null> {
    if (live.lastAt <= at) return new PlanReadings(connection, live, null);
    const rows = await rowsAsOf(connection, live, at);
    if (rows === null) return null;
    return new PlanReadings(connection, live, {
      ...rows,
      plan: { ...rows.plan, documentId: live.documentId, kind: live.kind },
    });
  }

  /** In order of input, agency and period. */
  readings(): Promise<readonly ReadingRow[]> {
    this.#readings ??= this.#read();
    return this.#readings;
  }

  async assignments(): Promise<readonly AssignmentRow[]> {
    if (this.#replayed !== null) return [...this.#replayed.assignments.values()];
    return readAllAssignments(this.#connection, this.row.id);
  }

  async #read(): Promise<ReadingRow[]> {
    if (this.#replayed === null) return readReadings(this.#connection, this.row.id);
    return [...this.#replayed.readings.values()].sort(inOrder);
  }
}

function inOrder(one: ReadingRow, other: ReadingRow): number {
  for (const member of ["input", "agency", "to", "period", "status"] as const)
    if (one[member] !== other[member]) return one[member] < other[member] ? -1 : 1;
  return 0;
}

/** The sources of all inputs of a plan, as recorded at an instant; with `accepted` by accepted readings alone. */
export async function targetSources(
  connection: Connection,
  plan: PlanReadings,
  compiled: CompiledPlan,
  { at, accepted }: { at: Micros; accepted: boolean },
  others: OtherPlans,
): Promise<Sources> {
  const sorted = await sortedReadings(plan, compiled, accepted);
  const known = new Map<string, Promise<PlanReadings | null>>();
  const planOf = (documentId: string): Promise<PlanReadings | null> => {
    const found =
      known.get(documentId) ??
      others.rowOf(documentId).then((row) => (row === null ? null : PlanReadings.at(connection, row, at)));
    known.set(documentId, found);
    return found;
  };
  const tasks = [...compiled.inputs.values()].flatMap(({ input }) => input.task ?? []);
  const assignments = tasks.length === 0 ? [] : await plan.assignments();
  const sources = new Map<string, InputSource>();
  for (const [id, own] of compiled.inputs) {
    const { task, from } = own.input;
    if (task !== null)
      sources.set(id, { ...own, rows: new Map(), completed: completionOf(task, assignments) });
    else if (from === null) sources.set(id, { ...own, ...readingsOf(sorted, id) });
    else sources.set(id, await takenOver(own, compiled, planOf, others, accepted));
  }
  return sources;
}

interface SortedReadings {
  counted: ReadonlyMap<string, readonly ReadingRow[]>;
  awaiting: ReadonlyMap<string, readonly ReadingRow[]>;
}

async function sortedReadings(
  plan: PlanReadings,
  compiled: CompiledPlan,
  accepted: boolean,
): Promise<SortedReadings> {
  const rows = await plan.readings();
  const counts = accepted ? acceptedIn(compiled, await plan.assignments()) : () => true;
  const byInput = (wanted: boolean) =>
    Map.groupBy(
      rows.filter((row) => counts(row) === wanted),
      ({ input }) => input,
    );
  return { counted: byInput(true), awaiting: accepted ? byInput(false) : new Map() };
}

function readingsOf(sorted: SortedReadings, input: string): Pick<InputSource, "rows" | "awaiting"> {
  return { rows: byAgency(sorted.counted.get(input) ?? []), awaiting: sorted.awaiting.get(input) ?? [] };
}

function byAgency(rows: readonly ReadingRow[]): ReadonlyMap<string, readonly ReadingRow[]> {
  return Map.groupBy(rows, ({ agency }) => agency);
}

/** Who reports it and how often is said where it is reported; which periods count, by the plan that takes it over. */
async function takenOver(
  own: CompiledInput,
  { plan }: CompiledPlan,
  planOf: (documentId: string) => Promise<PlanReadings | null>,
  others: OtherPlans,
  accepted: boolean,
): Promise<InputSource> {
  let from = own.input.from;
  for (let way = 0; from !== null && way < longestWay; way += 1) {
    const there: PlanReadings | null = await planOf(from.document);
    const compiled = there === null ? null : await others.compiled(there.row);
    const found = compiled?.inputs.get(from.input);
    if (there === null || compiled === null || found === undefined) break;
    if (found.input.from !== null) {
      from = found.input.from;
      continue;
    }
    const { kind, every, cumulative, unit } = found.input;
    return {
      input: { ...own.input, kind, every, cumulative, unit },
      agencies: found.agencies,
      rule: found.rule,
      periods: periodsBetween(every, plan.period.from, plan.period.to, found.rule ?? undefined),
      ...readingsOf(await sortedReadings(there, compiled, accepted), found.input.id),
    };
  }
  return { ...own, rows: new Map() };
}

/** The day on which the last of a task's leads was done; null: not all are. */
function completionOf(taskId: string, assignments: readonly AssignmentRow[]): string | null {
  const leads = assignments.filter(
    (row) => row.taskId === taskId && row.role === "lead" && row.category !== "cancelled",
  );
  let latest: Micros | null = null;
  for (const { category, doneAt } of leads) {
    if (category !== "done" || doneAt === null) return null;
    latest = Math.max(latest ?? doneAt, doneAt);
  }
  return latest === null ? null : dateOfInstant(latest);
}
