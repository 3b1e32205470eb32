// Written register documents → organisation, calendar, regime.

import { addDays, daysBetween } from "../calendar/index.ts";
import type { CalendarDocument, Holiday } from "./calendar-document.ts";
import { shown } from "./date-text.ts";
import { type Loose, many, placed, present } from "./loose.ts";
import type { Agency, AgencyCode, OrganisationDocument } from "./organisation-document.ts";
import type { Path } from "./path.ts";
import type { DateText } from "./plan.ts";
import { at, dateAt, hourAt, spanAt } from "./reading.ts";
import type { RegimeDocument } from "./regime-document.ts";
import type { Report } from "./report.ts";
import type { WrittenCalendar, WrittenOrganisation, WrittenRegime } from "./written/written-register.ts";

export interface RegisterReading {
  report: Report;
  paths: Map<object, Path>;
}

const longAgo: DateText = "0001-01-01";

export function normaliseOrganisation(
  reading: RegisterReading,
  written: Loose<WrittenOrganisation>,
): OrganisationDocument {
  const head = headOf(reading, written);
  return {
    kind: "organisation",
    ...head,
    agencies: present(written.agencies).map(([index, agency]) => agencyOf(reading, agency, head.from, index)),
    groups: present(written.groups).map(([index, group]) =>
      at(reading, ["groups", index], { id: group.id ?? "", name: group.name ?? "" }),
    ),
  };
}

function agencyOf(
  { report, paths }: RegisterReading,
  written: NonNullable<NonNullable<Loose<WrittenOrganisation>["agencies"]>[number]>,
  documentFrom: DateText,
  index: number,
): Agency {
  const path = ["agencies", index];
  const from = dateAt(report, written.from, [...path, "from"]) ?? documentFrom;
  const to = dateAt(report, written.to, [...path, "to"]);
  if (to !== null && to < from) {
    report.problem("span_reversed", { path: [...path, "to"] }, { from: shown(from), to: shown(to) });
  }
  const codes = placed(written.codes).map(({ item, steps }): AgencyCode => {
    const place = [...path, "codes", ...steps];
    if (typeof item === "string") return at({ paths }, place, { code: item, from, to: null });
    const first = dateAt(report, item.from, [...place, "from"]) ?? from;
    const last = dateAt(report, item.to, [...place, "to"]);
    if (last !== null && last < first) {
      report.problem("span_reversed", { path: [...place, "to"] }, { from: shown(first), to: shown(last) });
    }
    return at({ paths }, place, { code: item.code ?? "", from: first, to: last });
  });
  return at({ paths }, path, {
    id: written.id ?? "",
    name: written.name ?? "",
    abbreviation: written.abbreviation ?? null,
    codes,
    kind: written.kind ?? "other",
    parent: written.parent ?? null,
    groups: many(written.groups),
    standing: written.standing ?? "assigned",
    from,
    to,
  });
}

const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
/** Longer than any Tết; a slip of the year would else make thousands of days off. */
const longestHoliday = 31;

export function normaliseCalendar(
  reading: RegisterReading,
  written: Loose<WrittenCalendar>,
): CalendarDocument {
  const { report } = reading;
  const weekend = many(written.weekend ?? ["saturday", "sunday"]).map((day) => weekdays.indexOf(day) + 1);
  const covers = written.covers === undefined ? null : spanAt(report, written.covers, ["covers"]);
  return {
    kind: "calendar",
    ...headOf(reading, written),
    weekend: [...new Set(weekend)].sort(),
    holidays: present(written.holidays).flatMap(([index, holiday]) => holidaysOf(reading, holiday, index)),
    swaps: present(written.swaps).flatMap(([index, swap]) => {
      const path = ["swaps", index];
      const off = dateAt(report, swap.off, [...path, "off"]);
      const worked = dateAt(report, swap.worked, [...path, "worked"]);
      if (off === null || worked === null) return [];
      return [at(reading, path, { off, worked, source: swap.source ?? null })];
    }),
    covers: covers ?? { from: longAgo, to: longAgo },
  };
}

/** A holiday of several days is a row for each. */
function holidaysOf(
  { report }: RegisterReading,
  written: NonNullable<NonNullable<Loose<WrittenCalendar>["holidays"]>[number]>,
  index: number,
): Holiday[] {
  const path = ["holidays", index];
  const { name = "", source = null } = written;
  const spans = written.from !== undefined && written.to !== undefined;
  const either = written.from !== undefined || written.to !== undefined;
  if ((written.date !== undefined) === either || spans !== either) {
    report.problem("holiday_unclear", { path }, {});
    return [];
  }
  if (!spans) {
    const date = dateAt(report, written.date, [...path, "date"]);
    return date === null ? [] : [{ date, name, source }];
  }
  const span = spanAt(report, written, path);
  if (span === null) return [];
  const length = daysBetween(span.from, span.to) + 1;
  if (length > longestHoliday) {
    report.problem("holiday_too_long", { path: [...path, "to"] }, { limit: longestHoliday });
    return [];
  }
  return Array.from({ length }, (_, day) => ({ date: addDays(span.from, day), name, source }));
}

export function normaliseRegime(reading: RegisterReading, written: Loose<WrittenRegime>): RegimeDocument {
  return {
    kind: "regime",
    ...headOf(reading, written),
    periods: present(written.periods).map(([index, period]) => {
      const path = ["periods", index];
      const { submission } = period;
      const unit = period.every ?? "month";
      return at(reading, path, {
        id: period.id ?? "",
        unit,
        startDay: period.start_day ?? 1,
        startMonthsBack: period.start_months_back ?? 0,
        endDay: period.end_day ?? (unit === "week" ? 7 : 31),
        endMonthsBack: period.end_months_back ?? 0,
        submission:
          submission === undefined
            ? null
            : {
                offset: submission.offset ?? 0,
                unit: submission.unit ?? "days",
                hour: hourAt(reading.report, submission.hour, [...path, "submission", "hour"]),
              },
      });
    }),
  };
}

function headOf(
  { report }: RegisterReading,
  written: Loose<{ id: string; title: string; from: string; source?: string }>,
): { id: string; title: string; from: DateText; source: string | null } {
  return {
    id: written.id ?? "",
    title: written.title ?? "",
    from: dateAt(report, written.from, ["from"]) ?? longAgo,
    source: written.source ?? null,
  };
}
