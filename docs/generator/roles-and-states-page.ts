// The page of roles, states and counts: who may do what, and how what is going on is counted.

import { type Bucket, buckets } from "../../packages/engine/src/execute/bucket.ts";
import { type ActorRole, actorRoles } from "../../packages/engine/src/execute/command.ts";
import type { PlanState } from "../../packages/engine/src/execute/rows.ts";
import { spellKeyword } from "../../packages/engine/src/language/keywords.ts";
import {
  type Requirement,
  requirements,
  type StageCategory,
  stageCategories,
  type Visibility,
  visibilities,
  type WhoRole,
  whoRoles,
} from "../../packages/engine/src/language/plan.ts";
import { type EntrySource, entrySources } from "../../packages/engine/src/ledger/entry.ts";
import { adminWords } from "../../packages/engine/src/words/admin.ts";
import { roleWords } from "../../packages/engine/src/words/roles.ts";
import { serverWords } from "../../packages/engine/src/words/server.ts";
import { code, page, spelled, table } from "./markdown.ts";

const actorMeaning: Readonly<Record<ActorRole, string>> = {
  head: "Leads the agency. Reports completion in its name.",
  clerk: "The agency's registry: types what the head decided on paper.",
  officer: "Works on assignments of the agency.",
  issuer: "The chair of the issuing committee.",
  vice_chair: "The vice chair in charge of the plan, of the issuing committee.",
  office: "Follows the plan in the office the plan names; without one, in the issuer's own.",
  auditor: "Reads every plan and its ledger, no free text; sends nothing.",
  admin: "Looks after the instance: reads every plan, no free text; may erase a free text.",
  clock: "The engine itself, when an instant has come.",
};

const whoMeaning: Readonly<Record<WhoRole, string>> = {
  head: "A head of the assignment's own agency.",
  clerk: "A clerk of the assignment's own agency.",
  officer: "An officer of the assignment's own agency.",
  lead_head: "For a coordination: a head of the agency that leads.",
  lead_officer: "For a coordination: an officer or a clerk of the agency that leads.",
  issuer: "The chair, of the plan's issuer.",
  vice_chair: "The vice chair in charge, of the plan's issuer.",
  office: "The office that follows the plan.",
  monitor: "Anyone who acts for an agency that monitors the task or the plan.",
  standing_lead: "Anyone who acts for a standing lead of the plan.",
  clock: "The engine, when the due has passed.",
};

const requirementMeaning: Readonly<Record<Requirement, string>> = {
  reason: "A written reason of at least 10 characters.",
  document: "A document: its number and a real date.",
  products: "A document for each required product of the task. A coordination owes none.",
  not_submitter: "Another person than the one who submitted.",
  answer: "A coordinator's view: `agree` or `differ`.",
  due: "A new last day, with an hour if wanted.",
  coordinators_answered:
    "Every coordinator whose consent is needed has answered; a silent one counts as agreeing where `silence_agrees` says so.",
  agency: "Another agency that exists that day and does not lead the task already.",
  decided_by: "Who decided, by name: for what a clerk types of a decision taken by word of mouth.",
  handler: "A unit or an officer of the agency.",
  soon_enough: "Within `decline_days` working days of opening, where the plan says so.",
  extensions_left: "Fewer extensions so far than `extensions_max`, where the plan says so.",
  figures: "Every figure its report must have is there, or is said not to exist.",
};

const visibilityMeaning: Readonly<Record<Visibility, string>> = {
  named: "Every agency the plan names. So it is without the key.",
  parties:
    "The issuer's side, the agencies the task names (leads, coordinators, the merely informed, monitors), and the plan's monitors and standing leads.",
  issuer: "The issuer's side alone.",
};

const categoryMeaning: Readonly<Record<StageCategory, string>> = {
  todo: "Not taken up yet.",
  active: "Being done.",
  waiting: "In someone else's hands, such as awaiting confirmation.",
  blocked: "Held up: counted as suspended.",
  done: "Closed: it was done.",
  cancelled: "Closed without being done: counted as withdrawn.",
};

const bucketMeaning: Readonly<Record<Bucket, string>> = {
  done_on_time: "Closed as done, and reported done before the due had passed, or without a due.",
  done_late: "Closed as done, reported done after the due.",
  awaiting_confirmation: "Reported done in time, not confirmed yet. It never becomes overdue by waiting.",
  in_time: "Open, and the due is not near.",
  due_soon: "Open, within `due_soon_days` working days of the due.",
  overdue: "Open after the due. What was submitted late and awaits confirmation is here too.",
  no_due_date: "Open, without a due date.",
  suspended: "In a state of category `blocked`, or the plan is suspended.",
  withdrawn: "In a state of category `cancelled`, or the plan is withdrawn.",
};

const planStateMeaning: Readonly<Record<PlanState, string>> = {
  in_force: "Commands are taken. Next: `suspend`, `withdraw`, `end`.",
  suspended: "No command to its assignments is taken. Next: `resume`, `withdraw`.",
  withdrawn: "No command to its assignments is taken, for good.",
  ended: "Nothing new opens; what is open can still be brought to its end.",
};

