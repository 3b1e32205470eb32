// The engine's moving house: a whole instance out as lines, and into an empty database.

import type { Micros } from "../../ledger/entry.ts";
import { type Connection, inTransaction } from "../../store/connection.ts";
import type { FileFolder } from "../../store/evidence/file-folder.ts";
import { exportInstance } from "../../store/instance/export-instance.ts";
import { importInstance, type PlanHead } from "../../store/instance/import-instance.ts";
import { refuseDemoData } from "../../store/refuse-demo-data.ts";
import { invalidRequest } from "../commands/complete-command.ts";
import type { Door } from "../while-open.ts";

/** Moving data to another database, another of the two engines, or another major version. */
export interface EngineInstance {
  /** Every plan, ledger, text and file as JSON lines (docs/instance-file.md), as of one instant; read it to the end or
   *  leave the loop. In a data directory, ask nothing else of this engine meanwhile: there is one connection. It is
   *  for whoever runs the instance: nothing is withheld. Throws EngineError `file_damaged`. */
  exportInstance(): AsyncIterable<string>;
  /** Takes such a file into an empty database, all of it or nothing, and verifies every ledger. `chunks`: the file as it
   *  is read. Throws EngineError `instance_not_empty`, `instance_file_damaged`, `instance_file_other_format`,
   *  `demo_data_present`, `file_store_failed`. */
  importInstance(chunks: AsyncIterable<Uint8Array | string>): Promise<readonly PlanHead[]>;
}

export function engineInstance(
  connection: Connection,
  door: Door,
  {
    now,
    folder,
    demo,
    announce,
  }: {
    now: () => Promise<Micros>;
    folder: FileFolder | null;
    demo: boolean;
    announce: () => void;
  },
): EngineInstance {
  return {
    async *exportInstance() {
      door.check();
      const at = await now();
      const snapshot = await connection.startTransaction().setIsolationLevel("repeatable read").execute();
      try {
        yield* exportInstance(snapshot, at, folder);
      } finally {
        await snapshot.rollback().execute();
      }
    },

    importInstance: (chunks) =>
      door.pass(async () => {
        const given: unknown = chunks;
        if (typeof given !== "object" || given === null || !(Symbol.asyncIterator in given))
          throw invalidRequest({ field: "chunks", wanted: "AsyncIterable" });
        const heads = await inTransaction(connection, "read committed", async (transaction) => {
          const found = await importInstance(transaction, chunks, folder);
          if (!demo) await refuseDemoData(transaction);
          return found;
        });
        announce();
        return heads;
      }),
  };
}
