// Written authorities → their document, with the checks of whom they name.

import type { AuthoritiesDocument, Authority, PersonPosition } from "./authorities-document.ts";
import { checkKnown, checkUnique } from "./check-ids.ts";
import { shown } from "./date-text.ts";
import { type Loose, many, present } from "./loose.ts";
import { headOf, longAgo, type RegisterReading } from "./normalise-register.ts";
import { at, dateAt, spanAt } from "./reading.ts";
import type { WrittenAuthorities } from "./written/written-register.ts";

export function normaliseAuthorities(
  reading: RegisterReading,
  written: Loose<WrittenAuthorities>,
): AuthoritiesDocument {
  const head = headOf(reading, written);
  const { report } = reading;
  return {
    kind: "authorities",
    ...head,
    people: present(written.people).map(([index, person]): PersonPosition => {
      const path = ["people", index];
      const from = dateAt(report, person.from, [...path, "from"]) ?? longAgo;
      const to = dateAt(report, person.to, [...path, "to"]);
      if (to !== null && to < from)
        report.problem("span_reversed", { path: [...path, "to"] }, { from: shown(from), to: shown(to) });
      return at(reading, path, {
        id: person.id ?? "",
        name: person.name ?? "",
        agency: person.agency ?? "",
        roles: many(person.roles),
        from,
        to,
      });
    }),
    authorities: present(written.authorities).map(([index, authority]): Authority => {
      const path = ["authorities", index];
      const { document = {} } = authority;
      const days = spanAt(report, authority, path) ?? { from: longAgo, to: longAgo };
      return at(reading, path, {
        id: authority.id ?? "",
        substitute: authority.substitute ?? "",
        standsFor: authority.stands_for ?? "",
        agency: authority.agency ?? null,
        roles: authority.roles === undefined ? null : many(authority.roles),
        document: {
          number: document.number ?? "",
          date: dateAt(report, document.date, [...path, "document", "date"]) ?? longAgo,
          issuer: document.issuer ?? null,
          title: document.title ?? null,
        },
        ...days,
      });
    }),
  };
}

/** Every authority is of people the document lists, of two of them, and for one agency. */
export function checkAuthorities(
  { paths, report }: RegisterReading,
  { people, authorities }: AuthoritiesDocument,
): void {
  checkUnique(authorities, paths, report);
  const known = Map.groupBy(people, ({ id }) => id);
  for (const authority of authorities) {
    const { substitute, standsFor, agency } = authority;
    const path = paths.get(authority) ?? [];
    checkKnown(substitute, known, "person_unknown", [...path, "substitute"], report);
    if (!checkKnown(standsFor, known, "person_unknown", [...path, "stands_for"], report)) continue;
    if (substitute === standsFor && substitute !== "")
      report.problem("authority_to_oneself", { path: [...path, "substitute"] }, { id: substitute });
    const held = [...new Set((known.get(standsFor) ?? []).map((position) => position.agency))];
    if (agency === null ? held.length > 1 : !held.includes(agency)) {
      const place = agency === null ? "stands_for" : "agency";
      report.problem("authority_agency", { path: [...path, place] }, { id: standsFor, agencies: held });
    }
  }
}
