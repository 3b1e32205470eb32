// Written due → Due: reads the short text, puts the spelled-out parts together.

import { readDate, shown } from "./date-text.ts";
import { type DueReading, readDueText } from "./due-text.ts";
import { spellKey, spellKeyword } from "./keywords.ts";
import type { Loose } from "./loose.ts";
import type { Path } from "./path.ts";
import type { DateText, Due, TaskMode } from "./plan.ts";
import { short } from "./read-written.ts";
import { hourAt, type Reading } from "./reading.ts";
import type { WrittenDue, WrittenDueObject } from "./written/written-due.ts";

export interface NormalisedDue {
  /** None when it has a problem. */
  due: Due;
  mode: TaskMode | null;
  span: { from: DateText; to: DateText } | null;
  /** False: a problem was reported, and nothing follows from the due. */
  understood: boolean;
}

const noDue: NormalisedDue = { due: { form: "none", text: null }, mode: null, span: null, understood: true };

export function normaliseDue(
  reading: Reading,
  written: Loose<WrittenDue> | undefined,
  path: Path,
): NormalisedDue {
  if (written === undefined) return noDue;
  if (typeof written === "string") return fromText(reading, written, path);
  const due = fromParts(reading, written, path);
  return due === null ? { ...noDue, understood: false } : { ...noDue, due };
}

function fromText(reading: Reading, text: string, path: Path): NormalisedDue {
  const read = readDueText(text, { year: reading.year, before: reading.conventions.before });
  if (read.ok) return { due: read.due, mode: read.mode, span: read.span, understood: true };
  reportFault(reading, text, read, path);
  return { ...noDue, understood: false };
}

function reportFault(
  reading: Reading,
  text: string,
  read: Extract<DueReading, { ok: false }>,
  path: Path,
): void {
  const { report } = reading;
  const { fault } = read;
  switch (fault.code) {
    case "due_not_understood":
    case "due_year_missing":
    case "due_vague":
    case "due_in_hours":
    case "due_day_of_period":
      report.problem(fault.code, { path }, { text: short(text) });
      return;
    case "hour_not_real":
      report.problem("hour_not_real", { path }, { text: fault.text });
      return;
    case "due_before_unclear":
      report.problem(fault.code, { path }, { ...fault, text: short(text) });
      return;
    case "date_not_real": {
      const start = text.toLowerCase().indexOf(fault.written);
      const nearest = shown(fault.nearest);
      const withYear = /\d{4}/.test(fault.written);
      const mend = /^\d{4}-/.test(fault.written) ? fault.nearest : withYear ? nearest : nearest.slice(0, 5);
      const spot = start < 0 ? { path } : { path, within: { start, end: start + fault.written.length } };
      report.problem("date_not_real", spot, { text: fault.written, nearest }, start < 0 ? null : mend);
      return;
    }
  }
}

/** The part that decides the form; exactly one may be there. */
const deciding = ["date", "count", "every", "window_end", "session", "none"] as const;
/** What may stand beside it. */
const beside: Record<(typeof deciding)[number], readonly (keyof WrittenDueObject)[]> = {
  date: ["bound", "hour"],
  count: ["unit", "event", "completed", "hour"],
  every: ["regime", "offset", "unit", "hour"],
  window_end: ["hour"],
  session: [],
  none: [],
};

function fromParts(reading: Reading, written: Loose<WrittenDueObject>, path: Path): Due | null {
  const { report } = reading;
  const stated = deciding.filter((key) => written[key] !== undefined && written[key] !== false);
  const [form] = stated;
  const foreign = (Object.keys(written) as (keyof WrittenDueObject)[]).filter(
    (key) =>
      key !== "text" &&
      key !== form &&
      written[key] !== undefined &&
      (form === undefined || !beside[form].includes(key)),
  );
  const both = written.event !== undefined && written.completed !== undefined;
  const wrong = both ? (["event", "completed"] as const) : foreign;
  if (form === undefined || wrong.length > 0) {
    const keys = form === undefined || both ? wrong : [form, ...wrong];
    report.problem("due_parts_unclear", { path }, { keys: keys.map((key) => spellKey(key, report.keys)) });
    return null;
  }
  const hour = hourAt(report, written.hour, [...path, "hour"]);
  const text = written.text ?? describe(written);
  switch (form) {
    case "date": {
      const last = lastDay(reading, written.date ?? "", written.bound ?? "on_or_before", [...path, "date"]);
      return last === null
        ? null
        : { form: "date", text, date: last, hour, bound: written.bound ?? "on_or_before" };
    }
    case "count":
      return {
        form: "after",
        text,
        count: written.count ?? 0,
        unit: written.unit ?? "working_days",
        event:
          written.completed === undefined
            ? { on: written.event ?? "opening" }
            : { on: "task", task: written.completed },
        hour,
      };
    case "every":
      return {
        form: "each_period",
        text,
        period: written.every ?? "month",
        regime: written.regime ?? null,
        offset: written.offset ?? (written.regime === undefined ? 0 : null),
        unit: written.unit ?? "days",
        hour,
      };
    case "window_end":
      return { form: "window_end", text, hour };
    case "session":
      return { form: "session", text, session: written.session ?? "" };
    case "none":
      return { form: "none", text };
  }
}

/** The last day it can be done: here the bound is the author's own choice of words. */
function lastDay(
  reading: Reading,
  date: string,
  bound: "before" | "on_or_before",
  path: Path,
): DateText | null {
  const context = { year: reading.year, before: "strict" as const };
  const real = readDate(date, reading.year);
  const read =
    real.ok || real.nearest !== null
      ? readDueText(bound === "before" ? `trước ${date}` : date, context)
      : null;
  if (read?.ok === true && read.due.form === "date") return read.due.date;
  if (read === null || read.ok)
    reading.report.problem("date_not_understood", { path }, { text: short(date) });
  else reportFault(reading, date, read, path);
  return null;
}

/** The words of a due that was spelled out without any. */
function describe(written: Loose<WrittenDueObject>): string {
  // Vietnamese whatever the file's keys: a plan means the same in both spellings.
  const keys = "vi";
  const word = (keyword: string | undefined) => (keyword === undefined ? "" : spellKeyword(keyword, keys));
  const parts: (string | number | undefined)[] = [];
  if (written.date !== undefined) parts.push(word(written.bound), written.date);
  if (written.count !== undefined) {
    parts.push(written.count, word(written.unit ?? "working_days"));
    if (written.completed !== undefined) parts.push(spellKey("completed", keys), written.completed);
    else parts.push(spellKey("event", keys), word(written.event ?? "opening"));
  }
  if (written.every !== undefined) {
    parts.push(spellKey("every", keys), word(written.every));
    if (written.offset !== undefined) parts.push("+", written.offset, word(written.unit ?? "days"));
  }
  if (written.window_end === true) parts.push(spellKey("window_end", keys));
  if (written.none === true) parts.push(spellKey("none", keys));
  if (written.session !== undefined) parts.push(written.session);
  parts.push(written.hour);
  return parts.filter((part) => part !== undefined && part !== "").join(" ");
}
