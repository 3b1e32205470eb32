// Random command sequences over generated plans; after every step, replaying the ledger must give the live rows, and
// figures counted by SQL must be those counted over the replay.

import { isDeepStrictEqual } from "node:util";
import { engineOn, type OpenedDatabase } from "../src/engine/create-engine.ts";
import { cellsOf, countedAt } from "../src/execute/cell.ts";
import { newPlanRow } from "../src/execute/decide-issue.ts";
import { type CauseCount, type FigureLine, figureLine } from "../src/execute/figures.ts";
import { foldEntry, type PlanRows } from "../src/execute/fold.ts";
import { readingKey } from "../src/execute/reading.ts";
import type {
  Actor,
  AssignmentRow,
  CommandData,
  CommandInput,
  Engine,
  HistoryEntry,
  Outcome,
} from "../src/index.ts";
import { type EntryData, planCommands } from "../src/index.ts";
import { departments, generatedPlan, generatedRegister, headOf, issuer } from "./generated-plan.ts";
import type { Brought, Sequence, Step, ToAssignment } from "./replay-steps.ts";
import { pdf } from "./sample-files.ts";

const day = 86_400_000_000;
const decidedBy = { name: "Trần Thị Bình", position: "Phó Chủ tịch", capacity: null };
const document = { number: "7/QĐ-UBND", date: "2017-02-01", issuer: null, title: null };

export interface ReplayModel {
  /** Issues a plan of its own and takes every step; throws when something does not hold. */
  play(sequence: Sequence): Promise<void>;
  /** How much was done so far. */
  readonly counts: { sequences: number; steps: number; accepted: number; refused: number; entries: number };
}

