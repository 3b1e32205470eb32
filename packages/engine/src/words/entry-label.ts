// What an entry of the ledger is called: by the lifecycle whose command it is, else by its type.

import { serverWords } from "./server.ts";

interface Lifecycles {
  [id: string]: { commands: Readonly<Record<string, { label: { vi: string; en: string } } | undefined>> };
}

/** `lifecycles`: the plan's. A type nobody has a word for is its own label. */
export function entryLabel(
  lifecycles: Readonly<Lifecycles>,
  { type, assignmentId }: { type: string; assignmentId: string | null },
): { vi: string; en: string } {
  if (assignmentId !== null) {
    for (const { commands } of Object.values(lifecycles)) {
      const command = Object.hasOwn(commands, type) ? commands[type] : undefined;
      if (command !== undefined) return command.label;
    }
  }
  const { vi, en } = serverWords;
  return { vi: nameIn(vi.entries, type) ?? type, en: nameIn(en.entries, type) ?? type };
}

function nameIn(names: Readonly<Record<string, string>>, type: string): string | null {
  return Object.hasOwn(names, type) ? (names[type] ?? null) : null;
}
