// The hash chain: how an entry is hashed, linked to the one before, and checked (docs/ledger-format.md).

import { canonicalJson } from "./canonical-json.ts";
import { digestBytes, digestText } from "./digest.ts";
import type { Entry, EntryDraft } from "./entry.ts";

/** `prevHash` of a plan's first entry. */
export function genesis(planId: string): string {
  return digestText(`kehoach ledger 1\n${planId}`);
}

const encoder = new TextEncoder();

/** The hashed columns in their order; null and integers as format 1 writes them. */
function columns(entry: Omit<Entry, "hash">): (string | null)[] {
  return [
    String(entry.format),
    entry.planId,
    String(entry.seq),
    entry.requestId,
    String(entry.part),
    entry.requestHash,
    String(entry.recordedAt),
    String(entry.effectiveAt),
    entry.actor,
    entry.onBehalfOf,
    entry.agency,
    entry.source,
    String(entry.planVersion),
    entry.assignmentId,
    entry.type,
    entry.data,
    entry.prevHash,
  ];
}

const nullLength = 0xffffffff;

/** Where columns are laid out to be hashed; kept, since every entry needs it for a moment. */
let bytes = new Uint8Array(4096);

/** Hash of an entry: SHA-256 over each column as a 4-byte big-endian byte length and its UTF-8 bytes. A null
 *  column is the length 0xFFFFFFFF and no bytes. */
export function hashEntry(entry: Omit<Entry, "hash">): string {
  const values = columns(entry);
  let size = 0;
  for (const value of values) size += 4 + (value === null ? 0 : value.length * 3);
  if (bytes.length < size) bytes = new Uint8Array(2 * size);
  const view = new DataView(bytes.buffer);
  let offset = 0;
  for (const value of values) {
    if (value === null) {
      view.setUint32(offset, nullLength);
      offset += 4;
    } else {
      const { written } = encoder.encodeInto(value, bytes.subarray(offset + 4));
      view.setUint32(offset, written);
      offset += 4 + written;
    }
  }
  return digestBytes(bytes.subarray(0, offset));
}

/** The draft as the plan's next entry. */
export function extendChain(head: { seq: number; hash: string }, draft: EntryDraft): Entry {
  const linked = { ...draft, data: canonicalJson(draft.data), seq: head.seq + 1, prevHash: head.hash };
  return { ...linked, hash: hashEntry(linked) };
}

export type ChainFault = "gap" | "wrong_plan" | "broken_link" | "wrong_hash" | "time_runs_back" | "cut_tail";

/** State of a check that walks a plan's entries in order. */
export interface ChainPosition {
  planId: string;
  seq: number;
  hash: string;
  recordedAt: number;
}

/** Where a check of the whole chain begins. */
export function chainStart(planId: string): ChainPosition {
  return { planId, seq: 0, hash: genesis(planId), recordedAt: 0 };
}

/** The fault of the next entry, or null when it continues the chain. */
export function chainFault(position: ChainPosition, entry: Entry): ChainFault | null {
  if (entry.planId !== position.planId) return "wrong_plan";
  if (entry.seq !== position.seq + 1) return "gap";
  if (entry.prevHash !== position.hash) return "broken_link";
  if (hashEntry(entry) !== entry.hash) return "wrong_hash";
  if (entry.recordedAt < position.recordedAt) return "time_runs_back";
  return null;
}
