// What is recorded for requests already: the answer their retries get.

import type { Entry } from "../ledger/entry.ts";

export class RecordedEntries {
  readonly #entries = new Map<string, Entry[]>();

  /** The entries of a request, in order of their parts; undefined when it was not seen before. */
  get(planId: string, requestId: string): Entry[] | undefined {
    return this.#entries.get(keyOf(planId, requestId));
  }

  set(planId: string, requestId: string, entries: Entry[]): void {
    this.#entries.set(keyOf(planId, requestId), entries);
  }

  /** Adds an entry as it is read, in any order. */
  add(entry: Entry): void {
    const entries = this.get(entry.planId, entry.requestId);
    if (entries === undefined) this.set(entry.planId, entry.requestId, [entry]);
    else entries.push(entry);
  }

  inOrder(): this {
    for (const entries of this.#entries.values()) entries.sort((a, b) => a.part - b.part);
    return this;
  }
}

function keyOf(planId: string, requestId: string): string {
  return `${planId} ${requestId}`;
}
