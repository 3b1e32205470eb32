// The reporting half of the engine: issues reports of a period, and takes what agencies say of their lines.

import { lineDigest } from "../../execute/assemble-report.ts";
import type { LargeCommand } from "../../execute/command.ts";
import {
  decideCheckReport,
  decideIssueReport,
  type FrozenFacts,
  judgeCheck,
  judgeReport,
  notOver,
} from "../../execute/decide-report.ts";
import type { Accepted, Refusal } from "../../execute/decision.ts";
import { commandHash } from "../../execute/entry-draft.ts";
import type { Draw } from "../../execute/facts.ts";
import { refuse } from "../../execute/refuse.ts";
import type { PlanRow } from "../../execute/rows.ts";
import { presentActor } from "../../execute/stand-in.ts";
import { canonicalJson } from "../../ledger/canonical-json.ts";
import { digestText } from "../../ledger/digest.ts";
import type { Entry, EntryData, Micros } from "../../ledger/entry.ts";
import { requestHash } from "../../ledger/request-hash.ts";
import { applyDecision } from "../../store/apply-decision.ts";
import type { CommitContext } from "../../store/batch.ts";
import { type Connection, inTransaction } from "../../store/connection.ts";
import { databaseNow, lockPlanRows } from "../../store/lock-plans.ts";
import { readBatchFacts } from "../../store/read-facts.ts";
import { registerLedger } from "../../store/register-documents.ts";
import { frozenReport, insertReport, lastNumber } from "../../store/report/frozen-reports.ts";
import { sameTexts } from "../../store/same-texts.ts";
import { noChanges, writeChanges } from "../../store/write-changes.ts";
import { invalidRequest, isStorable, throwIf } from "../commands/complete-command.ts";
import { sightsOf } from "../reads/sights-of.ts";
import { readReports } from "./read-reports.ts";
import { type AskedReport, askedReport, gatherReport } from "./report-matter.ts";
import { reportShapeFault } from "./report-shape.ts";
import type {
  CheckReportInput,
  CheckReportOutcome,
  EngineReports,
  IssueReportInput,
  IssueReportOutcome,
} from "./reports.ts";

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

