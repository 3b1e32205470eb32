// Opens an engine: its database, its one write, its background sweep, and the face a host uses.

import type { Kysely } from "kysely";
import type { Command } from "../execute/command.ts";
import { refuse } from "../execute/refuse.ts";
import type { Micros } from "../ledger/entry.ts";
import type { CommitContext } from "../store/batch.ts";
import { type CommandResult, commitBatch } from "../store/commit-batch.ts";
import { type Connection, inTransaction } from "../store/connection.ts";
import { migrate } from "../store/database/migrate.ts";
import { checkHostDatabase, type Database, openDatabase } from "../store/database/open-database.ts";
import { markEffectsRelayed, pendingEffects } from "../store/effects.ts";
import { FileFolder } from "../store/evidence/file-folder.ts";
import { CommitSignal } from "../store/feed.ts";
import { issuePlan } from "../store/issue-plan.ts";
import { Lane } from "../store/lane.ts";
import { databaseNow } from "../store/lock-plans.ts";
import { migrations } from "../store/migrations/index.ts";
import { PlanCache } from "../store/plan-cache.ts";
import { refuseDemoData } from "../store/refuse-demo-data.ts";
import { firstWakeUps, wakeUpCommand } from "../store/sweep.ts";
import { requestFault, textsFault } from "./commands/command-shape.ts";
import { completeCommand, invalidRequest, isStorable, throwIf } from "./commands/complete-command.ts";
import type {
  CommandInput,
  Engine,
  EngineOptions,
  HostKysely,
  IssueInput,
  IssueOutcome,
  Outcome,
  SourceText,
} from "./engine.ts";
import { engineWithin } from "./engine-within.ts";
import { engineFiles } from "./files/engine-files.ts";
import { randomIds } from "./ids.ts";
import { engineInstance } from "./instance/engine-instance.ts";
import { checkOptions, readClock } from "./options-fault.ts";
import type { AssignInput } from "./plans/assign-input.ts";
import { assignTask } from "./plans/assign-task.ts";
import { checkPlan, type ReadForIssue, readForIssue } from "./plans/check-plan.ts";
import { engineAmend } from "./plans/engine-amend.ts";
import { engineRegister } from "./plans/engine-register.ts";
import { engineFeed } from "./reads/engine-feed.ts";
import { engineFigures } from "./reads/engine-figures.ts";
import { engineReads, findPlanRow, isUuid } from "./reads/engine-reads.ts";
import { engineVerify } from "./reads/engine-verify.ts";
import { effectIdsFault, limitFault } from "./reads/question-shape.ts";
import { readAs } from "./reads/read-as.ts";
import { streamAs } from "./reads/stream-as.ts";
import { engineReports } from "./reports/engine-reports.ts";
import { engineTargets } from "./targets/engine-targets.ts";
import { Door, whileOpen } from "./while-open.ts";

type HostTables = HostKysely extends Kysely<infer Tables> ? Tables : never;

/** Commands in one transaction at most: beyond it a batch's own latency grows faster than it saves. */
const batchLimit = 256;
/** Commands that may wait for the next batch. */
const queueLimit = 10_000;
/** Plans woken at once by a sweep. */
const plansAtOnce = 500;
/** PGlite has no autovacuum: after this many commits the engine vacuums by itself. */
const commitsBetweenVacuums = 5_000;

/** Opens an engine. With no options: PostgreSQL at `DATABASE_URL`, else a database in memory.
 *  Throws EngineError with a database_… or data_directory_… code, `demo_data_present`, or `request_invalid` for an
 *  option that could mean nothing. */
