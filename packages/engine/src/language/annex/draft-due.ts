// The due of an annex row as lines of a draft: words as they are, a number of days with what it lacks left open.

import { addDays, displayDate } from "../../calendar/index.ts";
import { spellKey, spellKeyword } from "../keywords.ts";
import type { AnnexTask, Ask } from "./annex-item.ts";
import { blockText, quoted, tidy } from "./yaml-line.ts";

export interface DraftLines {
  /** Without indent; nested lines are indented by two more. */
  lines: readonly string[];
  asks: readonly Ask[];
}

const days = /^(?:trong(?: vòng)? )?0*(\d{1,4})(?: ngày( làm việc)?)?$/i;
const due = spellKey("due", "vi");

export function draftDue({ cells }: Pick<AnnexTask, "cells">): DraftLines {
  const { due: end, days: count, start } = cells;
  const cell = end ?? count;
  if (cell === undefined) {
    return start === undefined
      ? { lines: [`${due}:`], asks: [{ code: "due_empty", facts: [], about: "due" }] }
      : {
          lines: [`${due}: # ${quoted(start.text)}`],
          asks: [{ code: "due_empty", facts: [], about: "due" }],
        };
  }
  const text = tidy(cell.text);
  const serial = cell.form === "number" ? Number(text) : Number.NaN;
  // What Excel stores for the days from 2000 to 2100, where the cell lost its format.
  if (serial > 36_526 && serial < 73_050 && Number.isInteger(serial)) {
    const day = displayDate(addDays("1899-12-30", serial));
    return {
      lines: [`${due}: # ${quoted(text)}`],
      asks: [{ code: "number_as_date", facts: [text, day], about: "due" }],
    };
  }
  const counted = days.exec(text);
  if (counted !== null && !isYear(counted[1] ?? "", text))
    return countedDays(text, counted, end === undefined);
  const value = start === undefined || start.text === cell.text ? text : `từ ${tidy(start.text)} đến ${text}`;
  const beside =
    value === text && cell.form === "text" && !/\n/.test(cell.text)
      ? ""
      : ` # ${besides(cell.text, start?.text)}`;
  return { lines: [`${due}: ${blockText(value)}${beside}`], asks: [] };
}

function besides(text: string, start: string | undefined): string {
  return start === undefined ? quoted(text) : `${quoted(start)} ${quoted(text)}`;
}

/** 30 ngày: from which day is never said by a cell; what kind of days only by its words. */
function countedDays(text: string, found: RegExpExecArray, inDays: boolean): DraftLines {
  const [, count = "", working] = found;
  const unit = working !== undefined ? "working_days" : /ngày/i.test(text) && !inDays ? "days" : null;
  const line = (key: string, value: string) => `  ${spellKey(key, "vi")}:${value === "" ? "" : ` ${value}`}`;
  return {
    lines: [
      `${due}:`,
      line("text", blockText(text)),
      line("count", String(Number(count))),
      line("unit", unit === null ? "" : spellKeyword(unit, "vi")),
      line("event", ""),
    ],
    asks: [{ code: "days_from_when", facts: [text], about: "due" }],
  };
}

function isYear(count: string, text: string): boolean {
  return text === count && Number(count) >= 1990 && Number(count) <= 2100;
}
