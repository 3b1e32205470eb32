// Opens an engine: its database, its one write, its background sweep, and the face a host uses.

import type { Kysely } from "kysely";
import { checkPlan, type ReadForIssue, readForIssue } from "./check-plan.ts";
import { completeCommand } from "./complete-command.ts";
import type {
  CommandInput,
  Engine,
  EngineOptions,
  HostKysely,
  IssueInput,
  IssueOutcome,
  Outcome,
} from "./engine.ts";
import { EngineError } from "./engine-error.ts";
import { engineReads, findPlanRow, isUuid } from "./engine-reads.ts";
import type { Command } from "./execute/command.ts";
import { refuse } from "./execute/refuse.ts";
import { randomIds } from "./ids.ts";
import type { Micros } from "./ledger/entry.ts";
import { type CommandResult, type CommitContext, commitBatch } from "./store/commit-batch.ts";
import type { Connection } from "./store/connection.ts";
import { migrate } from "./store/database/migrate.ts";
import { type Database, openDatabase } from "./store/database/open-database.ts";
import { markEffectsRelayed, pendingEffects } from "./store/effects.ts";
import { CommitSignal, cursorOf, entriesSince, positionOf, presentPosition } from "./store/feed.ts";
import { issuePlan } from "./store/issue-plan.ts";
import { Lanes } from "./store/lanes.ts";
import { databaseNow } from "./store/lock-plans.ts";
import { migrations } from "./store/migrations/index.ts";
import { PlanCache } from "./store/plan-cache.ts";
import { refuseDemoData } from "./store/refuse-demo-data.ts";
import { dueWakeUps } from "./store/sweep.ts";
import { verifyLedger } from "./store/verify-ledger.ts";

type HostTables = HostKysely extends Kysely<infer Tables> ? Tables : never;

/** Commands in one transaction at most: beyond it a batch's own latency grows faster than it saves. */
const batchLimit = 256;
/** Commands that may wait for the next batch. */
const queueLimit = 10_000;
/** Transactions under way at once on a server; PGlite has one connection. More only make batches smaller. */
const lanesOnServer = 2;
const wakeUpsAtOnce = 500;
/** PGlite has no autovacuum: after this many commits the engine vacuums by itself. */
const commitsBetweenVacuums = 5_000;
/** Milliseconds after which a feed looks for what another node has committed. */
const feedPoll = 1_000;

/** Opens an engine. With no options: PostgreSQL at `DATABASE_URL`, else a database in memory.
 *  Throws EngineError with a database_… or data_directory_… code, or `demo_data_present`. */
export async function createEngine(options: EngineOptions = {}): Promise<Engine> {
  const database = await openFor(options);
  try {
    if (options.demo !== true) await refuseDemoData(database.kysely);
  } catch (error) {
    await database.close();
    throw error;
  }
  return engineOn(database, options);
}

/** What the engine needs of an open database. */
export type OpenedDatabase = Pick<
  Database<HostTables>,
  "kysely" | "engine" | "announce" | "vacuum" | "close"
>;

async function openFor(options: EngineOptions): Promise<OpenedDatabase> {
  const prepare = async (kysely: HostKysely): Promise<void> => {
    await migrate(kysely, migrations);
  };
  if (options.kysely !== undefined) {
    const { kysely } = options;
    await prepare(kysely);
    const nothing = async (): Promise<void> => {};
    return { kysely, engine: "postgresql", announce: nothing, vacuum: nothing, close: nothing };
  }
  const url = options.url ?? (options.directory === undefined ? process.env.DATABASE_URL : undefined);
  if (url !== undefined && url !== "") {
    return openDatabase({ url, prepare, maxConnections: options.maxConnections ?? 4 });
  }
  return openDatabase(
    options.directory === undefined ? { prepare } : { directory: options.directory, prepare },
  );
}

