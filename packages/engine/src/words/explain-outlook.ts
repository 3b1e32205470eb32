// What lies ahead of a target, in words.

import { compare, type Judgement, type Outlook, one, type Rational } from "../measure/index.ts";
import type { Language } from "./catalogue.ts";
import { currentText, figureText, type JudgedTarget, valueText, wayText } from "./judged-figure.ts";
import { judgementWords } from "./judgement.ts";

/** Possibility and what it takes; then forecast and the agencies' own estimate, each named as what it is. */
export function explainOutlook(
  target: JudgedTarget,
  judgement: Judgement,
  outlook: Outlook,
  language: Language,
): string {
  const words = judgementWords[language];
  const { possibility, required, requiredAs, pace, forecast, estimate, estimateReaches, periodsLeft } =
    outlook;
  const limit = isLimit(target, judgement);
  const shares = requiredAs === "share_of_coming" && target.type !== "mean";
  const counted = judgement.denominator === null ? (target.unit ?? target.caseUnit) : target.caseUnit;
  const figure = (value: Rational) =>
    figureText(value, { percent: shares, unit: shares ? null : (counted ?? null), landmarks: [] }, language);
  const strict = judgement.bound?.operator === ">" && !limit;
  const sentences: string[] = [];
  const first = [words.possibilities[possibility]];
  if (possibility === "possible" && periodsLeft > 0) {
    first.push(words.left(periodsLeft));
    if (required !== null) {
      const share = requiredAs === "share_of_coming";
      const needs = limit
        ? share
          ? words.allowedShare
          : words.allowedEach
        : share
          ? words.requiredShare
          : words.requiredEach;
      first.push(needs(strict ? words.operators[">"](figure(required)) : figure(required)));
      if (shares && !limit && compare(required, one) > 0) first.push(words.tooMuch);
    }
    if (pace !== null) {
      const rate = requiredAs === "share_of_coming";
      first.push(
        rate ? words.rate(currentText(pace, target, judgement, language)) : words.pace(figure(pace)),
      );
    }
  }
  sentences.push(`${first.join("; ")}.`);
  const change = (value: Rational) =>
    (target.change == null ? valueText : wayText)(value, target, judgement, language);
  if (forecast !== null && periodsLeft > 0) {
    sentences.push(
      `${words.forecast(change(forecast.value), words.methods[forecast.method], forecast.reaches)}.`,
    );
  }
  if (estimate !== null) {
    sentences.push(`${words.estimate(change(estimate), estimateReaches ?? false)}.`);
  }
  return sentences.join(" ");
}

/** Whether the figure itself must stay below something: under a ceiling, or falling far enough. */
function isLimit(target: JudgedTarget, { bound }: Judgement): boolean {
  const ceiling = bound?.operator === "<" || bound?.operator === "<=";
  const falls = target.change != null && (target.type === "rank" || target.direction === "down");
  return ceiling !== falls;
}
