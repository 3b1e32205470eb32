// Whether a retry brings the free texts that were recorded: they are no part of the request's digest.

import type { Command, LargeCommand } from "../execute/command.ts";
import type { ErasableText } from "../execute/decision.ts";
import { freeTextFields, freeTexts } from "../execute/free-texts.ts";
import { saltedDigest } from "../ledger/digest.ts";
import type { Entry, EntryData } from "../ledger/entry.ts";
import { type Connection, rowsOf } from "./connection.ts";
import { hot } from "./database/open-database.ts";

const readSalts = `select digest, salt from kehoach.erasable_text where plan_id = $1 and digest = any($2::text[])`;

/** `pending`: texts of this batch that are not stored yet. An erased text still has its salt. */
export async function sameTexts(
  connection: Connection,
  command: Command | LargeCommand,
  recorded: readonly Entry[],
  pending: readonly ErasableText[],
): Promise<boolean> {
  const digests: Record<string, string> = {};
  for (const entry of recorded) {
    const data: EntryData = JSON.parse(entry.data);
    Object.assign(digests, data.texts);
  }
  const wanted = Object.values(digests);
  const salts = new Map(pending.map((text) => [text.digest, text.salt]));
  if (wanted.some((digest) => !salts.has(digest))) {
    const stored = await rowsOf(
      connection,
      hot<{ digest: string; salt: string }>(readSalts, [command.planId, wanted]),
    );
    for (const { digest, salt } of stored) salts.set(digest, salt);
  }
  const bodies = freeTexts(command.data ?? {});
  return freeTextFields.every((field) => {
    const body = bodies[field];
    const digest = digests[field];
    if (digest === undefined) return body === "";
    const salt = salts.get(digest);
    return salt !== undefined && saltedDigest(salt, body) === digest;
  });
}
