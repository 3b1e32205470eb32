// The page of refusals: what was not done, why, and what would help.

import { type RefusalCode, refusalCodes } from "../../packages/engine/src/execute/decision.ts";
import { type RefusalFacts, refusalWords } from "../../packages/engine/src/words/refusals.ts";
import { statusOf } from "../../packages/server/src/status-of.ts";
import { code, page, table } from "./markdown.ts";

/** What a reader should know beside the sentence itself. */
const helps: Readonly<Record<RefusalCode, string>> = {
  unknown_plan: "Check the plan's id.",
  unknown_task: "Check the task's id in the document it is said to repeat.",
  unknown_assignment: "Check the assignment's id; it must belong to the plan that is named with it.",
  unknown_command: "Use a command of the lifecycle the task follows; `kehoach graph` draws it.",
  wrong_state: "Send the command that leads to the needed state first; `allowed` lists what is possible now.",
  not_your_role: "Ask one of those who could: `whoCould` names their roles.",
  plan_not_in_force:
    "A suspended plan goes on when the issuer sends `resume`. A withdrawn one stays withdrawn; in an ended one what is open can be finished, and nothing new opens.",
  waits_for_predecessor:
    "Complete the task named after `after` first. The issuer may still extend or withdraw.",
  reason_required: "Send the command again with `data.reason`.",
  document_required: "Send the command again with `data.document`: number and date.",
  product_required: "Send the command again with `data.products`: a document for each required product.",
  answer_required: "Send the command again with `data.answer`: `agree` or `differ`.",
  own_work: "Another person of the issuer's side confirms.",
  coordinators_pending:
    "Wait for their answer, or remind them. Where `silence_agrees` holds, silence after the due agrees.",
  due_required: "Send the command again with `data.due`: `yyyy-mm-dd` in the library and over HTTP.",
  changes_nothing: "Nothing needs doing, or what the command names is not there.",
  conflict: "Read the assignment again, look at what changed, then decide anew.",
  request_reused: "Use a new request id for a new request; keep the old one only for a retry of the same.",
  in_the_future: "Leave `effectiveAt` out, or state when it really happened.",
  entered_too_late: "`entered_late_days` of the plan's conventions says how far back an act may be dated.",
  demo_data: "Open the engine with `demo: true` for a demonstration; never for a real instance.",
  occurrence_exists: "Name the new event differently; the same event is not opened twice.",
  not_an_event_task: "Only a task of mode `event` opens on an event.",
  register_document_missing:
    "Issue it with the plan: give its text as `register`, or `--register` on the command line.",
  register_document_exists:
    "Give the changed document a new first day (`from`): a version in the register never changes.",
  unknown_authority:
    "See `engine.authorities()` or `kehoach authorities`: an authority is named by its id, by whom it was given to.",
  authority_not_in_force: "Act from its first to its last day, or register a newer one.",
  authority_empty: "Whoever stands in never holds more than the other one on that day.",
  already_issued: "A plan is issued once. Use another document id for another plan.",
  not_issuable: "A draft needs a number, a date of issue and a signer, and its date of issue must have come.",
  content_elsewhere:
    "Hand the file over the way such content is kept; here only its document is referred to.",
  unknown_product: "Name a product of the task by its id, or none. A coordination owes no products.",
  file_required: "Send the file's bytes with `engine.attach`, `kehoach attach` or the route `attach`.",
  file_too_large: "Attach a smaller file; the option `files.limit` says how large one may be.",
  file_name_invalid: "Rename the file.",
  file_type_not_taken: "Save or scan it as one of the types that are taken.",
  file_content_differs:
    "The extension must say what the file is: open it, save it under that type, and attach it again. Cut-off files, archives that are no documents and documents with macros are not taken.",
  issuer_changed: "Withdraw the plan and issue another: an amendment is the issuer's own.",
  task_id_retired: "Give the new task an id of its own; the old one stays with the duty it named.",
  state_not_in_lifecycle:
    "Keep a state of that name in the lifecycle, or bring the assignment into one that both have, then amend.",
  not_withdrawable: "Bring the assignment to an end, or give its lifecycle a way to withdraw it, then amend.",
  readings_required: "Give `readings`: from 1 to 200 values.",
  unknown_input: "Name an input of the plan by its id; `engine.compiled(plan).inputs` lists them.",
  unknown_period:
    "Name one of the input's own periods (`2017-07`, `2017-Q3`), the year as a whole, or one before the plan for what is compared with.",
  not_its_reporter:
    "Report it for an agency that the input names; `agency` is the actor's own where it is left out.",
  reported_elsewhere:
    "Report it where it belongs: in the document it is taken over from, or by completing the task it stands for.",
  period_not_begun: "Wait until the period's first day.",
  official_too_early:
    "Send it as an estimate, or wait for the period's last day. A day on which something was done, and an assessor's yes or no, are official from the first day on.",
  official_stands: "Correct the official figure, with a reason, if it is wrong.",
  value_impossible:
    "Send a value of the input's kind; where there is no figure to give, `null` with a reason.",
  part_over_whole: "Correct the part or the whole; both may come in one command.",
  confirmation_required: "Look at the value again; if it is right, send it with `confirmed: true`.",
  figures_required:
    "Report what is named for the duty's period first; `null` with a reason where there is none to give.",
  period_not_over:
    "Wait until the period's last day has passed; until then the live report shows how it stands.",
  not_in_report:
    "Name an agency that has work in the report's scope; a report of one agency needs no check of lines.",
  percent_out_of_range: "Send a whole number from 0 to 100.",
  agency_required:
    "Name an agency of the organisation that exists that day and does not lead the task already.",
  decided_by_required: "Fill in who decided, with the position.",
  handler_required: "Name the unit, the officer, or both.",
  declined_too_late: "Ask the office, which can hand it to another agency at any time.",
  cause_unconfirmed: "Give `causeConfirmedBy`: who confirmed it.",
  no_extensions_left: "Whoever gave the task may still move its due (`adjust_due`).",
};

/** Facts that make the sentences readable. */
const sample: Readonly<Record<"vi" | "en", RefusalFacts>> = {
  vi: {
    command: "Xác nhận hoàn thành",
    stage: "Chưa tiếp nhận",
    whoCould: "văn phòng theo dõi",
    detail: "…",
  },
  en: {
    command: "Confirm completion",
    stage: "Not taken up",
    whoCould: "the office that follows the plan",
    detail: "…",
  },
};

export function refusalsPage(): string {
  return page(
    "# Refusals",
    "A refusal says that a command was not taken now: *chưa thực hiện được*. Nothing was stored. It is a value, never thrown: `engine.dispatch` returns `{ accepted: false, code, vi, en, allowed, whoCould }`, the server answers with the HTTP status below, the command line ends with exit code 1. `allowed` lists the commands the same person may send now, `whoCould` the roles that could send this one.",
    table(
      ["Code", "HTTP", "Message", "What helps"],
      refusalCodes.map((name) => [
        code(name),
        String(statusOf(name)),
        `${refusalWords.vi[name](sample.vi)}\n*${refusalWords.en[name](sample.en)}*`,
        helps[name],
      ]),
    ),
  );
}
