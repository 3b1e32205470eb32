// Sends figures so that what is right is kept: all at once, and where one is refused, each by itself.

import type { CommandBody, Trouble } from "@kehoach/server/contract";

export type SentReading = NonNullable<NonNullable<CommandBody["data"]>["readings"]>[number];

export interface SaveOutcome {
  /** Ids of inputs whose figures are in the ledger now. */
  saved: readonly string[];
  /** Why the others are not, by input id. */
  refused: ReadonlyMap<string, Trouble>;
}

/** `send` answers why the server refused, null where it stored them, and throws where it is not known whether it did;
 *  then so does this, and sending the same again is safe. */
export async function saveReadings(
  readings: readonly SentReading[],
  send: (readings: readonly SentReading[]) => Promise<Trouble | null>,
): Promise<SaveOutcome> {
  const refused = new Map<string, Trouble>();
  const saved: string[] = [];
  let open = readings;
  // A part may be right only once its whole is saved, so a pass that saved something is followed by another.
  for (let together = true, progress = true; progress && open.length > 0; together = false) {
    progress = false;
    refused.clear();
    for (const group of together ? [open] : open.map((each) => [each])) {
      const trouble = await send(group);
      if (trouble === null) saved.push(...group.map(({ input }) => input));
      else for (const { input } of group) refused.set(input, trouble);
    }
    const left = open.filter(({ input }) => refused.has(input));
    progress = together ? left.length > 1 : left.length > 0 && left.length < open.length;
    open = left;
  }
  return { saved, refused };
}