/** The engine closes with the database. */
export function replayModel(database: OpenedDatabase): ReplayModel {
  const began = Date.UTC(2017, 0, 12) * 1000;
  let now = began;
  const engine = engineOn(database, { sweepEvery: null, clock: { now: () => now } });
  const counts = { sequences: 0, steps: 0, accepted: 0, refused: 0, entries: 0 };

  async function play(sequence: Sequence): Promise<void> {
    counts.sequences += 1;
    now = began;
    const text = generatedPlan({
      id: `replay-${counts.sequences}`,
      tasks: sequence.tasks,
      kind: "mixed",
      seed: sequence.planSeed,
    });
    const issued = await engine.issue({ plan: { text }, register: generatedRegister, actor: issuer });
    if (!issued.issued) throw new Error(`Not issued: ${JSON.stringify(issued)}\n${text}`);
    const { planId } = issued;
    /** The figures when each instant was left. */
    const figures = new Map([[now, await hold(engine, planId)]]);
    for (const [index, taken] of sequence.steps.entries()) {
      counts.steps += 1;
      try {
        await take(planId, taken, index);
        figures.set(now, await hold(engine, planId));
      } catch (error) {
        throw new Error(`after step ${index} (${taken.kind}) of plan ${planId}`, { cause: error });
      }
    }
    for (const [asOf, then] of figures) {
      const { total } = await engine.figures({ plans: [planId], asOf, staleDays });
      same(`figures as of ${asOf} of plan ${planId}`, total, then);
    }
    counts.entries += (await engine.verify(planId)).entries;
  }

  async function take(planId: string, taken: Step, index: number): Promise<void> {
    switch (taken.kind) {
      case "time":
        now += taken.days * day;
        if (taken.sweep) await engine.sweep();
        return;
      case "assignment":
        await dispatch(planId, taken, `step-${index}`);
        return;
      case "together":
        await Promise.all(taken.commands.map((one, part) => dispatch(planId, one, `step-${index}-${part}`)));
        return;
      case "plan":
        await sendToPlan(planId, taken, `step-${index}`);
        return;
      case "report":
        await report(planId, taken, `step-${index}`);
        return;
      case "attach": {
        const rows = await rowsOf(engine, planId);
        const row = rows[taken.row % Math.max(1, rows.length)];
        if (row === undefined) return;
        const { accepted } = await engine.attach({
          planId,
          assignmentId: row.id,
          name: "a.pdf",
          bytes: pdf(String(taken.file)),
          actor: headOf(row.agencyId),
        });
        counts[accepted ? "accepted" : "refused"] += 1;
        return;
      }
      case "erase": {
        const digests = (await historyOf(engine, planId)).flatMap((entry) => {
          const { texts = {}, files = [] } = JSON.parse(entry.data) as EntryData;
          return [...Object.values(texts), ...files];
        });
        const digest = digests[taken.text % Math.max(1, digests.length)];
        if (digest === undefined) return;
        note(await engine.erase({ planId, digest, actor: issuer, reason: "Có thông tin cá nhân" }));
      }
    }
  }

  async function dispatch(planId: string, taken: ToAssignment, requestId: string): Promise<void> {
    const rows = await rowsOf(engine, planId);
    const row = rows[taken.row % Math.max(1, rows.length)];
    if (row === undefined) return;
    const [actor, type] = await whoDoesWhat(planId, row, taken);
    const command: CommandInput = {
      target: "assignment",
      planId,
      assignmentId: row.id,
      type,
      requestId,
      actor,
      data: await dataOf(planId, row, taken.brought),
      effectiveAt: taken.brought.happened === null ? undefined : now - taken.brought.happened * day,
      onBehalfOf: taken.brought.decided ? decidedBy : undefined,
      expected: { none: undefined, right: row.seq, wrong: row.seq - 1 }[taken.expected],
    };
    const before = await engine.verify(planId);
    const outcome = note(await engine.dispatch(command));
    if (!taken.again) return;
    const repeated = await engine.dispatch(command);
    if (outcome.accepted && !(repeated.accepted && repeated.repeated)) {
      throw new Error(
        `${command.type} was stored, its retry was not recognised: ${JSON.stringify(repeated)}`,
      );
    }
    if (outcome.accepted && isDeepStrictEqual(before, await engine.verify(planId))) {
      throw new Error(`${command.type} was acknowledged and left no entry`);
    }
  }

  /** Mostly a command that is open to the one who sends it, now and then anything from anyone. */
  async function whoDoesWhat(
    planId: string,
    row: AssignmentRow,
    taken: ToAssignment,
  ): Promise<[Actor, string]> {
    const anyone = [headOf(row.agencyId), issuer, headOf(departments[taken.actor] ?? "dept-1")];
    const pairs: [Actor, string][] = [];
    for (const actor of taken.actor < 8 ? anyone.slice(0, 2) : anyone) {
      for (const { type, refusal } of await engine.allowed(planId, row.id, actor)) {
        // Withdrawing ends a life early: it takes its turn less often.
        const rare = ["withdraw", "drop", "adjust_due", "reassign", "correct"].includes(type);
        if (taken.actor >= 8 || (refusal === null && (!rare || taken.type % 5 === 0)))
          pairs.push([actor, type]);
      }
    }
    return pairs[taken.type % Math.max(1, pairs.length)] ?? [issuer, "accept"];
  }

  async function sendToPlan(
    planId: string,
    taken: Extract<Step, { kind: "plan" }>,
    requestId: string,
  ): Promise<void> {
    const { plan } = (await engine.plan(planId)) ?? {};
    const events = plan?.tasks.filter((task) => task.mode === "event") ?? [];
    const types = [
      ...planCommands.filter((type) => type !== "erase" && type !== "report"),
      "open_occurrence",
      "resume",
    ] as const;
    const type = types[taken.type % types.length] ?? "resume";
    note(
      await engine.dispatch({
        target: "plan",
        planId,
        type,
        requestId,
        actor: taken.actor === 0 ? headOf("dept-1") : issuer,
        data: {
          ...(taken.brought.reason ? { reason: "Theo chỉ đạo mới của tỉnh" } : {}),
          ...(taken.brought.document ? { document } : {}),
          ...(type === "open_occurrence"
            ? { task: events[0]?.id ?? "none", occurrence: `case-${taken.actor}` }
            : {}),
        },
      }),
    );
  }

  async function report(
    planId: string,
    { readings, reason }: Extract<Step, { kind: "report" }>,
    requestId: string,
  ): Promise<void> {
    const values = readings.map(({ input, agency, month, status, value, confirmed }) => ({
      input,
      agency: departments[agency] ?? "dept-1",
      // Beyond the months of the plan: the year as a whole, and a month before it.
      period: month === 12 ? "2017" : month === 13 ? "2016-12" : `2017-0${month + 1}`,
      status,
      value: value === null ? null : String(value),
      confirmed,
    }));
    const data = { readings: values, ...(reason && { reason: "Cần làm rõ thêm số liệu" }) };
    const onBehalfOf = { ...decidedBy };
    const command = { target: "plan", planId, type: "report", requestId, actor: issuer, onBehalfOf } as const;
    note(await engine.dispatch({ ...command, data }));
  }

  async function dataOf(planId: string, row: AssignmentRow, taken: Brought): Promise<CommandData> {
    const compiled = await engine.compiled(planId);
    const products = compiled?.tasks.get(row.taskId)?.task.products ?? [];
    return {
      ...(taken.reason ? { reason: "Cần làm rõ thêm số liệu" } : {}),
      ...(taken.note ? { note: `Ghi chú ${taken.due}` } : {}),
      ...(taken.document ? { document } : {}),
      ...(taken.products ? { products: Object.fromEntries(products.map(({ id }) => [id, document])) } : {}),
      ...(taken.answer === null ? {} : { answer: taken.answer }),
      ...(taken.percent === null ? {} : { percent: taken.percent }),
      ...(taken.decided ? { officer: "Nguyễn Văn Hải", causeConfirmedBy: decidedBy.name } : {}),
      ...(taken.cause === null ? {} : { cause: taken.cause }),
      ...(row.doneAt === null || taken.happened === null
        ? {}
        : { completedAt: row.doneAt - taken.happened * day }),
      agency: departments[taken.agency] ?? "dept-1",
      due: new Date((now + taken.due * day) / 1000).toISOString().slice(0, 10),
    };
  }

  function note(outcome: Outcome): Outcome {
    if (outcome.accepted) counts.accepted += 1;
    else counts.refused += 1;
    return outcome;
  }

  return { play, counts };
}

