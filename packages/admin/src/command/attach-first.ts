// Files chosen in a dialogue go ahead of its command, each once; what is attached stays, whatever becomes of the rest.

import type { HistoryItem } from "@kehoach/server/contract";

export interface ChosenFile {
  file: File;
  /** Id of the product it is; null: of none. */
  product: string | null;
  /** One for every attempt, so that nothing is attached twice. */
  requestId: string;
}

/** Where files go before a command is sent. */
export interface Attaching {
  products: readonly { id: string; title: string }[];
  attach(chosen: ChosenFile, signal: AbortSignal): Promise<unknown>;
  /** Entries of the assignment as they are now. */
  history(): Promise<readonly Pick<HistoryItem, "seq" | "type" | "requestId">[]>;
}

/** A file that could not be attached; `cause` is what was answered. */
export class NotAttached extends Error {
  override readonly name = "NotAttached";
  readonly file: string;

  constructor(file: string, cause: unknown) {
    super(file, { cause });
    this.file = file;
  }
}

/** Attaches what `attached` lacks, and adds it there. Resolves to the entry the command may expect: past the files'
 *  own entries, unless somebody else's came between. Throws NotAttached. */
export async function attachFirst(
  { attach, history }: Attaching,
  files: readonly ChosenFile[],
  attached: Set<ChosenFile>,
  expected: number,
  signal: AbortSignal,
): Promise<number> {
  for (const chosen of files) {
    if (attached.has(chosen)) continue;
    try {
      await attach(chosen, signal);
    } catch (cause) {
      throw new NotAttached(chosen.file.name, cause);
    }
    attached.add(chosen);
  }
  if (attached.size === 0) return expected;
  const own = new Set([...attached].map(({ requestId }) => requestId));
  const since = (await history()).filter(({ seq }) => seq > expected);
  const others = since.some(({ type, requestId }) => type !== "attach" || !own.has(requestId));
  return others ? expected : (since.at(-1)?.seq ?? expected);
}