/** The engine on an open database, which it closes with itself. */
export function engineOn(database: OpenedDatabase, options: EngineOptions = {}): Engine {
  const connection: Connection = database.kysely;
  const cache = new PlanCache();
  const signal = new CommitSignal();
  const context: CommitContext = {
    plans: cache,
    ids: options.ids ?? randomIds,
    now: () => options.clock?.now() ?? null,
    demo: options.demo ?? false,
  };
  const now = async (): Promise<Micros> => context.now() ?? (await databaseNow(connection));
  let closed = false;
  let commits = 0;

  const inTransaction = <Result>(work: (transaction: Connection) => Promise<Result>): Promise<Result> =>
    connection.transaction().setIsolationLevel("read committed").execute(work);

  const lanes = new Lanes({
    count: database.engine === "pglite" ? 1 : lanesOnServer,
    batch: batchLimit,
    queue: queueLimit,
    commit: async (commands) => {
      const results = await inTransaction((transaction) => commitBatch(transaction, commands, context));
      commits += 1;
      signal.announce();
      return results;
    },
  });

  const newRequestId = (): string => context.ids.uuid(context.now() ?? 0);
  const planIds = new Map<string, string>();

  /** Accepts a document id for a plan's id. */
  async function resolve(where: Connection, input: CommandInput): Promise<Command | null> {
    const command = completeCommand(input, newRequestId);
    if (command.target === "assignment" && !isUuid(command.assignmentId)) return null;
    if (isUuid(command.planId)) return command;
    const known = planIds.get(command.planId);
    if (known !== undefined) return { ...command, planId: known };
    const row = await findPlanRow(where, command.planId);
    if (row === null) return null;
    // Inside a host's transaction the plan may still be rolled back.
    if (where === connection) planIds.set(command.planId, row.id);
    return { ...command, planId: row.id };
  }

  async function dispatchBy(
    where: Connection,
    input: CommandInput,
    send: (command: Command) => Promise<CommandResult>,
  ): Promise<Outcome> {
    if (closed) throw closedError();
    const command = await resolve(where, input);
    if (command === null) {
      return refuse(
        input.target === "assignment" && isUuid(input.planId) ? "unknown_assignment" : "unknown_plan",
      );
    }
    return send(command);
  }

  async function issueBy(
    where: Connection,
    input: IssueInput,
    run: <Result>(work: (transaction: Connection) => Promise<Result>) => Promise<Result>,
  ): Promise<IssueOutcome> {
    if (closed) throw closedError();
    const read: ReadForIssue = await readForIssue(where, input.plan, input.register ?? []);
    const { plan, register, problems, questions } = read;
    if (plan === null || register === null) return { issued: false, problems, questions, refusal: null };
    const issued = await run((transaction) =>
      issuePlan(
        transaction,
        {
          plan,
          register,
          sourceText: input.plan.text,
          documents: read.documents,
          openQuestions: questions
            .filter((question) => question.settled === null)
            .map((question) => question.code),
          actor: input.actor,
          requestId: input.requestId ?? `issue:${plan.id}`,
          source: input.source ?? "api",
          onBehalfOf: input.onBehalfOf,
        },
        context,
      ),
    );
    if (!issued.accepted) return { issued: false, problems, questions, refusal: issued };
    signal.announce();
    const { planId, assignments } = issued;
    return { issued: true, planId, documentId: plan.id, assignments, questions };
  }

  async function sweep(): Promise<number> {
    let woken = 0;
    for (;;) {
      const commands = await dueWakeUps(connection, await now(), wakeUpsAtOnce);
      const results = await Promise.all(commands.map((command) => lanes.send(command)));
      const accepted = results.filter((result) => result.accepted && !result.repeated).length;
      woken += accepted;
      // Nothing new: another node was faster, or nothing is due.
      if (accepted === 0) break;
    }
    if (commits >= commitsBetweenVacuums) {
      commits = 0;
      await database.vacuum();
    }
    return woken;
  }

  let sweeping: Promise<unknown> | null = null;
  const every = options.sweepEvery === undefined ? 1_000 : options.sweepEvery;
  const timer =
    every === null
      ? null
      : setInterval(() => {
          sweeping ??= sweep()
            .catch((error: unknown) => options.onError?.(error))
            .finally(() => {
              sweeping = null;
            });
        }, every);
  // A host that has finished must be able to exit.
  timer?.unref();

  async function close(): Promise<void> {
    if (closed) return;
    closed = true;
    if (timer !== null) clearInterval(timer);
    signal.announce();
    await sweeping;
    await lanes.drain();
    await database.close();
  }

  return {
    ...engineReads(connection, cache, now),
    now,
    sweep,
    close,
    [Symbol.asyncDispose]: close,
    database: { engine: database.engine, kysely: connection },
    announce: (address) => database.announce(address),
    check: (plan, register = []) => checkPlan(connection, plan, register),
    issue: (input) => issueBy(connection, input, inTransaction),
    dispatch: (input) => dispatchBy(connection, input, (command) => lanes.send(command)),
    within: (transaction) => ({
      issue: (input) => issueBy(transaction, input, (work) => work(transaction)),
      dispatch: (input) =>
        dispatchBy(transaction, input, async (command) => {
          const [result] = await commitBatch(transaction, [command], context);
          return result ?? refuse("unknown_plan");
        }),
    }),
    erase: ({ planId, digest, actor, reason, requestId }) =>
      dispatchBy(
        connection,
        { target: "plan", type: "erase", planId, actor, requestId, data: { digest, reason } },
        (command) => lanes.send(command),
      ),
    async verify(planId) {
      const row = await findPlanRow(connection, planId);
      const report =
        row === null
          ? null
          : await connection
              .transaction()
              .setIsolationLevel("repeatable read")
              .execute((transaction) => verifyLedger(transaction, row.id));
      if (report === null) throw unknownPlan(planId);
      return report;
    },
    async *exportLedger(planId) {
      const row = await findPlanRow(connection, planId);
      if (row === null) throw unknownPlan(planId);
      for await (const entry of entriesSince(connection, row.id, {})) yield JSON.stringify(entry);
    },
    async *subscribe({ planId, cursor, signal: abort } = {}) {
      const row = planId === undefined ? null : await findPlanRow(connection, planId);
      if (planId !== undefined && row === null) throw unknownPlan(planId);
      const position =
        cursor === "now" ? await presentPosition(connection, row?.id ?? null) : positionOf(cursor ?? "");
      const ended = (): boolean => closed || abort?.aborted === true;
      while (!ended()) {
        // Armed before looking, so that a commit between looking and waiting is not slept through.
        const next = signal.next(feedPoll, abort);
        for await (const entry of entriesSince(connection, row?.id ?? null, position)) {
          yield { entry, cursor: cursorOf(position) };
          if (ended()) return;
        }
        await next;
      }
    },
    pendingEffects: (limit) => pendingEffects(connection, limit),
    markRelayed: async (ids) => markEffectsRelayed(connection, ids, await now()),
  };
}

function closedError(): EngineError {
  return new EngineError("engine_closed", {
    vi: "Hệ thống đã dừng; yêu cầu chưa được ghi nhận.",
    en: "The engine is closed; nothing was stored.",
  });
}

function unknownPlan(planId: string): EngineError {
  return new EngineError("request_invalid", {
    vi: `Không có kế hoạch “${planId}”.`,
    en: `There is no plan “${planId}”.`,
    details: { planId },
  });
}