export async function createEngine(options: EngineOptions = {}): Promise<Engine> {
  checkOptions(options);
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
    // The host's plugins would rename or reshape the columns the engine reads.
    const kysely = options.kysely.withoutPlugins();
    await checkHostDatabase(kysely);
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
    now: () => readClock(options.clock),
    demo: options.demo ?? false,
    folder: options.files?.folder === undefined ? null : new FileFolder(options.files.folder),
  };
  const now = async (): Promise<Micros> => context.now() ?? (await databaseNow(connection));
  const door = new Door();
  let commits = 0;

  const committed = <Result>(work: (transaction: Connection) => Promise<Result>): Promise<Result> =>
    inTransaction(connection, "read committed", work);

  const lane = new Lane({
    batch: batchLimit,
    queue: queueLimit,
    commit: async (commands) => {
      const results = await committed((transaction) => commitBatch(transaction, commands, context));
      commits += 1;
      signal.announce();
      for (const { type, planId } of commands) if (type === "erase") files.erasedIn(planId);
      return results;
    },
  });

  const newRequestId = (): string => context.ids.uuid(context.now() ?? 0);
  const announce = (): void => signal.announce();
  const files = engineFiles({ connection, context, now, newRequestId, committed, announce }, options.files);
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
    const { register: given = [], actor, source = "api", onBehalfOf } = input;
    throwIf(textsFault(input.plan, given));
    const read: ReadForIssue = await readForIssue(where, input.plan, given);
    const { plan, register, missing, problems, questions } = read;
    const lacking =
      missing.length === 0 ? null : refuse("register_document_missing", { detail: missing.join(", ") });
    if (plan === null || register === null) return { issued: false, problems, questions, refusal: lacking };
    const requestId = input.requestId ?? `issue:${plan.id}`;
    throwIf(requestFault({ requestId, actor, source, onBehalfOf }));
    if (!isStorable(JSON.stringify({ requestId, actor, onBehalfOf })))
      throw invalidRequest({ field: "actor", wanted: "Unicode" });
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
          actor,
          requestId,
          source,
          onBehalfOf,
        },
        context,
      ),
    );
    if (!issued.accepted) return { issued: false, problems, questions, refusal: issued };
    signal.announce();
    const { planId, assignments } = issued;
    return { issued: true, planId, documentId: plan.id, assignments, questions };
  }

  /** Takes what is due in one plan, as before every command to it. */
  async function wake(planId: string, send = (command: Command) => lane.send(command)): Promise<void> {
    for (;;) {
      const command = wakeUpCommand({ planId, assignmentId: null, at: await now(), seq: 0 });
      const result = await send(command);
      if (!result.accepted || result.entries.length === 0) return;
    }
  }

  async function sweep(): Promise<number> {
    let woken = 0;
    for (;;) {
      const plans = await firstWakeUps(connection, await now(), plansAtOnce);
      const results = await Promise.allSettled(plans.map((wakeUp) => lane.send(wakeUpCommand(wakeUp))));
      const failures: unknown[] = [];
      let fresh = 0;
      for (const result of results) {
        if (result.status === "rejected") failures.push(result.reason);
        else if (result.value.accepted) {
          if (!result.value.repeated) fresh += targetsIn(result.value.entries);
          failures.push(...(result.value.failures ?? []));
        }
      }
      woken += fresh;
      if (fresh > 0) continue;
      // Nothing new: another node was faster, or nothing is due; or what is left fails, and has not held up the rest.
      if (failures.length > 0) throw failures[0];
      break;
    }
    await files.sweep();
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

  let closing: Promise<void> | null = null;
  async function shut(): Promise<void> {
    door.shut();
    if (timer !== null) clearInterval(timer);
    signal.announce();
    await sweeping;
    await door.empty();
    await lane.drain();
    await database.close();
  }
  const close = (): Promise<void> => (closing ??= shut());
  const dispatch = (input: CommandInput): Promise<Outcome> =>
    dispatchBy(connection, input, (command) => lane.send(command));

  const feed = engineFeed(connection, signal, door);
  const writing = {
    ...{ connection, context, committed, announce, newRequestId, now },
    wake: (planId: string) => wake(planId),
  };

  return {
    ...whileOpen(door, engineReads(connection, cache, now)),
    ...whileOpen(door, engineFigures(connection, cache, now)),
    ...whileOpen(door, { ...engineTargets(connection, cache, now) }),
    ...whileOpen(door, { ...files.methods }),
    ...whileOpen(door, engineVerify(connection, now, context.folder)),
    ...feed,
    ...engineInstance(connection, door, { now, folder: context.folder, demo: context.demo, announce }),
    ...whileOpen(door, {
      now,
      sweep,
      dispatch,
      async check(plan: SourceText, register: readonly SourceText[] = []) {
        throwIf(textsFault(plan, register));
        return checkPlan(connection, plan, register);
      },
      ...engineAmend(writing),
      ...engineReports(writing),
      ...engineRegister({ connection, context, now, committed, announce }),
      issue: (input: IssueInput) => issueBy(connection, input, committed),
      assign: (input: AssignInput) =>
        assignTask(
          {
            ...engineReads(connection, cache, now),
            issue: (asked) => issueBy(connection, asked, committed),
          },
          input,
          newRequestId,
        ),
      async erase({ digest, reason, ...sent }: Parameters<Engine["erase"]>[0]) {
        const outcome = await dispatch({ target: "plan", type: "erase", ...sent, data: { digest, reason } });
        // Committed whatever comes now; a content that cannot be taken away yet goes with a later sweep.
        await files.sweep().catch((error: unknown) => options.onError?.(error));
        return outcome;
      },
      async pendingEffects(limit: number) {
        throwIf(limitFault(limit));
        return pendingEffects(connection, limit);
      },
      async markRelayed(ids: readonly string[]) {
        throwIf(effectIdsFault(ids));
        await markEffectsRelayed(connection, ids, await now());
      },
    }),
    as: (actor) => {
      const { subscribe, exportLedger } = streamAs(connection, cache, now, feed, actor);
      const reads = { ...readAs(connection, cache, now, actor), exportLedger };
      return { ...whileOpen(door, reads), subscribe };
    },
    within: engineWithin({ door, files, writing, issueBy, dispatchBy, wake }),
    announce: (address) => database.announce(address),
    database: { engine: database.engine, kysely: connection },
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** Each wake-up of a target has a request id of its own. */
function targetsIn(entries: readonly { requestId: string }[]): number {
  return new Set(entries.map((entry) => entry.requestId)).size;
}
