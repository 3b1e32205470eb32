// A judgement in one or two sentences, with its numbers.

import {
  type Bound,
  boundValue,
  compare,
  divide,
  formatRational,
  integer,
  type Judgement,
  one,
  type Rational,
  type Verdict,
  zero,
} from "../measure/index.ts";
import type { Language } from "./catalogue.ts";
import { currentText, exact, figureText, type JudgedTarget, valueText, wayText } from "./judged-figure.ts";
import { type JudgementWords, judgementWords } from "./judgement.ts";

/** E.g. "19/20 = 95 %, kế hoạch yêu cầu trên 95 %: không đạt; thêm một vụ nữa thì đạt." Beside a rate its n/N always
 *  stands. */
export function explainJudgement(target: JudgedTarget, judgement: Judgement, language: Language): string {
  const speaker = new Speaker(target, judgement, language);
  return speaker.sentences();
}

/** What is asked, e.g. "trên 95 %", "tăng ít nhất 2 điểm phần trăm", "hạn 30/06/2017"; null: nothing is. */
export function levelText(target: JudgedTarget, judgement: Judgement, language: Language): string | null {
  return new Speaker(target, judgement, language).level();
}

class Speaker {
  private readonly target: JudgedTarget;
  private readonly judgement: Judgement;
  private readonly language: Language;
  private readonly words: JudgementWords;

  constructor(target: JudgedTarget, judgement: Judgement, language: Language) {
    this.target = target;
    this.judgement = judgement;
    this.language = language;
    this.words = judgementWords[language];
  }

  sentences(): string {
    const { verdict, reason } = this.judgement;
    const facts = this.facts();
    const said = [
      verdict === "not_enough_data" && facts !== null ? this.words.sofar(facts) : facts,
      this.asks(),
    ]
      .filter((part) => part !== null)
      .join(", ");
    const verdictText = this.verdict();
    const near = this.nearness();
    const first = `${said === "" ? "" : `${said}: `}${verdictText}${near === null ? "" : `; ${near}`}.`;
    const warning = reason === null ? this.smallDenominator() : null;
    const sentence = `${first.charAt(0).toLocaleUpperCase(this.language)}${first.slice(1)}`;
    return warning === null ? sentence : `${sentence} ${warning}`;
  }

  private verdict(): string {
    const { verdict, reason, provisional } = this.judgement;
    const { judged, reasons } = this.words;
    if (this.target.type === "directional" && reason === "trend_only") return reasons.trend_only;
    // The facts say so already.
    const told = reason === null || reason === "empty_denominator" ? null : reasons[reason];
    const because = [told, this.unitsAside()].filter((part) => part !== null);
    const open = provisional && (verdict === "met" || verdict === "exceeded" || verdict === "not_met");
    if (open) because.unshift(this.words.provisional);
    return because.length === 0 ? judged[verdict] : `${judged[verdict]} (${because.join("; ")})`;
  }

  /** What is there. */
  private facts(): string | null {
    const { target, judgement, words, language } = this;
    const { value, current, base, numerator, denominator } = judgement;
    switch (target.type) {
      case "composite":
        return this.partsText(Object.values(judgement.parts ?? {}));
      case "milestone":
        return value === null ? words.notDone : words.doneOn(valueText(value, target, judgement, language));
      case "qualitative":
        return value === null ? null : words.assessed;
      case "per_unit": {
        if (judgement.units === null) return null;
        const { reached, of } = judgement.units;
        return `${reached}/${of} ${words.unitsReached}`;
      }
    }
    if (denominator !== null && denominator.numerator === 0n) return words.emptyDenominator;
    const changes = current !== null || base !== null;
    const figure = changes ? current : value;
    if (figure === null) return null;
    const text = changes
      ? currentText(figure, target, judgement, language)
      : valueText(figure, target, judgement, language);
    const now =
      numerator === null || denominator === null
        ? text
        : `${this.number(numerator)}/${this.number(denominator)} = ${text}`;
    if (!changes) return now;
    return [
      now,
      base === null ? null : words.inBase(currentText(base, target, judgement, language)),
      value === null ? null : wayText(value, target, judgement, language),
    ]
      .filter((part) => part !== null)
      .join(", ");
  }

  /** Parts with nothing to judge are not among those that could be met. */
  private partsText(verdicts: readonly Verdict[]): string {
    const { partsReached, otherParts, judged } = this.words;
    const count = (verdict: Verdict) => verdicts.filter((one) => one === verdict).length;
    const others = (["not_met", "not_met_yet", "not_enough_data", "not_applicable"] as const).flatMap(
      (one) => (count(one) === 0 ? [] : [otherParts(count(one), judged[one])]),
    );
    const reached = partsReached(count("met") + count("exceeded"), verdicts.length - count("not_applicable"));
    return [reached, ...others].join("; ");
  }

