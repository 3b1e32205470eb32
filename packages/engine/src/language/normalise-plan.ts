// Written plan → Plan: everything written out, nothing yet checked against the register.

import { readYears } from "./date-text.ts";
import { defaultConventions } from "./default-conventions.ts";
import { builtInLifecycles } from "./lifecycles/built-in.ts";
import { type Loose, many, present } from "./loose.ts";
import { type InputDefaults, InputList } from "./normalise-input.ts";
import { normaliseLifecycle } from "./normalise-lifecycle.ts";
import { normaliseTargets } from "./normalise-target.ts";
import { normaliseTask, parties } from "./normalise-task.ts";
import type { Path } from "./path.ts";
import type {
  Conventions,
  DocumentReference,
  Lifecycle,
  LifecycleCommand,
  Period,
  Plan,
  Signer,
  Task,
} from "./plan.ts";
import { short } from "./read-written.ts";
import { annotated, at, dateAt, type Reading, spanAt, unannotated } from "./reading.ts";
import type { Report } from "./report.ts";
import type { WrittenPlan } from "./written/written-plan.ts";

export interface NormalisedPlan {
  plan: Plan;
  paths: ReadonlyMap<object, Path>;
  /** Whether the text states a period that could be read. */
  hasPeriod: boolean;
  /** Ids of targets that could not be read; what refers to them is not to blame. */
  lostTargets: ReadonlySet<string>;
}

/** Says nothing about the dues of a plan whose period is unknown. */
const unknownPeriod: Period = { from: "0001-01-01", to: "9999-12-31" };

export function normalisePlan(
  written: Loose<WrittenPlan>,
  report: Report,
  isGroup: (id: string) => boolean,
  defaults: Partial<Conventions>,
): NormalisedPlan {
  const stated = readPeriod(report, written.period);
  const period = stated ?? unknownPeriod;
  const reading: Reading = {
    report,
    paths: new Map(),
    conventions: conventions(written.conventions, defaults),
    period,
    year: yearOf(stated, written.issued),
    isGroup,
  };
  const tasks = present(written.tasks).map(([index, task]) => normaliseTask(reading, task, ["tasks", index]));
  const inputs = new InputList(reading);
  const shared: InputDefaults = {
    reporters: { agencies: [], groups: [], except: [] },
    regime: written.regime ?? null,
    every: written.report_every ?? "year",
    cumulative: undefined,
    notes: unannotated(),
  };
  inputs.declare(written.inputs, ["inputs"], shared);
  const targets = normaliseTargets(reading, written.targets, inputs, shared);
  const plan: Plan = {
    language: 1,
    kind: written.kind ?? "plan",
    id: written.id ?? "",
    number: written.number ?? null,
    title: written.title ?? "",
    issuer: written.issuer ?? "",
    issued: dateAt(report, written.issued, ["issued"]),
    signer: signer(written.signer),
    bases: many(written.bases),
    period,
    parent: parent(reading, written.parent),
    viceChair: written.vice_chair ?? null,
    office: office(written.office),
    standingLeads: parties(reading, written.standing_leads, ["standing_leads"]),
    monitors: parties(reading, written.monitors, ["monitors"]),
    organisation: written.organisation ?? "",
    calendar: written.calendar ?? "",
    regime: written.regime ?? null,
    visibility: written.visibility ?? "named",
    conventions: reading.conventions,
    statements: present(written.statements).map(([index, statement]) =>
      at(reading, ["statements", index], {
        id: statement.id ?? "",
        at: statement.at ?? "",
        gist: statement.gist ?? null,
      }),
    ),
    objectives: present(written.objectives).map(([index, objective]) => {
      const path = ["objectives", index];
      return at(reading, path, {
        id: objective.id ?? "",
        title: objective.title ?? "",
        parent: objective.parent ?? null,
        ...annotated(reading, objective, path),
      });
    }),
    tasks,
    inputs: inputs.inputs,
    targets,
    lifecycles: lifecycles(reading, written, tasks),
    ...annotated(reading, written, []),
  };
  const lostTargets = new Set(
    present(written.targets).flatMap(([, { type, id }]) =>
      type === undefined && id !== undefined ? [id] : [],
    ),
  );
  return { plan: at(reading, [], plan), paths: reading.paths, hasPeriod: stated !== null, lostTargets };
}

