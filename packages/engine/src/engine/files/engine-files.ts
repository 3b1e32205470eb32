// The part of the engine that keeps files as evidence: attaching, showing, sweeping what nothing names.

import type { Actor, AssignmentCommand } from "../../execute/command.ts";
import { judgeAttach } from "../../execute/decide-attach.ts";
import { knownType } from "../../execute/file-types.ts";
import { refuse } from "../../execute/refuse.ts";
import type { PlanRow } from "../../execute/rows.ts";
import { presentActor } from "../../execute/stand-in.ts";
import type { Micros } from "../../ledger/entry.ts";
import type { CommitContext } from "../../store/batch.ts";
import { type CommandResult, commitBatch } from "../../store/commit-batch.ts";
import type { Connection } from "../../store/connection.ts";
import { checkFile, type FileFault, nameFault, tooLarge } from "../../store/evidence/check-file.ts";
import {
  attachedRecords,
  fileView,
  productOf,
  readFileContent,
  usedContents,
} from "../../store/evidence/evidence-files.ts";
import type { FileFolder } from "../../store/evidence/file-folder.ts";
import { lockPlanRows } from "../../store/lock-plans.ts";
import { readBatchFacts } from "../../store/read-facts.ts";
import { presentReader, withStandIn } from "../../store/stand-in-of.ts";
import { actorFault } from "../commands/command-shape.ts";
import { completeCommand, invalidRequest, throwIf } from "../commands/complete-command.ts";
import type { AttachInput, EngineFiles, FileOptions } from "../engine.ts";
import { factsNow, factsOfPlan } from "../facts-now.ts";
import { findPlanRow, isUuid } from "../reads/engine-reads.ts";
import { readAs } from "../reads/read-as.ts";

const usualLimit = 20 * 1024 * 1024;

/** What attaching needs of the engine around it. */
export interface Surroundings {
  connection: Connection;
  context: CommitContext;
  now: () => Promise<Micros>;
  newRequestId: () => string;
  /** Runs work in a transaction of its own, and resolves after its commit. */
  committed: <Result>(work: (transaction: Connection) => Promise<Result>) => Promise<Result>;
  /** Told after each commit. */
  announce: () => void;
}

/** The engine's files, and what keeps their folder clean: `sweep` takes contents away that no entry names, `erasedIn`
 *  says in which plan there may be one. */
