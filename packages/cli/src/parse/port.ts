// The port to serve on: its option, PORT, then 4242.

import type { Session } from "../session.ts";

export function parsePort(session: Session, given: string | undefined): number {
  const text = given ?? session.surroundings.environment.PORT ?? "4242";
  const port = /^\d{1,5}$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (!(port <= 65_535)) throw session.misuse("badPort", text);
  return port;
}
