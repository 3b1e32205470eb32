// An overdue task with what a weekly sheet and a reminder say about it.

import type { AssignmentView, DateText, HistoryEntry, Micros, Plan } from "@kehoach/engine";
import { daysLate } from "@kehoach/engine";
import { displayDate } from "@kehoach/engine/calendar";
import { adminWords, type Language, occurrenceName, sheetsWords } from "@kehoach/engine/words";

export interface OverdueTask {
  planId: string;
  task: string;
  /** The document that gave it, as people name it. */
  document: string;
  /** The agency whose document it is, and whose office follows it, by id. */
  issuer: string;
  office: string | null;
  agency: { id: string; name: string };
  /** True: the agency is only requested (đề nghị), and listed apart. */
  requested: boolean;
  viceChair: string | null;
  due: DateText;
  /** Calendar days after the last day. */
  daysOverdue: number;
  /** What the agency gave as the cause, last; null: nothing, or nothing the reader may read. */
  cause: string | null;
  /** What the agency asks for; null: nothing. */
  proposal: string | null;
}

/** What is known of one overdue assignment. */
export interface OverdueFacts {
  plan: Plan;
  planId: string;
  view: AssignmentView;
  agencyName: string;
  requested: boolean;
  /** Its entries, oldest first; free texts null where withheld. */
  history: readonly Pick<HistoryEntry, "agency" | "type" | "textBodies">[];
  now: Micros;
}

/** Null where nothing is overdue about it. */
export function overdueTask(facts: OverdueFacts, language: Language): OverdueTask | null {
  const { plan, planId, view, agencyName, requested, history, now } = facts;
  if (view.bucket !== "overdue" || view.dueOn === null) return null;
  const { occurrence, tasks } = sheetsWords[language];
  const task = plan.tasks.find(({ id }) => id === view.taskId);
  const title = task?.title ?? view.taskId;
  const window = task?.windows.find(({ id }) => id === view.occurrence) ?? null;
  const period = occurrenceName(view.occurrence, window, adminWords[language].occurrences);
  return {
    planId,
    task: period === null ? title : occurrence(title, period),
    document: documentName(plan, language),
    issuer: plan.issuer,
    office: plan.office?.agency ?? null,
    agency: { id: view.agencyId, name: agencyName },
    requested,
    viceChair: plan.viceChair,
    due: view.dueOn,
    daysOverdue: daysLate(view, now),
    cause: causeGiven(history, view.agencyId),
    proposal: proposalOf(facts, tasks),
  };
}

/** E.g. "Kế hoạch 42/KH-UBND ngày 20/01/2017"; the title where it has no number. */
export function documentName(
  plan: Pick<Plan, "kind" | "number" | "issued" | "title">,
  language: Language,
): string {
  if (plan.number === null) return plan.title;
  const name = `${adminWords[language].planKinds[plan.kind]} ${plan.number}`;
  return plan.issued === null ? name : sheetsWords[language].document(name, displayDate(plan.issued));
}

/** What still waits for an answer: a longer due, a directive on an obstacle, work handed back; each with the reason the
 *  agency gave, where the reader may read it. */
function proposalOf(
  { plan, view, history }: OverdueFacts,
  words: (typeof sheetsWords)[Language]["tasks"],
): string | null {
  const { askedDue, obstacle } = view.snapshot.context;
  const decline = plan.lifecycles[view.lifecycle]?.commands.decline;
  const asked = [
    askedDue === null ? null : because("request_extension", words.askedDue(displayDate(askedDue.date))),
    obstacle === true ? because("report_obstacle", words.obstacle) : null,
    decline !== undefined && decline.to === view.stage ? because("decline", words.handedBack) : null,
  ].filter((one) => one !== null);
  return asked.length === 0 ? null : asked.join("; ");

  function because(type: string, what: string): string {
    const entry = history.findLast((one) => one.type === type && one.agency === view.agencyId);
    const reason = (entry?.textBodies.reason ?? "").trim();
    return reason === "" ? what : words.because(what, reason);
  }
}

/** The last reason the agency itself gave; without any, its last note. */
function causeGiven(history: OverdueFacts["history"], agency: string): string | null {
  const own = history.filter((entry) => entry.agency === agency).toReversed();
  for (const field of ["reason", "note"]) {
    for (const { textBodies } of own) {
      const text = textBodies[field]?.trim();
      if (text !== undefined && text !== "") return text;
    }
  }
  return null;
}
