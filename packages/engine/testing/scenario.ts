// A situation officials would recognise, as its file says it: a plan, dated steps, and the ledger they must give.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import type { SourceText } from "../src/engine/engine.ts";
import type { Actor, ActorRole, CommandData, Decision, DocumentLink } from "../src/execute/command.ts";

/** A file of `scenarios/`. Times are wall-clock times in Vietnam, "2017-03-06 09:00". */
export interface Scenario {
  title: { vi: string; en: string };
  /** Keys of the plan that differ from `base/plan.yaml`; its conventions are merged, everything else is replaced. */
  plan: Readonly<Record<string, unknown>>;
  /** Calendars of the national register to be read against, instead of the scenarios' own. */
  calendars?: readonly string[];
  /** Further documents of the register, such as authorities to stand in. */
  register?: readonly Readonly<Record<string, unknown>>[];
  /** The assignments spoken of, by a name of the scenario's own. */
  assignments: Readonly<Record<string, AssignmentName>>;
  steps: readonly ScenarioStep[];
  /** By assignment: its entries, one line each, as `ledgerLine` writes them. */
  ledger: Readonly<Record<string, readonly string[]>>;
  /** By assignment: who is told what, "reason → agency". What is left out is not looked at. */
  told?: Readonly<Record<string, readonly string[]>>;
  /** By assignment: what readers are shown at the end. */
  end: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export interface AssignmentName {
  task: string;
  /** Default: the task's only lead. */
  agency?: string;
  role?: "lead" | "coordinator";
  occurrence?: string;
}

/** With neither `do` nor `read`, time passes and the clock is heard. */
export interface ScenarioStep {
  at: string;
  /** A person of `base/cast.yaml`, or several positions in one person: "giam-doc-cong-an + van-phong". */
  who?: string;
  /** Whom that person stands in for, by which document and for how long. */
  in_place_of?: { who: string; document: DocumentLink; from: string; to: string };
  /** The authority of the register by which that person acts for somebody else, by id. */
  by_authority?: string;
  do?: string;
  /** An assignment's name, or "plan". */
  to?: string;
  data?: CommandData;
  /** With "adopt": the newer calendar of the national register. */
  calendar?: string;
  on_behalf_of?: Decision;
  /** When it happened, where that is not `at`. */
  happened?: string;
  /** A refusal's code. Default: accepted. */
  refused?: string;
  /** What this person finds in the free texts of the assignment's entries, in order; null where it is withheld. */
  reads?: readonly (string | null)[];
  /** No sweep before this step: the engine was down since the step before. */
  down?: boolean;
}

const folder = new URL("../scenarios/", import.meta.url);

export function readScenario(file: string): Scenario {
  return parse(textOf(file)) as Scenario;
}

function textOf(file: string): string {
  return readFileSync(fileURLToPath(new URL(file, folder)), "utf8");
}

/** The register documents a scenario is read against. */
export function registerOf({ calendars, register = [] }: Scenario): SourceText[] {
  const organisation = { file: "organisation.yaml", text: textOf("base/organisation.yaml") };
  const own = register.map((document) => ({
    file: "register.yaml",
    text: JSON.stringify(document, null, 1),
  }));
  if (calendars !== undefined) return [organisation, ...own, ...calendars.map(nationalCalendar)];
  return [organisation, ...own, { file: "calendar.yaml", text: textOf("base/calendar.yaml") }];
}

export function nationalCalendar(file: string): SourceText {
  return { file, text: textOf(`../../../plans/register/${file}`) };
}

/** The plan's text and the day of its issue. JSON is YAML. */
export function planOf(scenario: Scenario): { plan: SourceText; issued: string } {
  const base = parse(textOf("base/plan.yaml"));
  const conventions = { ...base.conventions, ...(scenario.plan.conventions ?? {}) };
  const plan = { ...base, ...scenario.plan, conventions };
  return { plan: { file: "plan.yaml", text: JSON.stringify(plan, null, 1) }, issued: plan.issued };
}

const cast = parse(textOf("base/cast.yaml")) as Record<
  string,
  { name: string; agency: string; role: ActorRole }
>;

/** Who takes a step, and in whose place. */
export function actorOf(step: ScenarioStep): Actor {
  const actor = personOf(step.who ?? "");
  if (step.by_authority !== undefined) return { ...actor, standsInFor: step.by_authority };
  if (step.in_place_of === undefined) return actor;
  const { who, ...authority } = step.in_place_of;
  const { id, name, agency, roles } = personOf(who);
  return { ...actor, standsInFor: { id, name, agency: agency ?? "", roles, ...authority } };
}

/** A person of the cast; "a + b" is one person in both positions, acting in the agency of the last. */
export function personOf(who: string): Actor {
  const members = who.split(" + ").map((key) => {
    const member = cast[key];
    if (member === undefined) throw new Error(`Nobody in the cast is called ${key}.`);
    return { id: key, ...member };
  });
  const [first, last] = [members[0], members.at(-1)];
  if (first === undefined || last === undefined) throw new Error("Nobody was named.");
  return { id: first.id, name: first.name, agency: last.agency, roles: members.map(({ role }) => role) };
}

/** "2017-03-06 09:00" in Vietnam as an instant. */
export function instantOf(time: string): number {
  const [date = "", hour = ""] = time.split(" ");
  const at = Date.parse(`${date}T${hour}:00+07:00`) * 1000;
  if (Number.isNaN(at)) throw new Error(`“${time}” is no time such as 2017-03-06 09:00.`);
  return at;
}

/** The other way round. */
export function timeText(at: number): string {
  return new Date(at / 1000 + 7 * 3_600_000).toISOString().slice(0, 16).replace("T", " ");
}
