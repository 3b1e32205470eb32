// Files as evidence: what a host gives the engine, and what it gets back.

import type { Actor } from "../../execute/command.ts";
import type { Refusal } from "../../execute/decision.ts";
import type { FileType } from "../../execute/file-types.ts";
import type { EntrySource, Micros } from "../../ledger/entry.ts";

/** Where attached files lie, and how large they may be. */
export interface FileOptions {
  /** A folder for their contents, made where absent, shared by all nodes of an instance; back it up with the database.
   *  Default: the database itself. */
  folder?: string;
  /** Most bytes of one file, 1 to 104857600. Default 20971520 (20 MiB). */
  limit?: number;
}

export interface AttachInput {
  /** The plan's id or document id. */
  planId: string;
  assignmentId: string;
  /** Id of the task's product the file is; absent: it belongs to the assignment as a whole. */
  product?: string;
  /** The file's own name with its extension, no path. Erasable, as its content is. */
  name: string;
  /** The content; a stream is read once and not beyond the limit. */
  bytes: Uint8Array | AsyncIterable<Uint8Array>;
  actor: Actor;
  /** 1–200 characters, unique within the plan. Default: a new one. */
  requestId?: string;
  /** Default: "api". */
  source?: EntrySource;
}

/** A file as an entry names it; everything but the digest is null once it was erased. */
export interface FileView {
  /** Salted digest, by which the ledger names the file and `erase` and `file` find it. */
  digest: string;
  name: string | null;
  type: FileType | null;
  /** Bytes. */
  size: number | null;
}

/** A file with the entry that attached it. */
export interface AttachedFile extends FileView {
  product: string | null;
  seq: number;
  attachedAt: Micros;
  actor: string;
  agency: string | null;
}

/** The files of one assignment, oldest first. */
export interface AttachedFiles {
  items: readonly AttachedFile[];
  /** Why the actor may not attach another one now; null: he may. */
  refusal: Refusal | null;
}

export interface StoredFile {
  name: string;
  type: FileType;
  bytes: Uint8Array;
}

/** The part of the engine that keeps files. */
export interface EngineFiles {
  /** Attaches a file to an assignment: checks its name, size and content, stores it and an entry of type `attach` in one
   *  transaction. Taken from people who may work on the assignment in its present state, and for a coordination from the
   *  lead's people too. The same content twice is stored once. Throws EngineError `request_invalid`,
   *  `file_store_failed`. */
  attach(
    input: AttachInput,
  ): Promise<{ accepted: true; repeated: boolean; seq: number; digest: string } | Refusal>;
  /** An attached file; null when there is none with this digest, when it was erased, and when the actor may not see
   *  evidence of its assignment. Throws EngineError `file_damaged`, `file_store_failed`. */
  file(planId: string, digest: string, actor: Actor): Promise<StoredFile | null>;
  /** The files of an assignment; null when there is none with this id, or the actor may not see its evidence. */
  files(planId: string, assignmentId: string, actor: Actor): Promise<AttachedFiles | null>;
}
