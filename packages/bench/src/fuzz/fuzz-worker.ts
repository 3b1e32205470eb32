// Reads mutated plans one after the other and tells after each how it went; a hang here hangs nobody else.

import { readFileSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { compile } from "@kehoach/engine/compile";
import {
  type CalendarDocument,
  type OrganisationDocument,
  type RegimeDocument,
  readPlan,
  readRegisterDocument,
} from "@kehoach/engine/language";
import { seededRandom } from "../../../engine/testing/random.ts";
import { mutateText } from "./mutate-text.ts";

export interface FuzzTask {
  seed: number;
  count: number;
}

/** What became of one text; `fault` says why the answer was none. */
export interface FuzzAnswer {
  round: number;
  answer: "plan" | "problems";
  fault: string | null;
  milliseconds: number;
}

const plans = new URL("../../../../plans/", import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, plans), "utf8");
const text = read("kh-42-2017.yaml");
const organisation = readRegisterDocument(read("register/to-chuc-nghe-an-2017.yaml"))
  .document as OrganisationDocument;
const calendar = readRegisterDocument(read("register/calendar-vn-2017.yaml")).document as CalendarDocument;
const regime = readRegisterDocument(read("register/che-do-nghe-an-2017.yaml")).document as RegimeDocument;

function answerTo(mutated: string): Pick<FuzzAnswer, "answer" | "fault"> {
  const { plan, problems } = readPlan(mutated, { file: "kh-42.yaml", organisation, calendar, regime });
  if (plan !== null) {
    // A plan that reads without problems must also compile.
    compile(plan, { organisation, calendar, regime });
    return { answer: "plan", fault: problems.length > 0 ? "a plan and problems at once" : null };
  }
  const placed = problems.every(
    ({ place, vi, en }) => place.line >= 1 && place.end <= mutated.length && vi !== "" && en !== "",
  );
  const fault =
    problems.length === 0 ? "neither a plan nor a problem" : placed ? null : "a problem without a place";
  return { answer: "problems", fault };
}

const { seed, count }: FuzzTask = workerData;
for (let round = 0; round < count; round += 1) {
  // Each round has a seed of its own, so that one can be repeated alone.
  const mutated = mutateText(text, seededRandom(seed * 1_000_003 + round));
  const began = performance.now();
  let answered: Pick<FuzzAnswer, "answer" | "fault">;
  try {
    answered = answerTo(mutated);
  } catch (error) {
    answered = {
      answer: "problems",
      fault: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
  const answer: FuzzAnswer = { round, ...answered, milliseconds: performance.now() - began };
  parentPort?.postMessage(answer);
}
