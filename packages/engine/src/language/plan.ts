// The Plan: what a checked plan text means, normalised, with every short form written out.

import type { Target } from "./target.ts";
import type { TargetInput } from "./target-input.ts";

/** A calendar date `yyyy-mm-dd` in Asia/Ho_Chi_Minh. */
export type DateText = string;
/** A wall-clock hour `HH:MM` in Asia/Ho_Chi_Minh. */
export type HourText = string;

/** The kinds of document that give tasks. */
export const planKinds = ["plan", "programme", "decision", "directive", "conclusion", "letter"] as const;
export type PlanKind = (typeof planKinds)[number];

/** Who among those who may read a plan sees a task and its assignments, from the widest to the narrowest.
 *  named: every agency the plan names. parties: the agencies the task itself names, and those that follow it. issuer:
 *  the issuer's side; of the others, whoever holds an assignment sees that one. */
export const visibilities = ["named", "parties", "issuer"] as const;
export type Visibility = (typeof visibilities)[number];

export function narrower(a: Visibility, b: Visibility): Visibility {
  return visibilities.indexOf(a) > visibilities.indexOf(b) ? a : b;
}

/** What any node of a plan may carry beside its content. */
export interface Annotated {
  /** Ids of `Plan.statements`, or free clause locators such as "II.3.b"; empty when the author gave none. */
  source: readonly string[];
  /** What the office filled in although the signed text does not say it; null when nothing was. */
  assumption: string | null;
  /** How the office understands unclear signed text; null when nothing needed it. */
  understood: Understanding | null;
}

export interface Understanding {
  reading: string;
  by: string;
  on: DateText;
}

export interface Plan extends Annotated {
  /** Version of the plan language. */
  language: 1;
  kind: PlanKind;
  /** The author's id of the document, `[a-z0-9][a-z0-9-]{0,62}`; stable across amendments. */
  id: string;
  /** Number and notation, e.g. "42/KH-UBND". Restarts each year, so never a key. Null: not numbered yet. */
  number: string | null;
  title: string;
  issuer: string;
  /** Null while it is a draft: then it cannot be issued. */
  issued: DateText | null;
  signer: Signer | null;
  bases: readonly string[];
  period: Period;
  parent: DocumentReference | null;
  /** The vice chair in charge. */
  viceChair: string | null;
  /** The unit and officer of the issuer's office who follow the plan. */
  office: { agency: string; unit: string | null; officer: string | null } | null;
  /** Agencies that lead the plan as a whole (chủ trì tham mưu, thường trực). */
  standingLeads: readonly PartyReference[];
  /** Agencies that follow and urge the plan as a whole. */
  monitors: readonly PartyReference[];
  /** Register documents the plan is read against, by id. */
  organisation: string;
  calendar: string;
  regime: string | null;
  /** Who sees its tasks, where a task does not narrow it. Plans stored before there was a choice lack it: named. */
  visibility: Visibility;
  conventions: Conventions;
  /** The statements of the signed text that nodes refer to; empty when locators are free text. */
  statements: readonly Statement[];
  objectives: readonly Objective[];
  tasks: readonly Task[];
  /** What agencies report for it. Plans stored before targets shared their inputs lack it. */
  inputs: readonly TargetInput[];
  targets: readonly Target[];
  /** Every lifecycle a task of this plan follows, the built-in ones written out too. */
  lifecycles: Readonly<Record<string, Lifecycle>>;
}

export interface Signer {
  name: string;
  position: string;
  /** TM. (on behalf of), KT. (for), TL. (by order of); null when the head signs in his own name. */
  capacity: "TM." | "KT." | "TL." | "TUQ." | "Q." | null;
}

export interface Period {
  from: DateText;
  to: DateText;
}

export interface DocumentReference {
  title: string;
  number: string | null;
  date: DateText | null;
  issuer: string | null;
}

export interface PartyReference extends Annotated {
  agency: string;
  /** What it does, in the plan's own words; null when the role says it all. */
  duty: string | null;
}

export interface Statement {
  id: string;
  /** Where it stands in the signed text. */
  at: string;
  /** Its gist in the author's own words. */
  gist: string | null;
}