function conventions(
  written: Loose<WrittenPlan>["conventions"],
  defaults: Partial<Conventions>,
): Conventions {
  const base = { ...defaultConventions, ...defaults };
  return {
    before: written?.before ?? base.before,
    rollForward: written?.roll_forward ?? base.rollForward,
    dueSoonDays: written?.due_soon_days ?? base.dueSoonDays,
    answerDays: written?.answer_days ?? base.answerDays,
    silenceAgrees: written?.silence_agrees ?? base.silenceAgrees,
    enteredLateDays: written?.entered_late_days ?? base.enteredLateDays,
    acceptDays: written?.accept_days === "by_hand" ? null : (written?.accept_days ?? base.acceptDays),
    declineDays: written?.decline_days ?? base.declineDays,
    extensionsMax: written?.extensions_max ?? base.extensionsMax,
    oralDays: written?.oral_days ?? base.oralDays,
    standingLeadConfirms: written?.standing_lead_confirms ?? base.standingLeadConfirms,
    escalateDays: written?.escalate_days === undefined ? base.escalateDays : many(written.escalate_days),
  };
}

function readPeriod(report: Report, written: Loose<WrittenPlan>["period"]): Period | null {
  if (written === undefined) return null;
  if (typeof written === "object") return spanAt(report, written, ["period"]);
  const text = String(written);
  const years = readYears(text);
  if (years === null) report.problem("period_not_understood", { path: ["period"] }, { text: short(text) });
  return years;
}

/** Of a plan whose period has a problem the year of issue, or any: its dues shall not have problems for that. */
function yearOf(period: Period | null, issued: string | undefined): number | null {
  if (period === null) return Number(/\d{4}/.exec(issued ?? "")?.[0] ?? "2000");
  const [from, to] = [period.from.slice(0, 4), period.to.slice(0, 4)];
  return from === to ? Number(from) : null;
}

function signer(written: Loose<WrittenPlan>["signer"]): Signer | null {
  if (written === undefined) return null;
  return { name: written.name ?? "", position: written.position ?? "", capacity: written.capacity ?? null };
}

function parent(reading: Reading, written: Loose<WrittenPlan>["parent"]): DocumentReference | null {
  if (written === undefined) return null;
  if (typeof written === "string") return { title: written, number: null, date: null, issuer: null };
  return {
    title: written.title ?? "",
    number: written.number ?? null,
    date: dateAt(reading.report, written.date, ["parent", "date"]),
    issuer: written.issuer ?? null,
  };
}

function office(written: Loose<WrittenPlan>["office"]): Plan["office"] {
  if (written === undefined) return null;
  return { agency: written.agency ?? "", unit: written.unit ?? null, officer: written.officer ?? null };
}

/** The author's own lifecycles and the built-in ones in use, in that order. */
function lifecycles(
  reading: Reading,
  written: Loose<WrittenPlan>,
  tasks: readonly Task[],
): Record<string, Lifecycle> {
  const builtIns = builtInLifecycles();
  const all = Object.create(null) as Record<string, Lifecycle>;
  for (const [id, lifecycle] of Object.entries(written.lifecycles ?? {})) {
    if (lifecycle === undefined) continue;
    const path = ["lifecycles", id];
    if (builtIns.has(id)) reading.report.problem("lifecycle_reserved", { path, part: "key" }, { id });
    else all[id] = normaliseLifecycle(reading, id, lifecycle, path, builtIns);
  }
  const used = new Set(tasks.map((task) => task.lifecycle));
  if (tasks.some((task) => task.coordinators.some(({ duty }) => duty !== "inform"))) used.add("coordination");
  for (const [id, lifecycle] of builtIns) if (used.has(id)) all[id] = lifecycle;
  if (reading.conventions.standingLeadConfirms)
    for (const [id, lifecycle] of Object.entries(all)) all[id] = standingLeadConfirms(lifecycle);
  return all;
}

/** The same lifecycle with the standing lead among those who confirm and return work. */
function standingLeadConfirms(lifecycle: Lifecycle): Lifecycle {
  const commands = Object.assign(Object.create(null) as Record<string, LifecycleCommand>, lifecycle.commands);
  for (const id of ["confirm", "rework"]) {
    const command = commands[id];
    if (command !== undefined && !command.who.includes("standing_lead"))
      commands[id] = { ...command, who: [...command.who, "standing_lead"] };
  }
  return { ...lifecycle, commands };
}
