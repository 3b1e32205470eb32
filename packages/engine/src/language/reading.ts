// What every step of giving a written document its meaning shares.

import { readDate, readHour, shown } from "./date-text.ts";
import type { Loose } from "./loose.ts";
import { many } from "./loose.ts";
import type { Path } from "./path.ts";
import type { Annotated, Conventions, DateText, HourText, Period, Understanding } from "./plan.ts";
import { short } from "./read-written.ts";
import type { Report } from "./report.ts";
import type { WrittenAnnotations } from "./written/pieces.ts";

export interface Reading {
  report: Report;
  /** Where each node of the plan stands. */
  paths: Map<object, Path>;
  conventions: Conventions;
  period: Period;
  /** The year of the period when it lies in one; null otherwise. */
  year: number | null;
  /** Whether an id names a group of the organisation the plan is read against. */
  isGroup: (id: string) => boolean;
}

/** Notes where a node stands and returns it. */
export function at<Node extends object>(reading: Pick<Reading, "paths">, path: Path, node: Node): Node {
  reading.paths.set(node, path);
  return node;
}

/** Null, with a problem, when the text is no date. */
export function dateAt(report: Report, text: string | undefined, path: Path): DateText | null {
  if (text === undefined) return null;
  const read = readDate(text);
  if (read.ok) return read.date;
  if (read.nearest === null) report.problem("date_not_understood", { path }, { text: short(text) });
  else {
    const iso = /^\d{4}-/.test(text);
    const mend = iso ? read.nearest : shown(read.nearest);
    report.problem("date_not_real", { path }, { text: short(text), nearest: shown(read.nearest) }, mend);
  }
  return null;
}

/** Null, with a problem, when the text is no hour. */
export function hourAt(report: Report, text: string | undefined, path: Path): HourText | null {
  if (text === undefined) return null;
  const hour = readHour(text);
  if (hour === null) report.problem("hour_not_real", { path }, { text: short(text) });
  return hour;
}

/** A span of two written dates; null when one is missing or wrong, or, with a problem, when they are reversed. */
export function spanAt(
  report: Report,
  written: Loose<{ from: string; to: string }>,
  path: Path,
): { from: DateText; to: DateText } | null {
  const from = dateAt(report, written.from, [...path, "from"]);
  const to = dateAt(report, written.to, [...path, "to"]);
  if (from === null || to === null) return null;
  if (to < from) {
    report.problem("span_reversed", { path: [...path, "to"] }, { from: shown(from), to: shown(to) });
    return null;
  }
  return { from, to };
}

const bare: Annotated = { source: [], assumption: null, understood: null };

/** What a node written without annotations carries. */
export function unannotated(): Annotated {
  return { ...bare };
}

export function annotated(reading: Reading, written: Loose<WrittenAnnotations>, path: Path): Annotated {
  const { source, assumption, understood_as } = written;
  if (source === undefined && assumption === undefined && understood_as === undefined) return unannotated();
  const assumptions = many(assumption);
  return {
    source: many(source),
    assumption: assumptions.length === 0 ? null : assumptions.join("\n"),
    understood:
      understood_as === undefined ? null : understanding(reading, understood_as, [...path, "understood_as"]),
  };
}

function understanding(
  reading: Reading,
  written: Loose<{ reading: string; by: string; on: string }>,
  path: Path,
): Understanding | null {
  const on = dateAt(reading.report, written.on, [...path, "on"]);
  const { reading: text, by } = written;
  return text === undefined || by === undefined || on === null ? null : { reading: text, by, on };
}
