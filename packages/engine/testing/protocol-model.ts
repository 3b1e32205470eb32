// The protocol without a database: a generated plan, its rows in memory, and whatever anyone may send to it.

import { type CompiledPlan, compile } from "../src/compile/index.ts";
import type { Actor, AssignmentCommand, Command, CommandData } from "../src/execute/command.ts";
import { decide } from "../src/execute/decide.ts";
import { decideIssue, newPlanRow } from "../src/execute/decide-issue.ts";
import { decideWakeUp } from "../src/execute/decide-wake-up.ts";
import type { Accepted, Refusal } from "../src/execute/decision.ts";
import type { Draw, Facts } from "../src/execute/facts.ts";
import type { PlanRows } from "../src/execute/fold.ts";
import type { AssignmentRow } from "../src/execute/rows.ts";
import { readPlan } from "../src/language/read-plan.ts";
import { readRegisterDocuments } from "../src/language/read-register-documents.ts";
import type { Entry } from "../src/ledger/entry.ts";
import { applyDecision } from "../src/store/apply-decision.ts";
import { noChanges } from "../src/store/write-changes.ts";
import { calendarText, generatedPlan, issuer, organisationText } from "./generated-plan.ts";

const planId = "0159d2ec-0400-7964-ad3c-d470bc7f6d61";
const clock: Actor = { id: "clock", name: "clock", agency: null, roles: ["clock"] };

export interface Protocol {
  readonly compiled: CompiledPlan;
  readonly rows: PlanRows;
  /** Every entry so far. */
  readonly entries: readonly Entry[];
  /** Lets time pass and the clock be heard, wake-up by wake-up in due order. */
  passTo(now: number): void;
  send(row: AssignmentRow, type: string, actor: Actor, sent: Sent): Accepted | Refusal;
  sendToPlan(type: "suspend" | "resume" | "open_occurrence", data: CommandData): Accepted | Refusal;
  factsAbout(row: AssignmentRow): Facts;
  readonly now: number;
}

export type Sent = Pick<AssignmentCommand, "data" | "effectiveAt" | "onBehalfOf">;

export function protocol(seed: number, tasks: number): Protocol {
  const compiled = compiledPlan(seed, tasks);
  const entries: Entry[] = [];
  let now = Date.UTC(2017, 0, 12) * 1000;
  let drawn = 0;
  const rows: PlanRows = {
    plan: newPlanRow(planId, "protocol", "plan"),
    assignments: new Map(),
    readings: new Map(),
  };
  const draw = (): Draw => ({
    now,
    uuid: () => `0159d2ec-0400-7000-8000-${(++drawn).toString(16).padStart(12, "0")}`,
    salt: () => (++drawn).toString(16).padStart(32, "0"),
  });
  const facts = (row: AssignmentRow | null): Facts => {
    const all = [...rows.assignments.values()];
    return {
      plan: rows.plan,
      compiled,
      assignment: row,
      lead: row?.of == null ? null : (rows.assignments.get(row.of) ?? null),
      coordinations: row === null ? [] : all.filter((other) => other.of === row.id),
      all,
      demo: false,
      erasable: false,
    };
  };
  const apply = (decision: Accepted | Refusal): Accepted | Refusal => {
    if (decision.accepted) entries.push(...applyDecision(noChanges(), rows, decision));
    return decision;
  };
  const base = () => ({ planId, requestId: `request-${++drawn}`, source: "api" }) as const;

  const nothing = { documentId: "", number: null, title: "", sourceHash: "", planHash: "", registerHash: "" };
  const issue = { ...base(), target: "plan", type: "issue", actor: issuer } as const;
  const issued = decideIssue(rows.plan, compiled, issue, { ...nothing, pins: {}, openQuestions: [] }, draw());
  if (!issued.accepted) throw new Error(issued.en);
  apply(issued);

  /** Null: nothing is due. */
  function nextDue(): { at: number; row: AssignmentRow | null } | null {
    let first: { at: number; row: AssignmentRow | null } | null = null;
    if (rows.plan.state !== "in_force" && rows.plan.state !== "ended") return null;
    if (rows.plan.wakeAt !== null) first = { at: rows.plan.wakeAt, row: null };
    for (const row of rows.assignments.values())
      if (row.wakeAt !== null && (first === null || row.wakeAt < first.at)) first = { at: row.wakeAt, row };
    return first !== null && first.at <= now ? first : null;
  }

  return {
    compiled,
    rows,
    entries,
    get now() {
      return now;
    },
    factsAbout: facts,
    passTo(instant) {
      now = instant;
      for (let due = nextDue(); due !== null; due = nextDue()) {
        const { at, row } = due;
        const target =
          row === null
            ? ({ target: "plan" } as const)
            : { target: "assignment" as const, assignmentId: row.id };
        const wakeUp: Command = { ...base(), ...target, actor: clock, source: "clock", type: "clock" };
        if (!apply(decideWakeUp(facts(row), wakeUp, at, draw())).accepted)
          throw new Error(`What was due at ${at} could not be taken: ${JSON.stringify(row)}`);
      }
    },
    send: (row, type, actor, sent) =>
      apply(
        decide(
          facts(row),
          { ...base(), target: "assignment", assignmentId: row.id, type, actor, ...sent },
          draw(),
        ),
      ),
    sendToPlan: (type, data) =>
      apply(decide(facts(null), { ...base(), target: "plan", type, actor: issuer, data }, draw())),
  };
}

function compiledPlan(seed: number, tasks: number): CompiledPlan {
  const register = readRegisterDocuments([{ text: organisationText }, { text: calendarText }]);
  const [organisation, calendar] = register.map(({ document }) => document);
  if (organisation?.kind !== "organisation" || calendar?.kind !== "calendar") throw new Error("no register");
  const text = generatedPlan({ id: "protocol", tasks, kind: "mixed", seed });
  const { plan, problems } = readPlan(text, { organisation, calendar });
  if (plan === null) throw new Error(`${JSON.stringify(problems)}\n${text}`);
  return compile(plan, { organisation, calendar, regime: null });
}
