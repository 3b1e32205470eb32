// One measurement in a process of its own, so that nothing is warm: checking, starting, memory. Prints one JSON line.

import { createEngine, type EngineOptions } from "@kehoach/engine";
import { compile } from "@kehoach/engine/compile";
import {
  type CalendarDocument,
  type OrganisationDocument,
  readPlan,
  readRegisterDocument,
} from "@kehoach/engine/language";
import {
  calendarText,
  generatedPlan,
  generatedRegister,
  issuer,
  organisationText,
} from "../../../engine/testing/generated-plan.ts";
import { spreadOf } from "../median.ts";

export type ColdTask =
  | { measure: "check"; tasks: number }
  | { measure: "start"; place: Pick<EngineOptions, "url" | "directory"> }
  | { measure: "memory"; place: Pick<EngineOptions, "url" | "directory">; tasks: number };

export interface CheckTimes {
  bytes: number;
  /** Milliseconds of the first check and compilation in the process; of the middle one of many. */
  cold: number;
  warm: number;
}

export interface StartTimes {
  /** Milliseconds to open the engine; from the start of the process to the first answer. */
  open: number;
  process: number;
}

export interface MemoryUse {
  /** Mebibytes resident: engine open and empty, plan issued and compiled, at the highest point. */
  empty: number;
  loaded: number;
  peak: number;
  /** Milliseconds to issue the plan, and assignments it opened. */
  issue: number;
  assignments: number;
}

const mebibyte = 2 ** 20;

function check(tasks: number): CheckTimes {
  const text = generatedPlan({ id: "measured", tasks });
  const once = (): number => {
    const began = performance.now();
    const organisation = readRegisterDocument(organisationText).document as OrganisationDocument;
    const calendar = readRegisterDocument(calendarText).document as CalendarDocument;
    const { plan, problems } = readPlan(text, { organisation, calendar });
    if (plan === null) throw new Error(JSON.stringify(problems[0]));
    if (compile(plan, { organisation, calendar, regime: null }).tasks.size !== tasks)
      throw new Error("Tasks are missing.");
    return performance.now() - began;
  };
  const cold = once();
  const times: number[] = [];
  const until = performance.now() + 4_000;
  while (times.length < 3 || (times.length < 30 && performance.now() < until)) times.push(once());
  return { bytes: Buffer.byteLength(text), cold, warm: spreadOf(times).median };
}

async function start(place: Pick<EngineOptions, "url" | "directory">): Promise<StartTimes> {
  const began = performance.now();
  await using engine = await createEngine({ ...place, sweepEvery: null });
  const open = performance.now() - began;
  await engine.plans();
  return { open, process: performance.now() };
}

async function memory(place: Pick<EngineOptions, "url" | "directory">, tasks: number): Promise<MemoryUse> {
  await using engine = await createEngine({ ...place, sweepEvery: null });
  await engine.plans();
  const empty = settled();
  const began = performance.now();
  const text = generatedPlan({ id: "measured", tasks });
  const issued = await engine.issue({ plan: { text }, register: generatedRegister, actor: issuer });
  const issue = performance.now() - began;
  if (!issued.issued) throw new Error("Not issued.");
  await engine.compiled(issued.planId);
  const { assignments } = issued;
  return { empty, loaded: settled(), peak: peak(), issue, assignments };
}

function settled(): number {
  globalThis.gc?.();
  return process.memoryUsage.rss() / mebibyte;
}

function peak(): number {
  return process.resourceUsage().maxRSS / 1024;
}

const task: ColdTask = JSON.parse(process.argv[2] ?? "{}");
const result =
  task.measure === "check"
    ? check(task.tasks)
    : task.measure === "start"
      ? await start(task.place)
      : await memory(task.place, task.tasks);
console.log(JSON.stringify(result));
