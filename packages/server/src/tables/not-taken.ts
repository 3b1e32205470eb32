// What reading a file of tables may use, and how it ends when the file is not taken.

import type { TablesFault } from "@kehoach/engine/words";

/** Positions of all tables together, and characters in them. */
export const gridLimits = { rows: 20_000, columns: 200, positions: 400_000, characters: 8_000_000 } as const;

/** A part's text by its name, names compared without case; null: it is not there. Throws NotTaken for what cannot be
 *  unpacked or is no UTF-8. */
export type Parts = (name: string) => string | null;

/** Ends the reading of a file with the reason why. */
export class NotTaken extends Error {
  readonly fault: TablesFault;

  constructor(fault: TablesFault) {
    super(fault);
    this.fault = fault;
  }
}
