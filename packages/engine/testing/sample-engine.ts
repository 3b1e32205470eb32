// An engine on a test database with the sample plan issued, a clock the test turns, and short ways to ask.
import { engineOn } from "../src/engine/create-engine.ts";
import type { AssignmentView, Engine, EngineOptions, Outcome } from "../src/engine/engine.ts";
import type { Actor, CommandData } from "../src/execute/command.ts";
import { createVirtualClock } from "../src/testing/virtual-clock.ts";
import { at, people, samplePlan, sampleRegister } from "./sample-plan.ts";
import type { OpenTestDatabase } from "./test-databases.ts";

export interface SampleEngine {
  engine: Engine;
  planId: string;
  /** Turns the clock forward to a wall-clock time in Vietnam; nothing is swept on the way. */
  turnTo: (date: string, hour?: string) => void;
  now: () => number;
  /** The lead's assignment of a task, or a coordination of it. */
  find: (task: string, agency?: string, role?: "lead" | "coordinator") => Promise<AssignmentView>;
  /** Sends one command to an assignment. */
  send: (assignment: { id: string }, type: string, actor: Actor, data?: CommandData) => Promise<Outcome>;
}

/** The sweeper only runs when the test calls it. */
export async function sampleEngine(
  open: OpenTestDatabase,
  options: EngineOptions = {},
): Promise<SampleEngine> {
  const clock = createVirtualClock(at("2017-01-23"));
  const database = await open();
  const engine = engineOn(database, { sweepEvery: null, clock, ...options });
  const issued = await engine.issue({ plan: samplePlan, register: sampleRegister, actor: people.office });
  if (!issued.issued) throw new Error(`The sample was not issued: ${JSON.stringify(issued)}`);
  const { planId } = issued;
  return {
    engine,
    planId,
    turnTo: (date, hour) => {
      clock.moveTo(at(date, hour));
    },
    now: () => clock.now(),
    find: async (task, agency, role = "lead") => {
      const { items } = await engine.assignments({ planId, task, role, agency });
      const [first] = items;
      if (first === undefined) throw new Error(`No assignment of ${task} for ${agency ?? "anyone"}.`);
      return first;
    },
    send: (assignment, type, actor, data) =>
      engine.dispatch({ target: "assignment", planId, assignmentId: assignment.id, type, actor, data }),
  };
}

/** "accepted", or the refusal's code. */
export function codeOf(outcome: Outcome): string {
  return outcome.accepted ? "accepted" : outcome.code;
}

/** Types of a plan's or an assignment's entries, oldest first. */
export async function typesOf(engine: Engine, planId: string, assignmentId?: string): Promise<string[]> {
  const { items } = await engine.history(planId, { assignmentId, limit: 500 });
  return items.map((entry) => entry.type);
}
