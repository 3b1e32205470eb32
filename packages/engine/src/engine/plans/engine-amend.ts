// The amending half of the engine: reads the new text, holds the plan, and has its next version decided and stored.

import { dateOfInstant, isRealDate } from "../../calendar/index.ts";
import type { LargeCommand } from "../../execute/command.ts";
import { amendLabel } from "../../execute/decide-amend.ts";
import { notTheIssuers } from "../../execute/decide-issue.ts";
import type { Refusal } from "../../execute/decision.ts";
import { commandHash } from "../../execute/entry-draft.ts";
import { refuse } from "../../execute/refuse.ts";
import type { PlanRow } from "../../execute/rows.ts";
import { presentActor } from "../../execute/stand-in.ts";
import { readPlan } from "../../language/index.ts";
import { digestText } from "../../ledger/digest.ts";
import type { Micros } from "../../ledger/entry.ts";
import { requestHash } from "../../ledger/request-hash.ts";
import {
  type AmendedPlan,
  amendPlan,
  type HeldPlan,
  holdPlan,
  recordedAmendment,
} from "../../store/amend-plan.ts";
import type { CommitContext } from "../../store/batch.ts";
import type { Connection } from "../../store/connection.ts";
import { withStandIn } from "../../store/stand-in-of.ts";
import { amendFault, textsFault } from "../commands/command-shape.ts";
import { invalidRequest, isStorable, throwIf } from "../commands/complete-command.ts";
import type { Engine, SourceText } from "../engine.ts";
import { findPlanRow } from "../reads/engine-reads.ts";
import type { AmendInput, AmendOutcome } from "./amendment.ts";
import { type ReadForIssue, readForIssue } from "./check-plan.ts";

interface Surroundings {
  connection: Connection;
  context: CommitContext;
  /** Runs work in a transaction of its own. */
  committed: <Result>(work: (transaction: Connection) => Promise<Result>) => Promise<Result>;
  /** Takes what is due in the plan. */
  wake: (planId: string) => Promise<void>;
  /** Told when something was stored. */
  announce: () => void;
  newRequestId: () => string;
  now: () => Promise<Micros>;
}

export function engineAmend(surroundings: Surroundings): Pick<Engine, "amend"> {
  const { connection, context, committed, wake, announce, newRequestId, now } = surroundings;

  async function amend(input: AmendInput): Promise<AmendOutcome> {
    throwIf(amendFault(input));
    const { register = [] } = input;
    if ("plan" in input) throwIf(textsFault(input.plan, register));
    else throwIf(textsFault({ text: "" }, register));
    const named = "adopt" in input ? input.adopt : idIn(input.plan);
    if (named === null && "plan" in input) {
      const { problems, questions } = await readForIssue(connection, input.plan, register);
      return { amended: false, problems, questions, refusal: null };
    }
    const row = await findPlanRow(connection, named ?? "");
    if (row === null || row.kind !== "plan") return refused(refuse("unknown_plan"));
    const asked = commandOf(input, row, newRequestId);
    const hash = hashOf(input, asked);
    // Who may not amend the plan does not hold it either while a long text is read; a retry still gets what was recorded.
    const { plan } = await context.plans.compiled(connection, row.id, row.version);
    const instant = await now();
    const actor = await withStandIn(connection, input.actor, instant);
    const refusal =
      "accepted" in actor ? actor : notTheIssuers(presentActor(actor, instant), plan, amendLabel);
    if (refusal !== null) {
      const recorded = await committed((transaction) => recordedAmendment(transaction, asked, hash));
      return recorded === null ? refused(refusal) : told(recorded, row, input, null);
    }
    const command = "accepted" in actor ? asked : { ...asked, actor };
    if (input.preview !== true) await wake(row.id);
    const outcome = await committed((transaction) => within(transaction, input, command, hash));
    if (outcome.amended && !outcome.preview && !outcome.repeated) announce();
    return outcome;
  }

  async function within(
    transaction: Connection,
    input: AmendInput,
    command: LargeCommand,
    hash: string,
  ): Promise<AmendOutcome> {
    const held = await holdPlan(transaction, command.planId, context);
    if (held === null) return refused(refuse("unknown_plan"));
    const recorded = await recordedAmendment(transaction, command, hash);
    if (recorded !== null) return told(recorded, held.row, input, null);
    if (command.source === "demo" && !context.demo) return refused(refuse("demo_data"));
    if (input.expected !== undefined && input.expected !== held.row.version)
      return refused(refuse("conflict"));
    const source = await sourceOf(transaction, input, held);
    const read = await readForIssue(transaction, source, input.register ?? [], dayOf(input, held));
    const amended = await taken(transaction, { input, command, hash, held, source, read });
    return told(amended, held.row, input, read);
  }

  /** What the plan's text is to be: the one given, else the one in force. */
  async function sourceOf(
    transaction: Connection,
    input: AmendInput,
    { row }: HeldPlan,
  ): Promise<SourceText> {
    if ("plan" in input) return input.plan;
    return { text: await context.plans.sourceText(transaction, row.id, row.version) };
  }

  async function taken(
    transaction: Connection,
    asked: {
      input: AmendInput;
      command: LargeCommand;
      hash: string;
      held: HeldPlan;
      source: SourceText;
      read: ReadForIssue;
    },
  ): Promise<AmendedPlan | Refusal | null> {
    const { input, command, hash, held, source, read } = asked;
    if (read.missing.length > 0) {
      return refuse("register_document_missing", { detail: read.missing.join(", ") });
    }
    if (read.plan === null || read.register === null) return null;
    const { row } = held;
    // What is adopted changes nothing in the plan, not even where it would be read otherwise today.
    const plan =
      "adopt" in input ? (await context.plans.compiled(transaction, row.id, row.version)).plan : read.plan;
    const request = {
      plan,
      register: read.register,
      sourceText: source.text,
      documents: read.documents,
      openQuestions: read.questions.filter(({ settled }) => settled === null).map(({ code }) => code),
      command,
      hash,
      restates: "plan" in input,
      preview: input.preview ?? false,
    };
    return amendPlan(transaction, held, request, context);
  }

  return { amend };
}

