// Checks that a lifecycle can be lived: every state reached and left, every command takeable, completion stamped.

import { checkKnown } from "./check-ids.ts";
import type { Path } from "./path.ts";
import {
  fixedCommands,
  type Lifecycle,
  type LifecycleCommand,
  type Requirement,
  type WhoRole,
} from "./plan.ts";
import type { Report } from "./report.ts";

const fixed: ReadonlySet<string> = new Set(fixedCommands);

export interface LifecycleCheck {
  lifecycle: Lifecycle;
  paths: ReadonlyMap<object, Path>;
  report: Report;
  /** Roles that nobody holds towards the assignments that follow it. */
  vacant: ReadonlySet<WhoRole>;
}

export function checkLifecycle(check: LifecycleCheck): void {
  const { lifecycle, paths, report } = check;
  const path = paths.get(lifecycle) ?? [];
  const states = new Map(Object.entries(lifecycle.states));
  const commands = Object.entries(lifecycle.commands);
  if (states.size === 0 || lifecycle.initial === "") return;

  let whole = checkKnown(lifecycle.initial, states, "state_unknown", [...path, "initial"], report);
  for (const [id, command] of commands) {
    const place = [...path, "commands", id];
    for (const from of command.from) {
      whole = checkKnown(from, states, "state_unknown", [...place, "from", from], report) && whole;
    }
    if (command.to !== null) {
      whole = checkKnown(command.to, states, "state_unknown", [...place, "to"], report) && whole;
    }
    checkCommand(check, id, command, place);
  }
  if (!whole) return;
  if (isClosed(lifecycle, lifecycle.initial)) {
    report.problem("initial_closed", { path: [...path, "initial"] }, { id: lifecycle.initial });
  } else checkWays(check, path);
}

function isClosed(lifecycle: Lifecycle, state: string): boolean {
  const category = lifecycle.states[state]?.category;
  return category === "done" || category === "cancelled";
}

function checkCommand(
  { lifecycle, report, vacant }: LifecycleCheck,
  id: string,
  command: LifecycleCommand,
  path: Path,
): void {
  if (fixed.has(id)) report.problem("command_reserved", { path, part: "key" }, { id });
  const byClock = command.who.includes("clock");
  const clockOnly = byClock && command.who.length === 1 && command.require.length === 0;
  if (byClock || command.onDue) {
    // Of a built-in the engine itself knows when the clock sends what.
    const timed = command.onDue || lifecycle.version !== null;
    if (!clockOnly || !timed) report.problem("command_clock", { path }, { id });
  } else if (command.who.length > 0 && command.who.every((role) => vacant.has(role))) {
    report.problem("command_nobody", { path: [...path, "who"] }, { id });
  }
  if (command.onDue && command.to === null) report.problem("command_on_due_stays", { path }, { id });
  if (command.stampsCompletion && command.clearsCompletion) {
    report.problem("command_stamps_and_clears", { path }, { id });
  }
}

function checkWays({ lifecycle, report, vacant }: LifecycleCheck, path: Path): void {
  const usable = Object.entries(lifecycle.commands).filter(([, command]) =>
    command.who.some((role) => !vacant.has(role)),
  );
  const categoryOf = (id: string) => lifecycle.states[id]?.category;
  const { reached, unstamped } = reach(lifecycle.initial, usable);
  const ending = endingStates(lifecycle, usable);
  const moved = movedByPeople(usable, vacant);
  const spot = (id: string) => ({ path: [...path, "states", id], part: "key" as const });

  for (const id of Object.keys(lifecycle.states)) {
    const category = categoryOf(id);
    const way = reached.get(id);
    const unstampedWay = unstamped.get(id);
    if (way === undefined) report.problem("state_unreachable", spot(id), { id });
    else if (category !== "done" && category !== "cancelled") {
      if (!ending.has(id)) report.problem("state_dead_end", spot(id), { id, way });
      else if (!moved.has(id)) report.problem("state_nobody", spot(id), { id, way });
    } else if (category === "done" && unstampedWay !== undefined) {
      report.problem("completion_not_stamped", spot(id), { id, way: unstampedWay });
    }
  }
  if (![...reached.keys()].some((id) => categoryOf(id) === "done")) {
    report.problem("lifecycle_never_done", { path: [...path, "states"], part: "key" }, {});
  }
}

type Named = readonly [id: string, command: LifecycleCommand];

/** Steps of a way that are shown; of a longer one the last. */
const longestWay = 12;

/** States reached at all, and those that can be reached while the completion is not stamped: each with a shortest way
 *  there, as "state —command→ state". */
function reach(
  initial: string,
  commands: readonly Named[],
): { reached: Map<string, string>; unstamped: Map<string, string> } {
  const ways = { true: new Map<string, string[]>(), false: new Map([[initial, [initial]]]) };
  const reached = new Map([[initial, initial]]);
  const text = (way: readonly string[]) => `${way[0]?.startsWith(" ") ? "…" : ""}${way.join("")}`;
  const pending: [state: string, stamped: boolean][] = [[initial, false]];
  for (const [state, stamped] of pending) {
    const way = ways[`${stamped}`].get(state) ?? [];
    for (const [id, command] of commands) {
      if (!command.from.includes(state)) continue;
      const to = command.to ?? state;
      const now = command.stampsCompletion || (stamped && !command.clearsCompletion);
      const known = ways[`${now}`];
      if (known.has(to)) continue;
      const longer = [...way, ` —${id}→ ${to}`].slice(-longestWay);
      known.set(to, longer);
      if (!reached.has(to)) reached.set(to, text(longer));
      pending.push([to, now]);
    }
  }
  return {
    reached,
    unstamped: new Map([...ways.false].map(([state, way]) => [state, text(way)])),
  };
}

/** What may have passed when it is needed: no way out to rely on. */
const passing: readonly Requirement[] = ["soon_enough", "extensions_left"];

/** States from which a closed one can be reached at any time, closed ones included. */
function endingStates(lifecycle: Lifecycle, commands: readonly Named[]): Set<string> {
  const ending = new Set<string>();
  for (const [id, { category }] of Object.entries(lifecycle.states)) {
    if (category === "done" || category === "cancelled") ending.add(id);
  }
  const lasting = commands.filter(([, { require }]) => !require.some((one) => passing.includes(one)));
  for (let before = -1; before !== ending.size; ) {
    before = ending.size;
    for (const [, command] of lasting) {
      if (command.to !== null && ending.has(command.to)) for (const from of command.from) ending.add(from);
    }
  }
  return ending;
}

/** States in which somebody can do something, not only the clock. */
function movedByPeople(commands: readonly Named[], vacant: ReadonlySet<WhoRole>): Set<string> {
  const byPeople = commands.filter(([, { who }]) =>
    who.some((role) => role !== "clock" && !vacant.has(role)),
  );
  return new Set(byPeople.flatMap(([, { from }]) => from));
}
