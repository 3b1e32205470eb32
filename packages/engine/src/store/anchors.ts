// Heads of ledgers to keep elsewhere, and whether a ledger still is the one that was anchored.

import type { Micros } from "../ledger/entry.ts";
import type { LedgerFault } from "../words/ledger.ts";
import { type Connection, rowsOf } from "./connection.ts";
import { hot } from "./database/open-database.ts";

/** An entry by its place and hash, kept where whoever can change the database cannot. */
export interface Anchor {
  planId: string;
  /** The entry's sequence number. */
  seq: number;
  /** The entry's hash. */
  head: string;
}

/** An anchor as it is taken: the last entry of a ledger. */
export interface TakenAnchor extends Anchor {
  /** For people: anchors are compared by `planId`. */
  documentId: string;
  at: Micros;
}

const readHeads = `select plan_id, document_id, seq, head from kehoach.plan where seq > 0
  order by kind desc, document_id, plan_id`;

/** The last entry of every ledger, the register's among them. */
export async function anchorsNow(connection: Connection, at: Micros): Promise<TakenAnchor[]> {
  const rows = await rowsOf(
    connection,
    hot<{ plan_id: string; document_id: string; seq: string; head: string }>(readHeads),
  );
  return rows.map(({ plan_id, document_id, seq, head }) => ({
    planId: plan_id,
    documentId: document_id,
    seq: Number(seq),
    head,
    at,
  }));
}

/** Holds anchors against a ledger, entry by entry. */
export class AnchorCheck {
  readonly #left: Anchor[];

  constructor(anchors: readonly Anchor[]) {
    this.#left = [...anchors];
  }

  /** The fault of the entry; null: no anchor says otherwise. */
  entryFault({ seq, hash }: { seq: number; hash: string }): LedgerFault | null {
    let fault: LedgerFault | null = null;
    for (let index = this.#left.length - 1; index >= 0; index -= 1) {
      const anchor = this.#left[index];
      if (anchor?.seq !== seq) continue;
      this.#left.splice(index, 1);
      if (anchor.head !== hash) fault = "anchor_differs";
    }
    return fault;
  }

  /** After the last entry: the lowest anchored one that is not there; null: all are. */
  missing(): number | null {
    return this.#left.length === 0 ? null : Math.min(...this.#left.map(({ seq }) => seq));
  }
}
