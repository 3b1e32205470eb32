// Plan → CompiledPlan: one machine per lifecycle, agencies resolved as of one day, openings laid out.

import { createCalendar } from "../calendar/index.ts";
import type { CalendarDocument } from "../language/calendar-document.ts";
import type { OrganisationDocument } from "../language/organisation-document.ts";
import type { Plan, Task } from "../language/plan.ts";
import type { RegimeDocument } from "../language/regime-document.ts";
import { createOrganisation } from "../organisation/index.ts";
import { compileInputs } from "./compile-inputs.ts";
import type {
  CompiledCoordinator,
  CompiledLifecycle,
  CompiledPlan,
  CompiledTask,
  DocumentVersion,
} from "./compiled-plan.ts";
import { ofEarlier } from "./earlier-targets.ts";
import { lifecycleMachine } from "./lifecycle-machine.ts";
import { measureOf } from "./measure-of.ts";
import { openingsOf } from "./openings.ts";

/** The register documents a plan is pinned to. */
export interface PlanRegister {
  organisation: OrganisationDocument;
  calendar: CalendarDocument;
  /** Null when the plan names none. */
  regime: RegimeDocument | null;
  /** The day as of which groups are resolved: an amendment's. Left out: the plan's date. */
  asOf?: string;
}

/** The lifecycle of coordinations, whatever lifecycle the lead's assignment follows. */
export const coordinationLifecycle = "coordination";

/** How plans behave that were issued before there were these conventions. */
const earlierConventions = {
  acceptDays: null,
  declineDays: null,
  extensionsMax: null,
  oralDays: 5,
  standingLeadConfirms: false,
  escalateDays: [],
};

/** Compiles a checked plan. An undated plan is compiled as of the first day of its period. Pure; linear in the
 *  plan's size. Throws only for a plan that `readPlan` would not have passed. */
export function compile(stored: Plan, register: PlanRegister): CompiledPlan {
  const plan = withSubmissions(ofToday(stored), register.regime);
  const issued = plan.issued ?? plan.period.from;
  const organisation = createOrganisation(register.organisation);
  const asOf = register.asOf ?? issued;
  const members = (group: string) => organisation.groupMembers(group, asOf).map((agency) => agency.id);

  const calendar = createCalendar(register.calendar);

  const successors = new Map<string, string[]>();
  for (const task of plan.tasks) {
    for (const before of task.after) {
      const list = successors.get(before);
      if (list === undefined) successors.set(before, [task.id]);
      else list.push(task.id);
    }
  }

  const lifecycles = new Map<string, CompiledLifecycle>();
  for (const definition of Object.values(plan.lifecycles)) {
    lifecycles.set(definition.id, { definition, machine: lifecycleMachine(definition) });
  }

  const tasks = new Map<string, CompiledTask>();
  for (const task of plan.tasks) {
    tasks.set(task.id, {
      task,
      leads: leadsOf(task, members),
      coordinators: coordinatorsOf(task, members),
      successors: successors.get(task.id) ?? [],
    });
  }

  const openings = plan.tasks.flatMap((task) => openingsOf(task, plan, issued, register.regime));
  // Stable: openings of one instant keep the plan's order.
  openings.sort((a, b) => (a.at ?? Number.NEGATIVE_INFINITY) - (b.at ?? Number.NEGATIVE_INFINITY));

  return {
    plan,
    lifecycles,
    tasks,
    inputs: compileInputs(plan, members, register.regime),
    measures: new Map(plan.targets.map((target) => [target.id, measureOf(target, plan, members, calendar)])),
    retired: new Map(),
    openings,
    calendar,
    organisation,
    pinned: {
      organisation: versionOf(register.organisation),
      calendar: versionOf(register.calendar),
      regime: register.regime === null ? null : versionOf(register.regime),
    },
    asOf,
    requested: new Set(
      register.organisation.agencies
        .filter((agency) => agency.standing === "requested")
        .map((agency) => agency.id),
    ),
    agencyName: (id) => organisation.agency(id)?.name ?? id,
  };
}

/** Plans stored by earlier versions lack what there was not yet. */
function ofToday(stored: Plan): Plan {
  const { inputs }: Partial<Pick<Plan, "inputs">> = stored;
  return {
    ...stored,
    ...(inputs === undefined ? ofEarlier(stored.targets) : {}),
    tasks: stored.tasks.map((task) => ({ ...task, report: (task as Partial<Task>).report ?? null })),
    conventions: { ...earlierConventions, ...stored.conventions },
  };
}

/** A due that only says "each month, by the regime" falls on the day by which the regime has reports sent. */
function withSubmissions(plan: Plan, regime: RegimeDocument | null): Plan {
  const tasks = plan.tasks.map((task) => {
    const { due } = task;
    if (due.form !== "each_period" || due.offset !== null) return task;
    const rule =
      due.regime === regime?.id ? regime?.periods.find(({ unit }) => unit === due.period) : undefined;
    const submission = rule?.submission ?? null;
    if (rule === undefined || submission === null) return { ...task, due: { ...due, offset: 0 } };
    const hour = due.hour ?? submission.hour;
    if ("offset" in submission)
      return { ...task, due: { ...due, offset: submission.offset, unit: submission.unit, hour } };
    const day = { day: submission.day, monthsAfter: submission.monthsAfter + rule.endMonthsBack };
    return { ...task, due: { ...due, offset: 0, day, hour } };
  });
  return { ...plan, tasks };
}

function versionOf({ id, from }: DocumentVersion): DocumentVersion {
  return { id, from };
}

function leadsOf(task: Task, members: (group: string) => readonly string[]): string[] {
  const leads = new Set([...task.lead.agencies, ...task.lead.groups.flatMap((group) => members(group))]);
  for (const agency of task.lead.except) leads.delete(agency);
  return [...leads];
}

function coordinatorsOf(task: Task, members: (group: string) => readonly string[]): CompiledCoordinator[] {
  const byAgency = new Map<string, CompiledCoordinator>();
  for (const { agency, group, duty, due } of task.coordinators) {
    if (duty === "inform") continue;
    const agencies = agency === null ? members(group ?? "") : [agency];
    for (const id of agencies) {
      // An agency named by itself and through a group answers once, as it is named by itself.
      if (agency !== null || !byAgency.has(id)) byAgency.set(id, { agency: id, duty, due });
    }
  }
  return [...byAgency.values()];
}