/** Settings a plan or its province states once. Days are working days unless named otherwise. */
export interface Conventions {
  /** What "trước ngày D" means: strictly before D, or by the end of D (domain.md §4). Null: each due must say. */
  before: "strict" | "inclusive" | null;
  /** Whether a *computed* due on a day off moves to the next working day; stated dates never move. */
  rollForward: boolean;
  /** Working days before the due at which an assignment is due soon. */
  dueSoonDays: number;
  /** Working days a coordinator has to answer, counted from opening, where the plan names no date. */
  answerDays: number;
  /** Whether a silent coordinator counts as agreeing. */
  silenceAgrees: boolean;
  /** Days back that `effectiveAt` may lie before it is entered. */
  enteredLateDays: number;
  /** Days after opening at which an assignment counts as taken up by itself; 0: at once. Null: only by hand. */
  acceptDays: number | null;
  /** Days after opening within which a lead may hand an assignment back. Null: as long as it is not submitted. */
  declineDays: number | null;
  /** Times a due may be moved at the lead's request. Null: no limit. */
  extensionsMax: number | null;
  /** Days an extension granted by word of mouth holds without a document. */
  oralDays: number;
  /** Whether the plan's standing leads confirm and return work as the office does. */
  standingLeadConfirms: boolean;
  /** Days after the due at which the lead's head, the office, the vice chair in charge and the chair are told, in this
   *  order; shorter: the ladder ends earlier. No national figure is known (domain.md §2.1), so every plan may differ. */
  escalateDays: readonly number[];
}

export interface Objective extends Annotated {
  id: string;
  title: string;
  /** The objective it is part of; null at the top. */
  parent: string | null;
}

/** one_off: once. window: in stated windows. recurring: once each period. ongoing: no end, opens nothing.
 *  event: one occurrence whenever the event happens. */
export type TaskMode = "one_off" | "window" | "recurring" | "ongoing" | "event";

export interface Task extends Annotated {
  id: string;
  title: string;
  objective: string | null;
  /** Code of the task in another system; null when none. */
  code: string | null;
  mode: TaskMode;
  lead: Lead;
  coordinators: readonly Coordinator[];
  monitors: readonly PartyReference[];
  products: readonly Product[];
  /** Task ids that must be completed before this one may be worked on. */
  after: readonly string[];
  due: Due;
  /** For mode window: the windows, in order; empty otherwise. */
  windows: readonly Window[];
  lifecycle: string;
  /** The duty to make a plan of its own; the product is that plan's number. */
  cascade: boolean;
  /** The task is known here, its content is kept elsewhere (secrecy); accepts no files. */
  contentElsewhere: boolean;
  /** Narrower than the plan's, never wider; null: the plan's. */
  visibility: Visibility | null;
  /** Functions the task belongs to, for splitting agencies later. */
  tags: readonly string[];
  /** The same duty in another document, by its document id and task id: it is done and counted there, and opens nothing
   *  here. Null: a duty of its own. */
  sameAs: { document: string; task: string } | null;
  /** The duty to report figures: the inputs it reports, or, with null, all that its agency reports for the period.
   *  Null: a duty of another kind. Tasks stored before there were such duties lack it. */
  report: { inputs: readonly string[] | null } | null;
}

/** `each` false: exactly one agency and no group. True: one assignment for each agency, groups resolved at issue. */
export interface Lead extends Annotated {
  each: boolean;
  agencies: readonly string[];
  groups: readonly string[];
  except: readonly string[];
}

/** contribute: gives input. consent: must agree. inform: is told, nothing to answer, no assignment. */
export type CoordinatorDuty = "contribute" | "consent" | "inform";

export interface Coordinator extends Annotated {
  /** Exactly one of agency and group is set. */
  agency: string | null;
  group: string | null;
  duty: CoordinatorDuty;
  /** Null: `conventions.answerDays` working days after opening. */
  due: Due | null;
}

export interface Product extends Annotated {
  id: string;
  title: string;
  /** Whether `submit` needs a document reference for it. */
  required: boolean;
}

export interface Window {
  /** Key of the occurrence, unique within the task. */
  id: string;
  from: DateText;
  to: DateText;
}

export type DayUnit = "working_days" | "days" | "months";

/** When something is due. `text` is what the author wrote; the computed date is always shown beside it. */
export type Due =
  | { form: "none"; text: string | null }
  /** `date` is the last day it can be done: `bound` is already applied. Stated, so never rolled forward. */
  | { form: "date"; text: string; date: DateText; hour: HourText | null; bound: "before" | "on_or_before" }
  /** N units after an event; the first day is not counted (BLDS 2015 art. 147). */
  | { form: "after"; text: string; count: number; unit: DayUnit; event: DueEvent; hour: HourText | null }
  /** The end of each period of a recurring task, plus an offset. */
  | {
      form: "each_period";
      text: string;
      period: PeriodUnit;
      /** Null: calendar periods; otherwise a regime of the register. */
      regime: string | null;
      /** Units after the last day of the period; 0 = on that day. Null: as the regime says, or on that day. */
      offset: number | null;
      unit: DayUnit;
      hour: HourText | null;
      /** Of a compiled plan whose regime states a day of the month: that day, in the month so many after the one the
       *  period's last day lies in. */
      day?: { day: number; monthsAfter: number };
    }
  /** The end of each window. */
  | { form: "window_end"; text: string; hour: HourText | null }
  /** At a session whose date is not known yet; it gets its date by a command. */
  | { form: "session"; text: string; session: string };

