// Written levels and figures → bounds and exact decimals, with a question where a dot may be either mark.

import type { Bound } from "../measure/index.ts";
import { type Figure, figureText, looksLikeThousands, readFigure, readLevel } from "./level-text.ts";
import type { Path } from "./path.ts";
import type { Understanding } from "./plan.ts";
import { short } from "./read-written.ts";
import type { Reading } from "./reading.ts";

export type Direction = "up" | "down" | null;

const noBound: Bound = { operator: ">=", value: "0", percent: false };

/** The level and the way that is better: as written, or as its operator tells. */
export function levelAt(
  reading: Reading,
  text: string | undefined,
  path: Path,
  direction: Direction,
  understood: Understanding | null,
): [Bound, Direction] {
  if (text === undefined) return [noBound, direction];
  const level = text.length > 100 ? null : readLevel(text, direction);
  if (level === null) {
    reading.report.problem("level_not_understood", { path }, { text: short(text) });
    return [noBound, direction];
  }
  askThousands(reading, text, level, path, understood);
  const told = level.operator === "=" ? null : level.operator.startsWith("<") ? "down" : "up";
  return [level, direction ?? told];
}

/** `understood` false: it was not written, or could not be read. */
export function figureAt(
  reading: Reading,
  text: string | undefined,
  path: Path,
  understood: Understanding | null,
): Figure & { understood: boolean } {
  if (text === undefined) return { value: "0", percent: false, understood: false };
  const figure = text.length > 100 ? null : readFigure(text);
  if (figure === null) {
    reading.report.problem("figure_not_understood", { path }, { text: short(text) });
    return { value: "0", percent: false, understood: false };
  }
  askThousands(reading, text, figure, path, understood);
  return { ...figure, understood: true };
}

function askThousands(
  { report }: Reading,
  text: string,
  figure: { value: string; percent: boolean },
  path: Path,
  understood: Understanding | null,
): void {
  if (figure.percent || !looksLikeThousands(text)) return;
  const thousands = text.replace(/[^\d]/g, "");
  const decimal = figureText(figure, report.keys);
  report.question("thousands_or_decimal", { path }, { text: short(text), thousands, decimal }, understood);
}