export function engineFiles(
  { connection, context, now, newRequestId, committed, announce }: Surroundings,
  options: FileOptions = {},
): {
  methods: EngineFiles;
  attachWithin: (
    transaction: Connection,
    inside: CommitContext,
    input: AttachInput,
  ) => ReturnType<EngineFiles["attach"]>;
  sweep: () => Promise<void>;
  erasedIn: (planId: string) => void;
} {
  const { folder } = context;
  const limit = options.limit ?? usualLimit;
  // First whatever a process that ended in between has left, then only what fails or is erased here.
  let toSweep: "all" | Set<string> = "all";
  let attaching: Promise<unknown> = Promise.resolve();

  /** One file at a time: each holds its plan, and a connection, while its content is written. */
  async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = attaching.then(work, work);
    attaching = turn.catch(() => {});
    return turn;
  }

  function erasedIn(planId: string): void {
    if (toSweep !== "all") toSweep.add(planId);
  }

  /** `where` and `run`: in the engine's own transactions, or in the host's. */
  async function attachBy(
    where: Connection,
    inside: CommitContext,
    input: AttachInput,
    run: (work: (transaction: Connection) => Promise<CommandResult[]>) => Promise<CommandResult[]>,
  ): ReturnType<EngineFiles["attach"]> {
    const { bytes, name, product, planId: asked, ...rest } = input;
    if (typeof name !== "string") throw invalidRequest({ field: "name", wanted: "text" });
    const command = completeCommand(
      {
        ...rest,
        planId: asked,
        target: "assignment",
        type: "attach",
        data: product === undefined ? {} : { product },
      },
      newRequestId,
    ) as AssignmentCommand;
    const row = await findPlanRow(where, asked);
    if (row === null || row.kind !== "plan") return refuse("unknown_plan");
    if (!isUuid(command.assignmentId)) return refuse("unknown_assignment");
    const fault = nameFault(name);
    if (fault !== null) return refusedFor(fault);
    // Whoever may not attach anything need not send it all; a retry is answered from the ledger, whatever holds now.
    const whole: AssignmentCommand = { ...command, planId: row.id };
    const early = await refusalBefore(where, inside, row, whole);
    if (early !== null) return early;
    const taken = await collect(bytes, limit);
    if (taken === null) return refusedFor(tooLarge(limit));
    const file = checkFile(name, taken, limit);
    if ("code" in file) return refusedFor(file);
    try {
      const [result] = await run((transaction) =>
        commitBatch(transaction, [whole], { ...inside, file: { ...file, bytes: taken } }),
      );
      if (result === undefined) return refuse("unknown_plan");
      if (!result.accepted) return result;
      const { repeated, entries } = result;
      const made = entries.find((entry) => entry.type === "attach");
      const [digest = ""] = made === undefined ? [] : (JSON.parse(made.data).files as string[]);
      return { accepted: true, repeated, seq: made?.seq ?? result.seq, digest };
    } catch (error) {
      erasedIn(row.id);
      throw error;
    }
  }

  async function refusalBefore(
    where: Connection,
    inside: CommitContext,
    row: PlanRow,
    command: AssignmentCommand,
  ) {
    const { recorded } = await readBatchFacts(where, [], [command]);
    if (recorded.get(row.id, command.requestId) !== undefined) return null;
    const facts = await factsOf(where, inside, row, command.assignmentId);
    if (facts === null) return refuse("unknown_assignment");
    const instant = await now();
    const actor = await withStandIn(where, command.actor, instant);
    return "accepted" in actor ? actor : judgeAttach(facts, facts.assignment, presentActor(actor, instant));
  }

  async function factsOf(where: Connection, inside: CommitContext, row: PlanRow, assignmentId: string) {
    const compiled = await inside.plans.compiled(where, row.id, row.version);
    return factsNow(where, inside.plans, factsOfPlan(row, compiled), assignmentId, await now());
  }

  async function mayReadEvidence(planId: string, assignmentId: string, actor: Actor): Promise<boolean> {
    const seen = await readAs(connection, context.plans, now, actor).assignment(planId, assignmentId);
    return seen?.textsVisible === true;
  }

  return {
    erasedIn,
    /** Without waiting for its turn: a host that attaches twice in one transaction would wait for itself. A content
     *  that the host then rolls back goes with a later sweep. */
    async attachWithin(transaction, inside, input) {
      const result = await attachBy(transaction, inside, input, (work) => work(transaction));
      if (result.accepted) erasedIn((await findPlanRow(transaction, input.planId))?.id ?? "");
      return result;
    },
    methods: {
      attach: (input) =>
        attachBy(connection, context, input, async (work) => {
          const results = await inTurn(() => committed(work));
          announce();
          return results;
        }),
      async file(planId, digest, actor) {
        throwIf(actorFault(actor));
        const row = await findPlanRow(connection, planId);
        if (row === null || typeof digest !== "string" || !/^[0-9a-f]{64}$/.test(digest)) return null;
        const [record] = await attachedRecords(connection, row.id, { digest });
        if (record === undefined || !(await mayReadEvidence(row.id, record.assignment_id, actor)))
          return null;
        const { name, content } = record;
        const type = knownType(record.type);
        if (name === null || content === null || type === null) return null;
        return { name, type, bytes: await readFileContent(connection, row.id, content, folder) };
      },
      async files(planId, assignmentId, actor) {
        throwIf(actorFault(actor));
        const row = await findPlanRow(connection, planId);
        if (row === null || row.kind !== "plan" || !isUuid(assignmentId)) return null;
        if (!(await mayReadEvidence(row.id, assignmentId, actor))) return null;
        const facts = await factsOf(connection, context, row, assignmentId);
        if (facts === null) return null;
        const records = await attachedRecords(connection, row.id, { assignmentId });
        return {
          items: records.map((record) => ({
            ...fileView(record.digest, record),
            product: productOf(record),
            seq: Number(record.seq),
            attachedAt: Number(record.recorded_at),
            actor: record.actor,
            agency: record.agency,
          })),
          refusal: judgeAttach(facts, facts.assignment, await presentReader(connection, actor, now)),
        };
      },
    },
    async sweep() {
      if (folder === null) return;
      const plans = toSweep === "all" ? await folder.plans() : [...toSweep];
      toSweep = new Set();
      for (const [index, planId] of plans.entries()) {
        try {
          await sweepPlan(folder, planId);
        } catch (error) {
          for (const left of plans.slice(index)) toSweep.add(left);
          throw error;
        }
      }
    },
  };

  /** Under the plan's lock, as whoever attaches holds it. A plan the database does not have is another instance's, or
   *  was not restored: its contents are left alone. */
  function sweepPlan(from: FileFolder, planId: string): Promise<void> {
    return committed(async (transaction) => {
      const { plans } = await lockPlanRows(transaction, [planId]);
      if (plans.has(planId)) await from.sweep(planId, await usedContents(transaction, planId));
    });
  }
}

function refusedFor({ code, detail }: FileFault) {
  return refuse(code, { detail });
}

/** The whole content; null: there is more of it than the limit. Throws EngineError `request_invalid`. */
async function collect(given: AttachInput["bytes"], limit: number): Promise<Uint8Array | null> {
  if (given instanceof Uint8Array) return given.byteLength > limit ? null : given;
  const chunks: Uint8Array[] = [];
  let size = 0;
  const stream: unknown = given;
  if (typeof stream !== "object" || stream === null || !(Symbol.asyncIterator in stream))
    throw invalidRequest({ field: "bytes", wanted: "Uint8Array | AsyncIterable<Uint8Array>" });
  for await (const chunk of given) {
    if (!(chunk instanceof Uint8Array)) throw invalidRequest({ field: "bytes", wanted: "Uint8Array" });
    size += chunk.byteLength;
    if (size > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}
