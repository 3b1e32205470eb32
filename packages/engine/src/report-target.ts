// A target as readers have it → as a report freezes it: plain data, fractions as text, the verdict in words.

import type { EntryList, LocalSentence, ReportOutlook, ReportTarget } from "./execute/period-report.ts";
import type { TargetView } from "./execute/target-view.ts";
import { type Bound, boundValue, type Outlook, type Rational, rationalText } from "./measure/index.ts";
import { explainJudgement } from "./words/explain-judgement.ts";
import { explainOutlook } from "./words/explain-outlook.ts";
import { figureText, valueText } from "./words/judged-figure.ts";
import { judgementWords } from "./words/judgement.ts";

/** `entries`: those behind the target. */
export function reportTarget(
  { planId, target, span, judgement, outlook, reported }: TargetView,
  entries: readonly EntryList[],
  agencyName: (id: string) => string,
): ReportTarget {
  const { verdict, provisional, reason, value, numerator, denominator, bound, oneCase } = judgement;
  return {
    planId,
    id: target.id,
    title: target.title,
    owner: target.owner === null ? null : { id: target.owner, name: agencyName(target.owner) },
    unit: target.unit,
    span: { from: span.from, to: span.to, open: span.open },
    verdict,
    provisional,
    reason,
    value: fraction(value),
    numerator: fraction(numerator),
    denominator: fraction(denominator),
    bound: bound === null ? null : { operator: bound.operator, value: bound.value, percent: bound.percent },
    level: bound === null ? null : inBoth((language) => levelText(bound, target.unit, language)),
    shown: value === null ? null : inBoth((language) => valueText(value, target, judgement, language)),
    explanation: inBoth((language) => explainJudgement(target, judgement, language)),
    ahead:
      outlook === null ? null : inBoth((language) => explainOutlook(target, judgement, outlook, language)),
    oneCase: oneCase !== null,
    outlook: outlook === null ? null : outlookOf(outlook),
    reported: { expected: reported.expected, there: reported.there },
    entries,
  };
}

function inBoth(say: (language: "vi" | "en") => string): LocalSentence {
  return { vi: say("vi"), en: say("en") };
}

function levelText(bound: Bound, unit: string | null, language: "vi" | "en"): string {
  const { percent, operator } = bound;
  const style = { percent, unit, landmarks: [] };
  return judgementWords[language].operators[operator](figureText(boundValue(bound), style, language));
}

function outlookOf({
  possibility,
  required,
  requiredAs,
  pace,
  forecast,
  estimate,
  periodsLeft,
}: Outlook): ReportOutlook {
  return {
    possibility,
    required: fraction(required),
    requiredAs,
    pace: fraction(pace),
    forecast: forecast === null ? null : { value: rationalText(forecast.value), method: forecast.method },
    estimate: fraction(estimate),
    periodsLeft,
  };
}

function fraction(value: Rational | null): string | null {
  return value === null ? null : rationalText(value);
}
