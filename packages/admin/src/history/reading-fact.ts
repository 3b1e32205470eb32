// A reported figure in a line of history: which, of what period, and what it replaced.

import type { AdminWords } from "@kehoach/engine/words";
import type { HistoryItem } from "@kehoach/server/contract";
import { periodName } from "../targets/period-name.ts";
import { readingText } from "../targets/reading-text.ts";
import type { TargetSpeech } from "../targets/target-text.ts";

export function readingFact(
  { input, period, status, value, replaces }: NonNullable<HistoryItem["reading"]>,
  speech: TargetSpeech,
  words: AdminWords,
): string {
  const text = (of: string | null) => readingText(input, of, speech);
  const given = `${input.title}, ${periodName(period, words.occurrences)}: ${text(value)}`;
  const called = speech.readings.status[status];
  return replaces === null
    ? `${given} (${called})`
    : `${given} (${called}; ${speech.words.detail.replaces(text(replaces.value))})`;
}
