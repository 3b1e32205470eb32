// One version of a plan as it is stored for good: source text, normalised plan, pinned register, and their digests.

import type { PlanRegister } from "../compile/index.ts";
import type { VersionFacts } from "../execute/decide-issue.ts";
import type { Plan } from "../language/plan.ts";
import type { RegisterDocument } from "../language/register-document.ts";
import { canonicalJson } from "../ledger/canonical-json.ts";
import { digestText } from "../ledger/digest.ts";
import { type Connection, rowsOf } from "./connection.ts";
import { hot } from "./database/open-database.ts";

/** What a version is made of. */
export interface VersionText {
  plan: Plan;
  sourceText: string;
  register: PlanRegister;
  /** Codes of the questions still open. */
  openQuestions: readonly string[];
}

/** What the entry that makes the version records of it. */
export function versionFacts({ plan, sourceText, register, openQuestions }: VersionText): VersionFacts {
  return {
    documentId: plan.id,
    number: plan.number,
    title: plan.title,
    sourceHash: digestText(sourceText),
    planHash: digestText(canonicalJson(plan)),
    registerHash: digestText(canonicalJson(register)),
    pins: pinsOf(register),
    openQuestions,
  };
}

const insertVersion = `insert into kehoach.plan_version
  (plan_id, version, source_text, plan, register, source_hash, plan_hash, register_hash)
  values ($1, $2, $3, $4, $5, $6, $7, $8)`;

export async function insertPlanVersion(
  transaction: Connection,
  at: { planId: string; version: number },
  { plan, sourceText, register }: VersionText,
  { sourceHash, planHash, registerHash }: VersionFacts,
): Promise<void> {
  const texts = [sourceText, canonicalJson(plan), canonicalJson(register)];
  const values = [at.planId, at.version, ...texts, sourceHash, planHash, registerHash];
  await rowsOf(transaction, hot(insertVersion, values));
}

function pinsOf(register: PlanRegister): Record<string, { id: string; from: string; hash: string }> {
  const pins: Record<string, { id: string; from: string; hash: string }> = {};
  const documents: (RegisterDocument | null)[] = [register.organisation, register.calendar, register.regime];
  for (const document of documents) {
    if (document === null) continue;
    pins[document.kind] = { id: document.id, from: document.from, hash: digestText(canonicalJson(document)) };
  }
  return pins;
}
