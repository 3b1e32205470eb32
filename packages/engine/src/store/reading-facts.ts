// The readings a command rests on: what stands for the inputs it names, for what they are part of and for their parts.

import type { CompiledPlan } from "../compile/index.ts";
import type { Command } from "../execute/command.ts";
import type { Facts } from "../execute/facts.ts";
import type { PlanRows } from "../execute/fold.ts";
import { type ReadingRow, readingKey } from "../execute/reading.ts";
import type { AssignmentRow } from "../execute/rows.ts";
import type { Connection } from "./connection.ts";
import { readReadings } from "./readings.ts";

/** Nothing is read for commands that are not about figures. */
export async function readingFacts(
  transaction: Connection,
  command: Command,
  rows: PlanRows,
  compiled: CompiledPlan,
  assignment: AssignmentRow | null,
): Promise<Pick<Facts, "readings">> {
  const wanted = wantedBy(command, compiled, assignment);
  if (wanted === null) return {};
  const stored = await readReadings(transaction, rows.plan.id, wanted.inputs, wanted.agencies);
  // What the batch has reported is newer than what is stored.
  const standing = new Map(stored.map((row) => [readingKey(row), row]));
  for (const [key, row] of rows.readings) if (isAmong(row, wanted)) standing.set(key, row);
  return { readings: [...standing.values()] };
}

interface Wanted {
  inputs: readonly string[];
  agencies: readonly string[];
}

function wantedBy(command: Command, compiled: CompiledPlan, assignment: AssignmentRow | null): Wanted | null {
  if (command.target === "plan" && command.type === "report") {
    const readings = command.data?.readings ?? [];
    return {
      inputs: withRelations(compiled, new Set(readings.map(({ input }) => input))),
      agencies: [...new Set(readings.map(({ agency }) => agency ?? command.actor.agency ?? ""))],
    };
  }
  if (command.target !== "assignment" || assignment === null) return null;
  const report = compiled.tasks.get(assignment.taskId)?.task.report ?? null;
  const required = compiled.lifecycles.get(assignment.lifecycle)?.definition.commands[command.type]?.require;
  if (report === null || required?.includes("figures") !== true) return null;
  return { inputs: report.inputs ?? [...compiled.inputs.keys()], agencies: [assignment.agencyId] };
}

function withRelations({ inputs }: CompiledPlan, named: ReadonlySet<string>): string[] {
  const all = new Set(named);
  for (const { input } of inputs.values()) {
    if (input.partOf === null) continue;
    if (named.has(input.id)) all.add(input.partOf);
    if (named.has(input.partOf)) all.add(input.id);
  }
  return [...all];
}

function isAmong({ input, agency }: ReadingRow, { inputs, agencies }: Wanted): boolean {
  return inputs.includes(input) && agencies.includes(agency);
}
