// What is said of a target beside its verdict: value, level, what lies ahead, in the target's own unit.

import { dateOfDayNumber, displayDate } from "@kehoach/engine/calendar";
import {
  figureText,
  type JudgementWords,
  type Language,
  type ReadingWords,
  type TargetsWords,
} from "@kehoach/engine/words";
import type { TargetItem } from "@kehoach/server/contract";
import { readExact, showExact } from "./exact.ts";

export interface TargetSpeech {
  language: Language;
  words: TargetsWords;
  /** Of verdicts and what lies ahead. */
  judged: JudgementWords;
  readings: ReadingWords;
}

/** Whether the target's values count hundredths. */
export function isPercent({ judgement, type }: Pick<TargetItem, "judgement" | "type">): boolean {
  return judgement.bound?.percent ?? type === "ratio";
}

/** A value of the target with its unit. */
export function valueText(
  target: Pick<TargetItem, "judgement" | "type" | "unit" | "change">,
  value: string,
  { language, words, judged }: TargetSpeech,
): string {
  if (target.type === "milestone") return displayDate(dateOfDayNumber(Number(value)));
  if (target.type === "qualitative") return value === "0" ? words.detail.no : words.detail.yes;
  if (target.type === "rank")
    return target.change === null
      ? judged.place(showExact(value, language), null)
      : judged.places(Number(value));
  const percent = isPercent(target);
  const points = percent && target.change === "percentage_points";
  const { bound } = target.judgement;
  const figure = figureText(
    readExact(value),
    {
      percent,
      unit: percent ? null : target.unit,
      landmarks: bound === null ? [] : [readExact(exactOf(bound))],
    },
    language,
  );
  return points ? judged.points(figure.replace(/ %$/, "")) : figure;
}

/** What is held against the level; of a trend, the figure itself. Null: nothing was reported, or there is nothing to
 *  compute. */
export function currentText(target: TargetItem, speech: TargetSpeech): string | null {
  const { value, current, numerator } = target.judgement;
  const held = target.type === "directional" ? current : value;
  if (held !== null) return valueText(target, held, speech);
  // Without a base there is no change yet, but there is a figure.
  if (numerator !== null) return partsText(target, speech);
  return current === null ? null : valueText(target, current, speech);
}

/** "19/20": what a rate or a mean is made of; null for others. */
export function partsText({ judgement }: TargetItem, { language }: TargetSpeech): string | null {
  const { numerator, denominator } = judgement;
  if (numerator === null || denominator === null) return null;
  return `${showExact(numerator, language)}/${showExact(denominator, language)}`;
}

/** "trên 95 %"; null: no level is stated. */
export function levelText(target: TargetItem, speech: TargetSpeech): string | null {
  const { bound, far } = target.judgement;
  const { levelPlain, until } = speech.words;
  if (bound === null) return null;
  if (target.type === "qualitative" || target.type === "zero") return levelPlain[target.type];
  const near = valueText(target, exactOf(bound), speech);
  if (target.type === "milestone") return until(near);
  return [
    speech.judged.operators[bound.operator](near),
    far === null ? null : valueText(target, exactOf(far), speech),
  ]
    .filter((end) => end !== null)
    .join(" – ");
}

/** Its trajectory as far as figures are complete: what is carried on from earlier periods, or is only a part, is no value
 *  of the period. */
export function completePoints({ trajectory, reported }: TargetItem): TargetItem["trajectory"] {
  const gaps = new Set(reported.missing.map(({ period }) => period));
  return trajectory.map((point) =>
    gaps.has(point.period) || point.verdict === "not_enough_data" ? { ...point, value: null } : point,
  );
}

/** Whether its values over time can be drawn: days and words cannot. */
export function isDrawn({ type }: Pick<TargetItem, "type">): boolean {
  return type !== "milestone" && type !== "qualitative" && type !== "composite";
}

/** A bound's decimal as an exact fraction of the target's values. */
export function exactOf({ value, percent }: { value: string; percent: boolean }): string {
  const [whole = "0", decimals = ""] = value.split(".");
  const digits = `${whole}${decimals}`.replace(/^(-?)0+(?=\d)/, "$1");
  const denominator = 10n ** BigInt(decimals.length) * (percent ? 100n : 1n);
  return denominator === 1n ? digits : `${digits}/${denominator}`;
}

/** Not met for good, out of reach, or not reached at the end if it goes on like this: what the overview names. */
export function isOffTrack({ judgement, outlook }: Pick<TargetItem, "judgement" | "outlook">): boolean {
  if (judgement.verdict === "not_met" || outlook?.possibility === "impossible") return true;
  return judgement.verdict !== "not_enough_data" && outlook?.forecast?.reaches === false;
}
