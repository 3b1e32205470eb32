// What the processes of a kill run share: where the data is, the plans, the virtual clock, what is broken on purpose.

import { createEngine, type Engine, type EngineOptions, type Micros } from "@kehoach/engine";
import { openDatabase } from "../../../engine/src/store/database/open-database.ts";
import { generatedPlan, generatedRegister, headOf, issuer } from "../../../engine/testing/generated-plan.ts";

/** no-lock: the plan rows are read without `for update`. no-lock-no-key: the ledger's keys are gone as well. */
export const faults = ["no-lock", "no-lock-no-key"] as const;
export type Fault = (typeof faults)[number];

export interface Scene {
  place: { directory: string } | { url: string };
  planIds: readonly string[];
  clock: { base: Micros; startedAt: number };
  fault: Fault | null;
}

/** Virtual days that pass in a second: often enough for dues to come round while the run lasts. */
const daysPerSecond = 4;

/** The same instant in every process of the machine. */
export function virtualNow({ base, startedAt }: Scene["clock"]): Micros {
  return base + Math.round((Date.now() - startedAt) * daysPerSecond * 86_400) * 1000;
}

export function openEngine(
  scene: Pick<Scene, "place" | "clock">,
  options: EngineOptions = {},
): Promise<Engine> {
  return createEngine({
    ...scene.place,
    clock: { now: () => virtualNow(scene.clock) },
    sweepEvery: null,
    ...options,
  });
}

/** Issues plans whose assignments can be worked on for ever, and starts each of them. A new data directory may start
 *  from a template. */
export async function prepareScene(
  place: Scene["place"],
  plans: number,
  tasks: number,
  template?: Blob,
): Promise<Scene> {
  const clock = { base: Date.UTC(2017, 0, 12) * 1000, startedAt: Date.now() };
  if (template !== undefined) await (await openDatabase({ ...place, template })).close();
  await using engine = await openEngine({ place, clock });
  const planIds: string[] = [];
  for (let index = 0; index < plans; index += 1) {
    const issued = await engine.issue({
      plan: { text: generatedPlan({ id: `load-${index}`, tasks, kind: "relay" }) },
      register: generatedRegister,
      actor: issuer,
    });
    if (!issued.issued) throw new Error(`Not issued: ${JSON.stringify(issued)}`);
    planIds.push(issued.planId);
    const { items } = await engine.assignments({ planId: issued.planId }, { limit: 500 });
    const starts = items.map((row) =>
      engine.dispatch({
        target: "assignment",
        planId: row.planId,
        assignmentId: row.id,
        type: "start",
        requestId: `start:${row.id}`,
        actor: headOf(row.agencyId),
      }),
    );
    if ((await Promise.all(starts)).some((outcome) => !outcome.accepted))
      throw new Error("An assignment did not start.");
  }
  return { place, planIds, clock, fault: null };
}
