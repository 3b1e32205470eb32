// Breaks the engine's SQL on purpose, from outside the engine, to show that the harness notices.

import pg from "pg";

type Query = (this: pg.Client, config: unknown, ...rest: unknown[]) => unknown;

/** From here on no connection of this process locks the rows it reads. */
export function withoutLocks(): void {
  const prototype = pg.Client.prototype as unknown as { query: Query };
  const { query } = prototype;
  prototype.query = function unlocked(config, ...rest) {
    return query.call(this, withoutLock(config), ...rest);
  };
}

function withoutLock(config: unknown): unknown {
  if (typeof config === "string") return config.replace(lockClause, "");
  if (typeof config !== "object" || config === null || !("text" in config)) return config;
  return { ...config, text: String(config.text).replace(lockClause, "") };
}

const lockClause = /\s+for update\b/;
