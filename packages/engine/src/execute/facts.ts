// What a decision rests on: rows read under the plan's lock, and the one now of the batch.

import type { CompiledPlan } from "../compile/index.ts";
import type { Micros } from "../ledger/entry.ts";
import type { FileType } from "./file-types.ts";
import type { ReadingRow } from "./reading.ts";
import type { AssignmentRow, PlanRow } from "./rows.ts";

export interface Facts {
  plan: PlanRow;
  compiled: CompiledPlan;
  /** The target of an assignment command; null: there is none with this id. */
  assignment: AssignmentRow | null;
  /** The lead's assignment of a coordination; null for a lead. */
  lead: AssignmentRow | null;
  /** The coordinations of a lead's assignment. */
  coordinations: readonly AssignmentRow[];
  /** Every assignment of the plan, for plan commands and for `reassign`; null for other assignment commands. */
  all: readonly AssignmentRow[] | null;
  /** For `erase`: whether the text or file it names is there and not erased yet. */
  erasable: boolean;
  /** For `report` and for a command that requires figures: what stands for the inputs and agencies it is about. Absent:
   *  not read. */
  readings?: readonly ReadingRow[];
  /** For `attach`: the file that came with it; absent: none came. */
  file?: FileFacts;
  /** Whether entries of source `demo` are taken. */
  demo: boolean;
}

/** A file that came with a command and was checked. */
export interface FileFacts {
  /** Lower-case hex SHA-256 of the bytes. */
  content: string;
  name: string;
  type: FileType;
  /** Bytes. */
  size: number;
  /** The products, null for none, that the same content is attached for to the same assignment already. */
  attachedAs: readonly (string | null)[];
}

/** Everything a decision may not make up by itself. */
export interface Draw {
  now: Micros;
  /** A new UUIDv7. */
  uuid(): string;
  /** 16 random bytes, lower-case hex. */
  salt(): string;
}
