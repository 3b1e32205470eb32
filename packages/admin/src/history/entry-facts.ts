// What a command brought besides free text, in words: progress, answer, new due, documents.

import type { AdminWords } from "@kehoach/engine/words";
import type { HistoryItem } from "@kehoach/server/contract";
import { showDate } from "../show/date.ts";
import { readEntry } from "./read-entry.ts";

/** Each fact once; empty where the entry brought none. */
export function entryFacts(
  item: Pick<HistoryItem, "data">,
  words: AdminWords,
  number: (value: number) => string,
): string[] {
  const { percent, answer, due, document, products, cause, causeConfirmedBy, inPlaceOf } = readEntry(item);
  const links = [...(document === null ? [] : [document]), ...products.map(([, link]) => link)];
  const facts = [
    percent === null ? null : `${number(percent)}\u00a0%`,
    answer === null ? null : words.assignment.answers[answer],
    inPlaceOf === null
      ? null
      : words.history.inPlaceOf(
          inPlaceOf.name,
          inPlaceOf.document === null
            ? ""
            : words.assignment.productGiven(inPlaceOf.document.number, showDate(inPlaceOf.document.date)),
        ),
    cause === null ? null : `${words.dialogue.cause}: ${words.dialogue.causes[cause].toLowerCase()}`,
    causeConfirmedBy === null ? null : `${words.dialogue.causeConfirmedBy}: ${causeConfirmedBy}`,
    due === null ? null : `${words.dialogue.due}: ${showDate(due)}`,
    ...links.map((link) => words.assignment.productGiven(link.number, showDate(link.date))),
  ];
  return [...new Set(facts.filter((fact) => fact !== null))];
}