const staleDays = 20;

/** Replays by hand, beside the engine's own verification, and compares with what readers are shown. Gives the figures. */
async function hold(engine: Engine, planId: string): Promise<FigureLine> {
  const report = await engine.verify(planId);
  if (!report.intact) throw new Error(`verify: ${report.fault?.en} (entry ${report.fault?.seq})`);
  const summary = (await engine.plan(planId))?.summary;
  const rows: PlanRows = {
    plan: newPlanRow(planId, summary?.plan.documentId ?? "", "plan"),
    assignments: new Map(),
    readings: new Map(),
  };
  const causes: CauseCount[] = [];
  for (const { textBodies: _bodies, ...entry } of await historyOf(engine, planId)) {
    const data: EntryData = JSON.parse(entry.data);
    foldEntry(rows, entry, data);
    const cause = entry.type === "rework" ? data.facts?.cause : undefined;
    const returned = entry.assignmentId === null ? undefined : rows.assignments.get(entry.assignmentId);
    if (typeof cause === "string" && returned !== undefined) causes.push({ ...returned, cause, count: 1 });
  }
  same("the plan row", rows.plan, summary?.plan);
  const live = await rowsOf(engine, planId);
  same("the number of assignments", rows.assignments.size, live.length);
  for (const row of live) same(`assignment ${row.id}`, rows.assignments.get(row.id), row);
  const readings = await engine.readings({ planId }, { limit: 500 });
  same("the number of readings", rows.readings.size, readings.items.length);
  for (const row of readings.items) same("a reading", rows.readings.get(readingKey(row)), row);
  const { at, total } = await engine.figures({ plans: [planId], staleDays });
  const cells = cellsOf(rows.assignments.values(), rows.plan.state, countedAt(at, staleDays));
  const requested = (await engine.compiled(planId))?.requested;
  same(
    "the figures",
    figureLine(cells, (_, agency) => requested?.has(agency) ?? false, causes),
    total,
  );
  return total;
}

function same(what: string, replayed: unknown, live: unknown): void {
  if (isDeepStrictEqual(replayed, live)) return;
  throw new Error(`${what}: replay gives ${JSON.stringify(replayed)}, live is ${JSON.stringify(live)}`);
}

async function rowsOf(engine: Engine, planId: string): Promise<AssignmentRow[]> {
  const rows: AssignmentRow[] = [];
  for (let after: string | undefined; ; ) {
    const page = await engine.assignments({ planId }, { after, limit: 500 });
    for (const { bucket: _bucket, ...row } of page.items) rows.push(row);
    if (page.next === null) return rows;
    after = page.next;
  }
}

async function historyOf(engine: Engine, planId: string): Promise<HistoryEntry[]> {
  const entries: HistoryEntry[] = [];
  for (let after = 0; ; ) {
    const page = await engine.history(planId, { after, limit: 500 });
    entries.push(...page.items);
    if (page.next === null) return entries;
    after = Number(page.next);
  }
}
