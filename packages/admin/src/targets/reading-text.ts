// A reading's value as people read it, by the kind of its input.

import { formatRational, parseRational } from "@kehoach/engine/measure";
import type { InputBody } from "@kehoach/server/contract";
import { showDate } from "../show/date.ts";
import type { TargetSpeech } from "./target-text.ts";

/** `value` null: the agency says that there is no figure to give, which is neither zero nor unreported. */
export function readingText(
  { kind }: Pick<InputBody, "kind">,
  value: string | null,
  { language, words }: TargetSpeech,
): string {
  if (value === null) return words.noFigure;
  if (kind === "yes_no") return value === "1" ? words.detail.yes : words.detail.no;
  if (kind === "date") return showDate(value);
  const number = parseRational(value);
  return number === null ? value : formatRational(number, language, 6);
}
