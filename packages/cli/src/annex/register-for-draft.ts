// The register documents a draft is read against: those named, else those lying near, where there is one to choose.

import { existsSync } from "node:fs";
import { dirname } from "node:path";
import {
  type OrganisationDocument,
  type RegisterDocument,
  readRegisterDocuments,
} from "@kehoach/engine/language";
import { readTextFile } from "../files/read-text.ts";
import { registerFilesNear } from "../files/register-files.ts";
import type { Session } from "../session.ts";

export interface DraftRegister {
  /** Null: none was found, or several and nobody said which. */
  organisation: OrganisationDocument | null;
  /** Ids of the organisations that were found. */
  organisations: readonly string[];
  /** Id of the calendar; null likewise. */
  calendar: string | null;
}

/** `path`: where the draft, or the table, lies. Throws Misuse for named files that cannot be read. */
export function registerForDraft(session: Session, path: string, named: readonly string[]): DraftRegister {
  const near = existsSync(dirname(path)) ? registerFilesNear(session, path) : [];
  const files = [...near, ...named.map((each) => readTextFile(session, each))];
  const reads = readRegisterDocuments(files).map(({ document }) => document);
  const choose = <Kind extends RegisterDocument["kind"]>(kind: Kind) =>
    onlyOne(reads.slice(near.length), kind) ?? onlyOne(reads.slice(0, near.length), kind);
  const organisations = reads.flatMap((each) => (each?.kind === "organisation" ? [each.id] : []));
  return {
    organisation: choose("organisation"),
    organisations: [...new Set(organisations)].sort(),
    calendar: choose("calendar")?.id ?? null,
  };
}

/** The latest version of the one document of its kind. */
function onlyOne<Kind extends RegisterDocument["kind"]>(
  documents: readonly (RegisterDocument | null)[],
  kind: Kind,
): Extract<RegisterDocument, { kind: Kind }> | null {
  const found = documents.filter(
    (each): each is Extract<RegisterDocument, { kind: Kind }> => each?.kind === kind,
  );
  const ids = new Set(found.map(({ id }) => id));
  if (ids.size !== 1) return null;
  return found.toSorted((a, b) => (a.from < b.from ? -1 : 1)).at(-1) ?? null;
}