export type PeriodUnit = "week" | "month" | "quarter" | "half_year" | "nine_months" | "year";

/** issue: the plan's date. opening: the assignment's opening, so the event of an event task, and receipt of what it
 *  is about. task: its completion. date: a day the text names. */
export type DueEvent =
  | { on: "issue" }
  | { on: "opening" }
  | { on: "task"; task: string }
  | { on: "date"; date: DateText };

/** todo: not taken up. active: being done. waiting: for someone else. blocked: held up. done and cancelled: closed. */
export const stageCategories = ["todo", "active", "waiting", "blocked", "done", "cancelled"] as const;
export type StageCategory = (typeof stageCategories)[number];

/** Who may send a command, relative to one assignment. head, clerk and officer are people of the assignment's own
 *  agency; lead_* are people of the lead's agency (for a coordination); the rest hold their role on the plan. */
export const whoRoles = [
  "head",
  "clerk",
  "officer",
  "lead_head",
  "lead_officer",
  "issuer",
  "vice_chair",
  "office",
  "monitor",
  "standing_lead",
  "clock",
] as const;
export type WhoRole = (typeof whoRoles)[number];

/** What a command must bring or meet; each is a named XState guard.
 *  reason: written, at least 10 characters. document: number and date. products: every required product has a
 *  document reference. not_submitter: not the person who submitted. answer: agree or differ. due: a new date.
 *  coordinators_answered: every consenting coordinator has answered, or is silent where silence agrees. agency: another
 *  agency to hand over to. decided_by: who decided, where a clerk types it. handler: a unit or an officer.
 *  figures: every figure its report must have is there, or is said not to exist. soon_enough: within `conventions.declineDays`. extensions_left: within `conventions.extensionsMax`. */
export const requirements = [
  "reason",
  "document",
  "products",
  "not_submitter",
  "answer",
  "due",
  "coordinators_answered",
  "agency",
  "decided_by",
  "handler",
  "soon_enough",
  "extensions_left",
  "figures",
] as const;
export type Requirement = (typeof requirements)[number];

/** Commands every lifecycle has without naming them: those of the region `extension`, the mending of what was mistyped,
 *  and the clock's own. */
export const fixedCommands = [
  "adjust_due",
  "request_extension",
  "grant_extension",
  "grant_orally",
  "paper_extension",
  "refuse_extension",
  "lapse_extension",
  "correct",
  "escalate",
  "clock",
  "attach",
] as const;

/** Ids of commands that mean something to the engine wherever a lifecycle has them. accept: the clock may send it, as
 *  `conventions.acceptDays` says. rework, remind: counted. report_obstacle, direct: whether a directive is waited for.
 *  reassign: opens the next generation for the agency named. decline: who handed it back is told of. confirm, rework:
 *  the standing lead's too, where `conventions.standingLeadConfirms` says so. */
export const meaningfulCommands = [
  "accept",
  "rework",
  "remind",
  "report_obstacle",
  "direct",
  "reassign",
  "confirm",
] as const;

/** A statechart in the grammar built-ins and authors share. */
export interface Lifecycle extends Annotated {
  id: string;
  /** Version of a built-in, e.g. 1 for `standard@1`; null for an author's own. */
  version: number | null;
  label: LocalText;
  initial: string;
  states: Readonly<Record<string, LifecycleState>>;
  commands: Readonly<Record<string, LifecycleCommand>>;
}

export interface LocalText {
  vi: string;
  en: string;
}

export interface LifecycleState {
  label: LocalText;
  category: StageCategory;
}

export interface LifecycleCommand {
  label: LocalText;
  from: readonly string[];
  /** Null: the state stays, something is recorded (progress, remind). */
  to: string | null;
  who: readonly WhoRole[];
  require: readonly Requirement[];
  /** Sets the completion instant to the command's effective instant. */
  stampsCompletion: boolean;
  /** Clears the completion instant. */
  clearsCompletion: boolean;
  /** Sent by the clock when the assignment's due has passed and it is still in `from`. */
  onDue: boolean;
}
