// PGlite as Kysely's driver needs it: a transaction that cannot begin fails, where the driver would wait for ever.
import type { PGlite } from "@electric-sql/pglite";
import type { PGlite as DriverPglite, PGliteTransaction } from "kysely";

/**
 * The driver waits for the callback of `transaction` and for nothing else, so a PGlite that is closing leaves it
 * waiting, and everything queued behind it. Here the callback runs all the same, with a transaction whose every
 * statement fails for the reason why there is none.
 */
export function steadyPglite(pglite: PGlite): DriverPglite {
  return {
    waitReady: pglite.waitReady,
    get ready() {
      return pglite.ready;
    },
    get closed() {
      return pglite.closed;
    },
    close: () => pglite.close(),
    query: (text, parameters, options) => pglite.query(text, parameters, options),
    async transaction<T>(callback: (transaction: PGliteTransaction) => Promise<T>): Promise<T> {
      let begun = false;
      try {
        return await pglite.transaction((transaction) => {
          begun = true;
          return callback(transaction);
        });
      } catch (error) {
        if (begun) throw error;
        const fail = () => Promise.reject(error);
        return callback({ query: fail, rollback: fail });
      }
    },
  };
}