const sourceMeaning: Readonly<Record<EntrySource, string>> = {
  api: "A program that uses the library or the HTTP interface.",
  cli: "The command line.",
  ui: "The pages.",
  clock: "The engine itself.",
  import: "Taken over from elsewhere.",
  demo: "A demonstration; a real instance refuses it.",
};

const both = <Key extends string>(words: Record<"vi" | "en", Record<Key, string>>, key: Key): string =>
  `${words.vi[key]}\n*${words.en[key]}*`;

export function rolesAndStatesPage(): string {
  const admin = { vi: adminWords.vi, en: adminWords.en };
  const rates = Object.keys(serverWords.vi.rates) as (keyof typeof serverWords.vi.rates)[];
  return page(
    "# Roles, states and counts",
    "## Positions people hold",
    "The host's sign-in says who someone is: an id, a name, one agency and the positions held there. The engine trusts it.",
    table(
      ["Position", "Meaning"],
      actorRoles.map((role) => [code(role), actorMeaning[role]]),
    ),
    "## Roles towards an assignment",
    "A lifecycle's commands name these under `ai` (`who`). They follow from the position, the agency and what the plan says.",
    table(
      ["Role", "On screen", "Held by"],
      whoRoles.map((role) => [
        spelled(spellKeyword(role, "vi"), role),
        both(roleWords, role),
        whoMeaning[role],
      ]),
    ),
    "## Who may read",
    [
      "- Anyone whose agency a plan names reads the plan and its assignments, where `phạm vi xem` (`visibility`) does not narrow that.",
      "- Evidence and free texts of an assignment are for its lead, its coordinators, its monitors, the standing leads and the issuer's side (issuer, vice chair, office).",
      "- Auditors and administrators read every plan, without evidence and free texts. Auditors and the issuer's side may take a ledger away.",
    ].join("\n"),
    "A plan may narrow who sees its tasks, and a task further. Whoever does not see a task does not see its assignments, their history, or the statements of the signed text that nothing else rests on; he does not find them in counts, and the plan's source text and ledger are not for him.",
    table(
      ["`visibility`", "Who sees the task and all its assignments"],
      visibilities.map((name) => [spelled(spellKeyword(name, "vi"), name), visibilityMeaning[name]]),
    ),
    "Whatever is stated, an agency sees the assignments it holds, also those reassigned to it by a plan that does not name it, and the coordinations asked for on its behalf, and auditors see all: they check the whole ledger.",
    "One table in the engine decides: `packages/engine/src/execute/who-sees.ts`.",
    "## What a command may require",
    table(
      ["Requirement", "What must be there"],
      requirements.map((name) => [spelled(spellKeyword(name, "vi"), name), requirementMeaning[name]]),
    ),
    "## State categories",
    "Each state of a [lifecycle](lifecycles.md) has one. They are how states of all lifecycles, authors' own included, are counted alike.",
    table(
      ["Category", "Meaning"],
      stageCategories.map((name) => [spelled(spellKeyword(name, "vi"), name), categoryMeaning[name]]),
    ),
    "## States of a plan",
    table(
      ["State", "On screen", "Meaning"],
      (Object.keys(planStateMeaning) as PlanState[]).map((name) => [
        code(name),
        both({ vi: admin.vi.planStates, en: admin.en.planStates }, name),
        planStateMeaning[name],
      ]),
    ),
    "`suspend`, `resume`, `withdraw` and `end` are for the issuer and the vice chair in charge and need a reason; all but `resume` need a document too. `open_occurrence` records that the event of an event-driven task happened; the issuer's side or the agency that leads the task sends it. `report` gives figures: the head, a clerk or an officer of the agency that reports them, or the issuer's side naming who decided; in a plan that is in force or ended. `erase` removes the body of a free text for good and is itself recorded.",
    "## Buckets of the official count",
    "Timeliness is never a state: it is computed from the due, the day of completion and one given now. Each assignment is in exactly one bucket; the first line that fits holds, from the top: done, withdrawn, suspended, awaiting confirmation, no due date, overdue, due soon, in time. Only assignments of lead agencies are counted; coordinations are counted apart.",
    table(
      ["Bucket", "On screen", "Meaning"],
      buckets.map((name) => [
        code(name),
        both({ vi: admin.vi.buckets, en: admin.en.buckets }, name),
        bucketMeaning[name],
      ]),
    ),
    "## Rates",
    "Offices compute “the rate” differently, so each is named with its formula. Agencies that are only requested, coordinations and withdrawn assignments are in none.",
    table(
      ["Rate", "Formula"],
      rates.map((name) => [
        `${serverWords.vi.rates[name].label}\n*${serverWords.en.rates[name].label}*`,
        `${serverWords.vi.rates[name].formula}\n*${serverWords.en.rates[name].formula}*`,
      ]),
    ),
    "## Where an entry came from",
    table(
      ["Source", "Meaning"],
      entrySources.map((name) => [code(name), sourceMeaning[name]]),
    ),
  );
}
