// Written organisations and regimes → their documents, and what every document of the register begins with.

import { shown } from "./date-text.ts";
import { type Loose, many, placed, present } from "./loose.ts";
import type { Agency, AgencyCode, OrganisationDocument } from "./organisation-document.ts";
import type { Path } from "./path.ts";
import type { DateText } from "./plan.ts";
import { at, dateAt, hourAt } from "./reading.ts";
import type { RegimeDocument, Submission } from "./regime-document.ts";
import type { Report } from "./report.ts";
import type { WrittenOrganisation, WrittenRegime } from "./written/written-register.ts";

export interface RegisterReading {
  report: Report;
  paths: Map<object, Path>;
}

export const longAgo: DateText = "0001-01-01";

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
          submission === undefined ? null : submissionOf(reading, submission, [...path, "submission"]),
      });
    }),
  };
}

function submissionOf(
  { report }: RegisterReading,
  written: NonNullable<NonNullable<NonNullable<Loose<WrittenRegime>["periods"]>[number]>["submission"]>,
  path: Path,
): Submission {
  const { offset, unit, day, months_after } = written;
  const hour = hourAt(report, written.hour, [...path, "hour"]);
  const counted = offset !== undefined || unit !== undefined;
  if (counted === (day !== undefined) || (day === undefined && months_after !== undefined))
    report.problem("submission_unclear", { path }, {});
  return day === undefined
    ? { offset: offset ?? 0, unit: unit ?? "days", hour }
    : { day, monthsAfter: months_after ?? 0, hour };
}

export function headOf(
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
