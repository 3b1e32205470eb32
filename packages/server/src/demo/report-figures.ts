// Agencies of a demo report their figures: before they hand in a report, and for the year before the plan.

import type { Engine, MissingReading, Plan } from "@kehoach/engine";
import type { DemoIdentities } from "../identity/demo-identities.ts";
import type { DemoCommand } from "./first-days.ts";
import { inventedFigures } from "./invented-figures.ts";

export interface Reporting {
  engine: Engine;
  identities: DemoIdentities;
  planId: string;
  plan: Plan;
}

/** What goes with every figure, so that it is known for what it is. */
const note = "Số liệu giả định của bản trình diễn.";

/** Each agency reports its own of the figures given. `when` tells the same figures of another day apart. */
export async function reportGaps(
  { engine, identities, planId, plan }: Reporting,
  gaps: readonly MissingReading[],
  when: string,
): Promise<void> {
  for (const [agency, owed] of Map.groupBy(gaps, (gap) => gap.agency)) {
    const actor = await identities.actor(`clerk@${agency}`);
    const readings = inventedFigures(plan, owed);
    if (actor === null || readings.length === 0) continue;
    const requestId = `demo:${planId}:figures:${agency}:${when}`;
    const command = { target: "plan", planId, type: "report", actor, source: "demo", requestId } as const;
    await engine.dispatch({ ...command, data: { readings, note } });
  }
}

/** Of a day's commands those that can be sent: a report is handed in once its period is over, with the figures of its
 *  agency up to then reported ahead of it. */
export async function withFigures(
  reporting: Reporting,
  commands: readonly DemoCommand[],
  date: string,
): Promise<DemoCommand[]> {
  const handsIn = ({ type, target }: DemoCommand) =>
    type === "submit" && (target.task.report ?? null) !== null;
  if (!commands.some(handsIn)) return [...commands];
  const { engine, planId } = reporting;
  const gaps = (await engine.targets({ planId })).flatMap(({ reported }) => reported.missing);
  const kept: DemoCommand[] = [];
  const owed = new Map<string, MissingReading>();
  for (const command of commands) {
    const { view } = command.target;
    if (!handsIn(command)) {
      kept.push(command);
      continue;
    }
    const form = await engine.reportForm(planId, view.id);
    if (form === null || date <= form.period.to) continue;
    const lines = form.lines
      .filter(({ reading }) => reading === null)
      .map(({ input }) => ({
        input: input.id,
        agency: form.agency,
        period: form.period.id,
        awaiting: false,
      }));
    for (const gap of [...gaps, ...lines]) {
      if (gap.agency === view.agencyId) owed.set(JSON.stringify([gap.input, gap.agency, gap.period]), gap);
    }
    kept.push(command);
  }
  await reportGaps(reporting, [...owed.values()], date);
  return kept;
}
