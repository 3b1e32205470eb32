// Figures of a target in words, never rounded onto a level they do not reach.

import { dateOfDayNumber, displayDate } from "../calendar/index.ts";
import {
  type BoundOperator,
  boundValue,
  type Change,
  compare,
  formatRational,
  hasDecimals,
  integer,
  type Judgement,
  type MeasureType,
  multiply,
  negate,
  one,
  type Rational,
  zero,
} from "../measure/index.ts";
import type { Language } from "./catalogue.ts";
import { judgementWords } from "./judgement.ts";

/** What must be known of a target to speak of it; a target of a plan is one. */
export interface JudgedTarget {
  type: MeasureType;
  unit: string | null;
  direction: "up" | "down" | null;
  /** Below this denominator a warning is given; null: never. */
  smallN: number | null;
  /** What one case is called, e.g. "vụ"; null: the target's unit, or just a case. */
  caseUnit?: string | null;
  change?: Change | null;
  fieldSize?: number | null;
  binding?: "floor" | "both";
  /** per_unit: what each unit must reach. */
  level?: { operator: BoundOperator; value: string; percent: boolean };
}

export interface FigureStyle {
  percent: boolean;
  unit: string | null;
  /** Figures it must not be rounded onto. */
  landmarks: readonly Rational[];
}

/** At most two decimals, but more where rounding would show a landmark that the value is not: 199.999 of 200 is not
 *  100 %. Past six decimals it says on which side it lies. */
export function figureText(value: Rational, style: FigureStyle, language: Language): string {
  const words = judgementWords[language];
  const shownOf = (figure: Rational, decimals: number) =>
    formatRational(style.percent ? multiply(figure, integer(100)) : figure, language, decimals);
  const dress = (text: string) =>
    style.percent ? `${text} %` : style.unit === null ? text : `${text} ${style.unit}`;
  const onto = (decimals: number) =>
    style.landmarks.find(
      (mark) => compare(mark, value) !== 0 && shownOf(mark, decimals) === shownOf(value, decimals),
    );
  for (let decimals = 2; decimals <= 6; decimals += 1) {
    if (onto(decimals) === undefined) return dress(shownOf(value, decimals));
  }
  const mark = onto(6) ?? value;
  const side = compare(value, mark) < 0 ? words.below : words.above;
  return side(dress(shownOf(mark, 6)));
}

/** Whether the figures behind a change, or those held against the level, are shares. */
function currentIsShare(target: JudgedTarget, judgement: Judgement): boolean {
  if (target.type === "mean") return false;
  const { change } = target;
  if (change === undefined || change === null) {
    if (target.type === "directional") return judgement.denominator !== null;
    return judgement.bound?.percent ?? false;
  }
  if (change.base?.on === "value" && change.base.percent) return true;
  return change.mode === "percentage_points" || judgement.denominator !== null;
}

/** Of a change, how far; of a milestone, the day; of anything else, the figure itself. */
export function valueText(
  value: Rational,
  target: JudgedTarget,
  judgement: Judgement,
  language: Language,
): string {
  const words = judgementWords[language];
  const { bound, far } = judgement;
  const marks = [bound, far].flatMap((end) => (end === null ? [] : [boundValue(end)]));
  const percent = bound?.percent ?? false;
  if (target.type === "milestone") {
    return displayDate(dateOfDayNumber(Number(value.numerator / value.denominator)));
  }
  if (target.type === "qualitative") return words.judged[value.numerator > 0n ? "met" : "not_met"];
  if (target.change === undefined || target.change === null) {
    if (target.type === "rank") {
      return words.place(
        formatRational(value, language),
        target.fieldSize == null ? null : String(target.fieldSize),
      );
    }
    const share = currentIsShare(target, judgement);
    return figureText(
      value,
      { percent: share, unit: target.unit, landmarks: landmarks(marks, share) },
      language,
    );
  }
  if (target.type === "rank" && target.change.mode === "absolute") {
    return words.places(Number(value.numerator / value.denominator));
  }
  if (target.change.mode !== "relative" && percent) {
    const points = multiply(value, integer(100));
    const hundredfold = marks.map((mark) => multiply(mark, integer(100)));
    const style = { percent: false, unit: null, landmarks: landmarks(hundredfold, false) };
    return words.points(figureText(points, style, language));
  }
  if (target.change.mode === "relative") {
    return figureText(value, { percent: true, unit: null, landmarks: landmarks(marks, false) }, language);
  }
  return figureText(
    value,
    { percent: false, unit: target.unit, landmarks: landmarks(marks, false) },
    language,
  );
}

/** A figure behind a change. */
export function currentText(
  figure: Rational,
  target: JudgedTarget,
  judgement: Judgement,
  language: Language,
): string {
  if (target.type === "rank") {
    return judgementWords[language].place(formatRational(figure, language), null);
  }
  const share = currentIsShare(target, judgement);
  return figureText(figure, { percent: share, unit: target.unit, landmarks: landmarks([], share) }, language);
}

/** How far a change went, and which way; positive is the way that is better. */
export function wayText(
  value: Rational,
  target: JudgedTarget,
  judgement: Judgement,
  language: Language,
): string {
  const words = judgementWords[language];
  if (value.numerator === 0n) return words.unchanged;
  const forward = compare(value, zero) > 0;
  const size = forward ? value : negate(value);
  const text = (target.type === "directional" ? currentText : valueText)(size, target, judgement, language);
  if (target.type === "rank") return forward ? words.climbs(text) : words.drops(text);
  return forward === (target.direction !== "down") ? words.rises(text) : words.falls(text);
}

/** The value of a judgement: of a change which way it went and how far. Null: there is none. */
export function shownValue(target: JudgedTarget, judgement: Judgement, language: Language): string | null {
  if (judgement.value === null) return null;
  const changes = target.type === "directional" || (target.change !== undefined && target.change !== null);
  return (changes ? wayText : valueText)(judgement.value, target, judgement, language);
}

function landmarks(marks: readonly Rational[], share: boolean): Rational[] {
  return share ? [...marks, zero, one] : [...marks, zero];
}

/** Whether two decimals give a figure exactly. */
export function exact(value: Rational): boolean {
  return hasDecimals(value, 2);
}
