// A draft's text as it might be issued, to try out a plan that has no number, date or signature yet.

import type { SourceText } from "../engine/engine.ts";
import { readPlan } from "../language/index.ts";
import { spellKey } from "../language/keywords.ts";
import type { Plan } from "../language/plan.ts";

/** What issuing needs and the draft lacks is added at its end, in the text's own spelling and as of the first day of its
 *  period; places of problems stay true. A text that lacks nothing is given back as it is. `plan` is what the text was
 *  read as. */
export function asIssued(draft: SourceText, plan: Plan): SourceText {
  const { keys } = readPlan(draft.text);
  const key = (english: string): string => spellKey(english, keys);
  const signer = `{ ${key("name")}: "?", ${key("position")}: "?" }`;
  const added = [
    ...(plan.issued === null ? [`${key("issued")}: ${plan.period.from}`] : []),
    ...(plan.number === null ? [`${key("number")}: "?"`] : []),
    ...(plan.signer === null ? [`${key("signer")}: ${signer}`] : []),
  ];
  return added.length === 0 ? draft : { ...draft, text: `${draft.text.trimEnd()}\n${added.join("\n")}\n` };
}