  private asks(): string | null {
    const level = this.level();
    return level === null || this.target.type === "milestone" ? level : this.words.asks(level);
  }

  /** What the plan wants. */
  level(): string | null {
    const { target, judgement, words, language } = this;
    const { bound, far } = judgement;
    if (bound === null) return null;
    switch (target.type) {
      case "milestone":
        return words.due(valueText(boundValue(bound), target, judgement, language));
      case "zero":
        return words.never;
      case "qualitative":
        return null;
      case "per_unit": {
        const level =
          target.level === undefined ? "" : this.bound(target.level, this.plainLevel(target.level));
        return this.unitsAsked(bound, level);
      }
    }
    const near = valueText(boundValue(bound), target, judgement, language);
    let what = this.bound(bound, near);
    if (far !== null) {
      const end = valueText(boundValue(far), target, judgement, language);
      const [from, to] = bound.operator === "<=" && target.binding === "both" ? [end, near] : [near, end];
      what = target.binding === "both" ? words.span(from, to) : words.atLeastOfSpan(near, end);
    }
    if (target.change === undefined || target.change === null) return what;
    if (target.type === "rank") return words.climbs(what);
    return target.direction === "down" ? words.falls(what) : words.rises(what);
  }

  private unitsAsked(bound: Bound, level: string): string {
    const { words } = this;
    const whole = compare(boundValue(bound), one) === 0 && bound.percent && bound.operator === ">=";
    if (whole) return words.everyUnit(level);
    if (!bound.percent) return words.someUnits(this.bound(bound, this.number(boundValue(bound))), level);
    const figure = figureText(boundValue(bound), { percent: true, unit: null, landmarks: [] }, this.language);
    return words.shareOfUnits(this.bound(bound, figure), level);
  }

  /** "At least 100 %" of a share is just 100 %. */
  private bound(bound: Bound, figure: string): string {
    const whole =
      this.target.type === "ratio" && bound.operator === ">=" && compare(boundValue(bound), one) === 0;
    return whole ? figure : this.words.operators[bound.operator](figure);
  }

  private nearness(): string | null {
    const { judgement, words, target } = this;
    const { verdict, casesToReach, oneCase } = judgement;
    // What a mean adds up is not counted in its own unit.
    if (target.type === "mean" && (target.caseUnit ?? null) === null) return null;
    const unit = target.type === "per_unit" ? words.unit : this.caseUnit();
    if (verdict === "not_met" || verdict === "not_met_yet") {
      if (casesToReach === null || casesToReach === 0n) {
        return oneCase?.part === "denominator" ? words.oneMoreBelowReaches(unit) : null;
      }
      const size = this.number(integer(casesToReach < 0n ? -casesToReach : casesToReach));
      if (target.type === "rank") return words.climbReaches(Math.abs(Number(casesToReach)));
      if (casesToReach === 1n) return words.oneMoreReaches(unit);
      if (casesToReach === -1n) return words.oneFewerReaches(unit);
      return casesToReach > 0n ? words.moreReach(size, unit) : words.fewerReach(size, unit);
    }
    if (oneCase === null) return null;
    if (target.type === "rank") return words.dropFails;
    if (oneCase.part === "denominator") return words.oneMoreBelowFails(unit);
    return oneCase.by === 1 ? words.oneMoreFails(unit) : words.oneFewerFails(unit);
  }

  private unitsAside(): string | null {
    const { units } = this.judgement;
    if (units === null) return null;
    const aside = [
      units.silent.length === 0 ? null : this.words.silentUnits(units.silent.length),
      units.empty.length === 0 ? null : this.words.emptyUnits(units.empty.length),
    ].filter((part) => part !== null);
    return aside.length === 0 ? null : aside.join("; ");
  }

  private smallDenominator(): string | null {
    const { denominator } = this.judgement;
    const { smallN, type } = this.target;
    if (smallN === null || denominator === null || type === "per_unit" || type === "mean") return null;
    if (compare(denominator, zero) <= 0 || compare(denominator, integer(smallN)) >= 0) return null;
    const points = divide(integer(100), denominator) ?? zero;
    const text = this.number(points);
    return this.words.small(
      this.number(denominator),
      this.caseUnit(),
      exact(points) ? text : this.words.about(text),
    );
  }

  private caseUnit(): string {
    const { caseUnit, unit } = this.target;
    const named = caseUnit ?? unit;
    return named === null || named === "%" ? this.words.case : named;
  }

  private plainLevel(level: Bound): string {
    const style = { percent: level.percent, unit: this.target.unit, landmarks: [] };
    return figureText(boundValue(level), style, this.language);
  }

  private number(value: Rational): string {
    return formatRational(value, this.language);
  }
}
