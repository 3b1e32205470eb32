// Written lifecycles → Lifecycle: labels in both languages, extensions written out over their base.

import { spellKey } from "./keywords.ts";
import { type Loose, many } from "./loose.ts";
import type { Path } from "./path.ts";
import type { Lifecycle, LifecycleCommand, LifecycleState, LocalText } from "./plan.ts";
import { annotated, at, type Reading } from "./reading.ts";
import type {
  WrittenCommand,
  WrittenLabel,
  WrittenLifecycle,
  WrittenState,
} from "./written/written-lifecycle.ts";

/** `builtIn` finds the built-in lifecycle of an id; `version` is null for an author's own. */
export function normaliseLifecycle(
  reading: Reading,
  id: string,
  written: Loose<WrittenLifecycle>,
  path: Path,
  builtIns: ReadonlyMap<string, Lifecycle>,
  version: number | null = null,
): Lifecycle {
  const base = baseOf(reading, written, path, builtIns);
  const missing = (key: keyof WrittenLifecycle) => {
    if (base !== null || written.extends !== undefined || written[key] !== undefined) return;
    reading.report.problem(
      "key_missing",
      { path: [...path, key] },
      { key: spellKey(key, reading.report.keys) },
    );
  };
  for (const key of ["label", "initial", "states", "commands"] as const) missing(key);

  const states: Record<string, LifecycleState> = byId(base?.states);
  for (const [key, state] of Object.entries(written.states ?? {})) {
    if (state !== undefined) states[key] = at(reading, [...path, "states", key], stateOf(state));
  }
  const commands: Record<string, LifecycleCommand> = byId(base?.commands);
  for (const [key, command] of Object.entries(written.commands ?? {})) {
    if (command !== undefined) commands[key] = at(reading, [...path, "commands", key], commandOf(command));
  }
  return at(reading, path, {
    id,
    version,
    label: written.label === undefined ? (base?.label ?? { vi: id, en: id }) : labelOf(written.label),
    initial: written.initial ?? base?.initial ?? "",
    states,
    commands,
    ...annotated(reading, written, path),
  });
}

function baseOf(
  reading: Reading,
  written: Loose<WrittenLifecycle>,
  path: Path,
  builtIns: ReadonlyMap<string, Lifecycle>,
): Lifecycle | null {
  const { extends: id } = written;
  if (id === undefined) return null;
  const base = builtIns.get(id);
  if (base !== undefined) return base;
  const allowed = [...builtIns.keys()];
  const meant = reading.report.guess(id, allowed);
  const params = { id, allowed, guess: meant };
  reading.report.problem("lifecycle_base_unknown", { path: [...path, "extends"] }, params, meant);
  return null;
}

/** A copy without a prototype: its keys are an author's. */
function byId<Value>(values: Readonly<Record<string, Value>> | undefined): Record<string, Value> {
  return Object.assign(Object.create(null) as Record<string, Value>, values);
}

function stateOf(written: Loose<WrittenState>): LifecycleState {
  return { label: labelOf(written.label), category: written.category ?? "active" };
}

function commandOf(written: Loose<WrittenCommand>): LifecycleCommand {
  return {
    label: labelOf(written.label),
    from: many(written.from),
    to: written.to ?? null,
    who: many(written.who),
    require: many(written.require),
    stampsCompletion: written.stamps_completion ?? false,
    clearsCompletion: written.clears_completion ?? false,
    onDue: written.on_due ?? false,
  };
}

/** A label in one language serves both. */
function labelOf(written: Loose<WrittenLabel> | undefined): LocalText {
  if (written === undefined) return { vi: "", en: "" };
  if (typeof written === "string") return { vi: written, en: written };
  return { vi: written.vi ?? "", en: written.en ?? "" };
}
