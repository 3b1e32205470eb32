// Whether ledgers are intact, and the anchors to verify them against later.

import type { Micros } from "../../ledger/entry.ts";
import { anchorsNow } from "../../store/anchors.ts";
import { type Connection, inTransaction } from "../../store/connection.ts";
import type { FileFolder } from "../../store/evidence/file-folder.ts";
import { verifyLedger } from "../../store/verify-ledger.ts";
import { throwIf } from "../commands/complete-command.ts";
import type { Engine, LedgerReport } from "../engine.ts";
import { planRowOf } from "./engine-feed.ts";
import { anchorsFault } from "./question-shape.ts";

export function engineVerify(
  connection: Connection,
  now: () => Promise<Micros>,
  folder: FileFolder | null,
): Pick<Engine, "verify" | "anchors"> {
  return {
    async verify(planId, { anchor = [] } = {}) {
      const anchors = [anchor].flat();
      throwIf(anchorsFault(anchors));
      const { id } = await planRowOf(connection, planId);
      const own = anchors.filter((each) => each.planId === id);
      const verified = (): Promise<LedgerReport> =>
        inTransaction(connection, "repeatable read", (transaction) =>
          verifyLedger(transaction, id, folder, own),
        );
      const report = await verified();
      // The folder is not part of the snapshot: what is gone may have been erased meanwhile.
      return report.fault?.code === "missing_file" ? verified() : report;
    },
    anchors: async () => anchorsNow(connection, await now()),
  };
}