/** The document id a text names; null: it cannot be read. */
function idIn(source: SourceText): string | null {
  return readPlan(source.text, { file: source.file }).plan?.id ?? null;
}

/** The day whose versions of the register are taken. */
function dayOf({ document }: AmendInput, { now }: HeldPlan): string {
  return document !== undefined && isRealDate(document.date) ? document.date : dateOfInstant(now);
}

function commandOf(input: AmendInput, row: PlanRow, newRequestId: () => string): LargeCommand {
  const { actor, source = "api", onBehalfOf, effectiveAt, document, reason } = input;
  const requestId =
    input.requestId ??
    ("plan" in input
      ? `amend:${requestHash({ text: digestText(input.plan.text), document: { ...document } })}`
      : newRequestId());
  const command: LargeCommand = {
    target: "plan",
    type: "amend",
    planId: row.id,
    requestId,
    actor,
    source,
    onBehalfOf,
    effectiveAt,
    data: { ...(document === undefined ? {} : { document }), ...(reason === undefined ? {} : { reason }) },
  };
  if (!isStorable(JSON.stringify(command))) throw invalidRequest({ field: "actor", wanted: "Unicode" });
  return command;
}

/** Digest of all that is asked: what the command's own lacks are the texts. */
function hashOf(input: AmendInput, command: LargeCommand): string {
  return requestHash({
    command: commandHash(command),
    text: "plan" in input ? digestText(input.plan.text) : null,
    register: (input.register ?? []).map(({ text }) => digestText(text)),
  });
}

function refused(refusal: Refusal): AmendOutcome {
  return { amended: false, problems: [], questions: [], refusal };
}

/** `result` null: the text has problems. */
function told(
  result: AmendedPlan | Refusal | null,
  row: PlanRow,
  input: AmendInput,
  read: ReadForIssue | null,
): AmendOutcome {
  const { problems = [], questions = [] } = read ?? {};
  if (result === null || !result.accepted) return { amended: false, problems, questions, refusal: result };
  const { version, repeated, changes } = result;
  const { id: planId, documentId } = row;
  const preview = (input.preview ?? false) && !repeated;
  return { amended: true, planId, documentId, version, repeated, preview, changes, questions };
}
