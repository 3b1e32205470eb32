// Checks register documents: ids, groups, the tree of agencies, codes that overlap.

import { checkKnown, checkUnique } from "./check-ids.ts";
import { cycleText, findCycles } from "./find-cycles.ts";
import type { Agency, OrganisationDocument } from "./organisation-document.ts";
import type { Path } from "./path.ts";
import type { RegimeDocument } from "./regime-document.ts";
import type { Report } from "./report.ts";

type Paths = ReadonlyMap<object, Path>;

export function checkOrganisation(document: OrganisationDocument, paths: Paths, report: Report): void {
  // Leads and targets name agencies and groups in one list, so their ids are one space.
  checkUnique([...document.groups, ...document.agencies], paths, report);
  const groups = new Map(document.groups.map((group) => [group.id, group]));
  const agencies = new Map(document.agencies.map((agency) => [agency.id, agency]));
  for (const agency of document.agencies) {
    const path = paths.get(agency) ?? [];
    for (const id of agency.groups) checkKnown(id, groups, "group_unknown", [...path, "groups", id], report);
    if (agency.parent !== null) {
      checkKnown(agency.parent, agencies, "agency_unknown", [...path, "parent"], report);
    }
    checkCodes(agency, paths, report);
  }
  const { cycles } = findCycles([...agencies.keys()], (id) => {
    const parent = agencies.get(id)?.parent ?? null;
    return parent === null ? [] : [parent];
  });
  for (const cycle of cycles) {
    const first = agencies.get(cycle[0] ?? "");
    const path = [...((first === undefined ? undefined : paths.get(first)) ?? []), "parent"];
    report.problem("agency_cycle", { path }, { ids: cycleText(cycle) });
  }
}

/** Of two codes in force at once the later one counts, and the earlier must have an end. */
function checkCodes(agency: Agency, paths: Paths, report: Report): void {
  for (const [index, code] of agency.codes.entries()) {
    const same = agency.codes
      .slice(0, index)
      .some((other) => other.from === code.from || (other.code === code.code && overlaps(other, code)));
    if (same) report.problem("code_overlaps", { path: paths.get(code) ?? [] }, { code: code.code });
  }
}

function overlaps(a: { from: string; to: string | null }, b: { from: string; to: string | null }): boolean {
  return (b.to === null || a.from <= b.to) && (a.to === null || b.from <= a.to);
}

export function checkRegime(document: RegimeDocument, paths: Paths, report: Report): void {
  checkUnique(document.periods, paths, report);
  const seen = new Map<string, string>();
  for (const period of document.periods) {
    const path = paths.get(period) ?? [];
    const first = seen.get(period.unit);
    if (first !== undefined) {
      report.problem("regime_period_repeated", { path: [...path, "every"] }, { first });
    } else seen.set(period.unit, period.id);
  }
}
