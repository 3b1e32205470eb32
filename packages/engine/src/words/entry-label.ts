// What an entry of the ledger is called: by the lifecycle whose command it is, else by its type.

import { roleWords } from "./roles.ts";
import { serverWords } from "./server.ts";

interface Lifecycles {
  [id: string]: { commands: Readonly<Record<string, { label: { vi: string; en: string } } | undefined>> };
}

/** `lifecycles`: the plan's. A type nobody has a word for is its own label. */
export function entryLabel(
  lifecycles: Readonly<Lifecycles>,
  { type, assignmentId, data = null }: { type: string; assignmentId: string | null; data?: string | null },
): { vi: string; en: string } {
  if (assignmentId !== null) {
    for (const { commands } of Object.values(lifecycles)) {
      const command = Object.hasOwn(commands, type) ? commands[type] : undefined;
      if (command !== undefined) return command.label;
    }
  }
  const { vi, en } = serverWords;
  const label = { vi: nameIn(vi.entries, type) ?? type, en: nameIn(en.entries, type) ?? type };
  const told = type === "escalate" ? toldOf(data) : null;
  return told === null ? label : { vi: `${label.vi}: ${told.vi}`, en: `${label.en}: ${told.en}` };
}

/** Whom a step of the escalation ladder reached; null: the reader may not know. */
function toldOf(data: string | null): { vi: string; en: string } | null {
  if (data === null) return null;
  const to: unknown = Reflect.get(Object(Reflect.get(Object(JSON.parse(data)), "facts")), "to");
  const vi = nameIn(roleWords.vi, String(to));
  const en = nameIn(roleWords.en, String(to));
  return vi === null || en === null ? null : { vi, en };
}

function nameIn(names: Readonly<Record<string, string>>, type: string): string | null {
  return Object.hasOwn(names, type) ? (names[type] ?? null) : null;
}
