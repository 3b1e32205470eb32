// A target as readers have it → as a report freezes it: plain data, fractions as text, the verdict in words.

import type { EntryList, LocalSentence, ReportOutlook, ReportTarget } from "../../execute/period-report.ts";
import type { TargetView } from "../../execute/target-view.ts";
import { type Outlook, type Rational, rationalText } from "../../measure/index.ts";
import { explainJudgement, levelText } from "../../words/explain-judgement.ts";
import { explainOutlook } from "../../words/explain-outlook.ts";
import { shownValue } from "../../words/judged-figure.ts";

/** `entries`: those behind the target. */
export function reportTarget(
  { planId, target, caseUnit, span, judgement, outlook, reported }: TargetView,
  entries: readonly EntryList[],
  agencyName: (id: string) => string,
): ReportTarget {
  const { verdict, provisional, reason, value, numerator, denominator, bound, oneCase } = judgement;
  const told = { ...target, caseUnit };
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
    level: inBoth((language) => levelText(told, judgement, language)),
    shown: inBoth((language) => shownValue(told, judgement, language)),
    explanation: inBoth((language) => explainJudgement(told, judgement, language)),
    ahead: outlook === null ? null : inBoth((language) => explainOutlook(told, judgement, outlook, language)),
    oneCase: oneCase !== null,
    outlook: outlook === null ? null : outlookOf(outlook),
    reported: { expected: reported.expected, there: reported.there },
    entries,
  };
}

function inBoth(say: (language: "vi" | "en") => string): LocalSentence;
function inBoth(say: (language: "vi" | "en") => string | null): LocalSentence | null;
function inBoth(say: (language: "vi" | "en") => string | null): LocalSentence | null {
  const [vi, en] = [say("vi"), say("en")];
  return vi === null || en === null ? null : { vi, en };
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
