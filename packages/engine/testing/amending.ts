// The sample plan, and its text changed in places, for tests of amendments.

import type { AmendOutcome, AmendText } from "../src/engine/plans/amendment.ts";
import type { DueRecord } from "../src/execute/rows.ts";
import { type SampleEngine, sampleEngine } from "./sample-engine.ts";
import { people, samplePlan } from "./sample-plan.ts";
import type { OpenTestDatabase } from "./test-databases.ts";

export const amendingDocument = { number: "99/QĐ-UBND", date: "2017-03-01", issuer: null, title: null };
export const reason = "Theo chỉ đạo mới của tỉnh";

/** The sample's text with pieces replaced; each must be there. */
export function textWith(...pieces: readonly (readonly [string, string])[]): string {
  let { text } = samplePlan;
  for (const [from, to] of pieces) {
    if (!text.includes(from)) throw new Error(`The sample has no “${from}”.`);
    text = text.replace(from, to);
  }
  return text;
}

/** For `textWith`: takes task `monthly` out. */
export const withoutMonthly = [
  / {2}- id: monthly[\s\S]*?(?= {2}- id: campaign)/.exec(samplePlan.text)?.[0] ?? "?",
  "",
] as const;

export interface Amending extends SampleEngine {
  amend: (text: string, more?: Partial<AmendText>) => Promise<AmendOutcome>;
}

/** The sample on 2 March 2017, a day after the amending document. */
export async function amending(open: OpenTestDatabase): Promise<Amending> {
  const sample = await sampleEngine(open);
  sample.turnTo("2017-03-02");
  await sample.engine.sweep();
  const amend: Amending["amend"] = (text, more = {}) =>
    sample.engine.amend({ plan: { text }, document: amendingDocument, actor: people.office, ...more });
  return { ...sample, amend };
}

/** "amended", or the code of the refusal, or those of the problems. */
export function resultOf(outcome: AmendOutcome): string {
  if (outcome.amended) return "amended";
  return outcome.refusal?.code ?? outcome.problems.map(({ code }) => code).join(",");
}

/** Kind, date, document and calendar version of a due. */
export function told(record: DueRecord | undefined): unknown[] {
  return [record?.kind, record?.date, record?.document, record?.calendar?.from ?? null];
}