export function engineReports(surroundings: Surroundings): EngineReports {
  const { connection, context, committed, wake, announce, newRequestId, now } = surroundings;
  const { plans: cache, ids } = context;

  async function issueReport(input: IssueReportInput): Promise<IssueReportOutcome> {
    throwIf(reportShapeFault("issue", input));
    const { plan, agency, period, regime } = input;
    const found = await lookUp({ plan, agency, period, regime }, input, "issue_report");
    if ("code" in found) return { ...found, issued: false };
    const { asked, command, hash } = found;
    const told = async (facts: FrozenFacts, repeated: boolean): Promise<IssueReportOutcome> => {
      const frozen = await frozenReport(connection, facts.id);
      if (frozen === null) throw new Error(`The frozen report ${facts.id} is gone.`);
      return { issued: true, repeated, frozen };
    };
    const before = await recorded(connection, command, asked.ledger, hash);
    if (before !== null)
      return "code" in before ? { ...before, issued: false } : told(factsOf(before, "report"), true);
    const refusal =
      judgeReport(command.actor, asked.key, asked.plan?.compiled.plan ?? null) ??
      notOver(asked.period, asked.at) ??
      demoRefusal(command);
    if (refusal !== null) return { ...refusal, issued: false };
    if (asked.plan !== null) await wake(asked.plan.row.id);
    const report = await inTransaction(connection, "repeatable read", (snapshot) =>
      gatherReport(
        snapshot,
        cache,
        asked,
        sightsOf(snapshot, async () => command.actor),
      ),
    );
    if (report === null) return { ...refuse("unknown_plan"), issued: false };
    const body = canonicalJson(report);
    const outcome = await committed((transaction) =>
      record(transaction, asked.ledger, command, hash, async (ledger, draw) => {
        const facts: FrozenFacts = {
          ...asked.key,
          id: draw.uuid(),
          number: (await lastNumber(transaction, ledger.id, asked.key)) + 1,
          to: asked.period.to,
          at: asked.at,
          digest: digestText(body),
        };
        await insertReport(transaction, ledger.id, ledger.seq + 1, facts, body);
        return decideIssueReport(ledger, command, facts, hash, draw);
      }),
    );
    if ("code" in outcome) return { ...outcome, issued: false };
    if (!outcome.repeated) announce();
    return told(factsOf(outcome.entries, "report"), outcome.repeated);
  }

  async function checkReport(input: CheckReportInput): Promise<CheckReportOutcome> {
    throwIf(reportShapeFault("check", input));
    const { plan, period, regime, answer, reason } = input;
    const data = answer === "differ" ? { answer, reason } : { answer };
    const found = await lookUp({ plan, period, regime }, input, "check_report", data);
    if ("code" in found) return found;
    const { asked, command } = found;
    const agency = input.agency ?? command.actor.agency ?? "";
    const hash = requestHash({ command: found.hash, of: agency });
    const before = await recorded(connection, command, asked.ledger, hash);
    if (before !== null) return "code" in before ? before : checked(before, true);
    const refusal = judgeCheck(command.actor, agency) ?? demoRefusal(command);
    if (refusal !== null) return refusal;
    const report = await inTransaction(connection, "repeatable read", (snapshot) =>
      gatherReport(snapshot, cache, asked, null),
    );
    const line = report?.figures.lines.find((one) => one.agency === agency);
    if (line === undefined) return refuse("not_in_report", { detail: agency });
    const digest = lineDigest(line);
    if (input.line !== undefined && input.line !== digest) return refuse("conflict");
    const outcome = await committed((transaction) =>
      record(transaction, asked.ledger, command, hash, async (ledger, draw) =>
        decideCheckReport(ledger, command, { key: asked.key, agency, line: digest }, hash, draw),
      ),
    );
    if ("code" in outcome) return outcome;
    if (!outcome.repeated) announce();
    return checked(outcome.entries, outcome.repeated);
  }

  /** What a request is about, and the command it becomes. */
  async function lookUp(
    question: Pick<IssueReportInput, "plan" | "agency" | "period" | "regime">,
    input: IssueReportInput | CheckReportInput,
    type: "issue_report" | "check_report",
    data?: LargeCommand["data"],
  ): Promise<{ asked: AskedReport; command: LargeCommand; hash: string } | Refusal> {
    const { source = "api", onBehalfOf, requestId = newRequestId() } = input;
    if (!isStorable(JSON.stringify(input))) throw invalidRequest({ field: "input", wanted: "Unicode" });
    const at = await now();
    const asked = await askedReport(connection, cache, question, at);
    if (asked === null) return refuse("unknown_plan");
    const command: LargeCommand = {
      target: "plan",
      type,
      // The register may have yet to be made; a request is known by its id within the ledger.
      planId: asked.ledger?.id ?? "",
      requestId,
      actor: presentActor(input.actor, at),
      source,
      onBehalfOf,
      data,
    };
    const hash = requestHash({ command: commandHash({ ...command, planId: "" }), key: { ...asked.key } });
    return { asked, command, hash };
  }

  function demoRefusal({ source }: LargeCommand): Refusal | null {
    return source === "demo" && !context.demo ? refuse("demo_data") : null;
  }

  /** Decides under the ledger's lock and writes what was decided. */
  async function record(
    transaction: Connection,
    known: PlanRow | null,
    sent: LargeCommand,
    hash: string,
    decideFor: (ledger: PlanRow, draw: Draw) => Promise<Accepted | Refusal>,
  ): Promise<{ repeated: boolean; entries: readonly Entry[] } | Refusal> {
    const ledgerId = known?.id ?? (await registerLedger(transaction, context));
    const { plans, databaseNow: clock } = await lockPlanRows(transaction, [ledgerId]);
    const ledger = plans.get(ledgerId);
    if (ledger === undefined) return refuse("unknown_plan");
    const command = { ...sent, planId: ledgerId };
    const before = await recorded(transaction, command, ledger, hash);
    if (before !== null) return "code" in before ? before : { repeated: true, entries: before };
    const at = Math.max(context.now() ?? clock ?? (await databaseNow(transaction)), ledger.lastAt);
    const decision = await decideFor(ledger, { now: at, uuid: () => ids.uuid(at), salt: () => ids.salt() });
    if (!decision.accepted) return decision;
    const changes = noChanges();
    const entries = applyDecision(
      changes,
      { plan: ledger, assignments: new Map(), readings: new Map() },
      decision,
    );
    await writeChanges(transaction, changes);
    cache.rows.forget(ledgerId);
    return { repeated: false, entries };
  }

  return { ...readReports(connection, cache, now, null), issueReport, checkReport };
}

/** The entries of a request that was recorded before, or why its id cannot be used again; null: it was not. */
async function recorded(
  connection: Connection,
  command: LargeCommand,
  ledger: PlanRow | null,
  hash: string,
): Promise<readonly Entry[] | Refusal | null> {
  if (ledger === null) return null;
  const { requestId } = command;
  const found = await readBatchFacts(connection, [], [{ planId: ledger.id, requestId }]);
  const entries = found.recorded.get(ledger.id, requestId);
  if (entries === undefined) return null;
  const same = entries[0]?.requestHash === hash && (await sameTexts(connection, command, entries, []));
  return same ? entries : refuse("request_reused");
}

function factsOf(entries: readonly Entry[], name: string): FrozenFacts {
  const { facts }: EntryData = JSON.parse(entries[0]?.data ?? "{}");
  return facts?.[name] as FrozenFacts;
}

function checked(entries: readonly Entry[], repeated: boolean): CheckReportOutcome {
  return { accepted: true, repeated, seq: entries[0]?.seq ?? 0 };
}
