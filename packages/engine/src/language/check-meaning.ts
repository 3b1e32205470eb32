// Checks a normalised plan against itself and against the register documents at hand.

import { createOrganisation } from "../organisation/index.ts";
import type { CalendarDocument } from "./calendar-document.ts";
import { checkDues } from "./check-dues.ts";
import { checkInputs } from "./check-inputs.ts";
import { checkLifecycle } from "./check-lifecycle.ts";
import { checkParties } from "./check-parties.ts";
import { checkReferences } from "./check-references.ts";
import type { NormalisedPlan } from "./normalise-plan.ts";
import type { OrganisationDocument } from "./organisation-document.ts";
import type { DateText, Plan, WhoRole } from "./plan.ts";
import type { RegimeDocument } from "./regime-document.ts";
import type { Report } from "./report.ts";

/** Register documents to check against; what is not at hand is not checked. */
export interface CheckAgainst {
  organisation?: OrganisationDocument | null | undefined;
  calendar?: CalendarDocument | null | undefined;
  regime?: RegimeDocument | null | undefined;
  /** An amendment's day: what it names may exist on this day or on the plan's. */
  asOf?: DateText | undefined;
}

export function checkMeaning(
  { plan, paths, hasPeriod, lostTargets }: NormalisedPlan,
  against: CheckAgainst,
  report: Report,
): void {
  const organisation = named(plan.organisation, against.organisation, "organisation", report);
  named(plan.calendar, against.calendar, "calendar", report);
  const regime = named(plan.regime ?? "", against.regime, "regime", report);
  const order = checkReferences({ plan, paths, report, lostTargets });
  checkInputs({ plan, paths, report });
  checkDues({ plan, paths, report, regime, hasPeriod, order });
  if (organisation !== null) {
    const issued = plan.issued ?? (hasPeriod ? plan.period.from : null);
    checkParties({
      plan,
      paths,
      report,
      organisation: createOrganisation(organisation),
      agencies: new Map(organisation.agencies.map((agency) => [agency.id, agency])),
      groups: new Map(organisation.groups.map((group) => [group.id, group])),
      date: against.asOf ?? issued,
      issued,
    });
  }
  for (const lifecycle of Object.values(plan.lifecycles)) {
    if (lifecycle.version !== null) continue;
    checkLifecycle({ lifecycle, paths, report, vacant: vacantRoles(plan, lifecycle.id) });
  }
}

/** The document, if it is the one the plan names. */
function named<Document extends { id: string }>(
  wanted: string,
  given: Document | null | undefined,
  key: "organisation" | "calendar" | "regime",
  report: Report,
): Document | null {
  if (given === null || given === undefined || wanted === "") return null;
  if (given.id === wanted) return given;
  report.problem("document_other", { path: [key] }, { wanted, given: given.id });
  return null;
}

/** Roles a plan may leave unfilled: nobody monitors, nobody leads it as a whole. */
function vacantRoles(plan: Plan, lifecycle: string): Set<WhoRole> {
  const vacant = new Set<WhoRole>();
  if (plan.standingLeads.length === 0) vacant.add("standing_lead");
  const monitored = plan.tasks.some((task) => task.lifecycle === lifecycle && task.monitors.length > 0);
  if (plan.monitors.length === 0 && !monitored) vacant.add("monitor");
  return vacant;
}
