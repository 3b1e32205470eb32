// Hands the engine's effects to a durable queue and works it: each notice is delivered at least once, with a stable id.

import { createHash } from "node:crypto";
import type { Effect, Engine } from "@kehoach/engine";
import { PgBoss } from "pg-boss";
import { jobsDatabase } from "./jobs-database.ts";

/** Something to tell an agency, e.g. by e-mail. */
export interface Notice {
  /** The same notice keeps it however often it is delivered. */
  id: string;
  planId: string;
  assignmentId: string;
  /** The agency to be told. */
  agency: string;
  /** Why, e.g. "opened", "due_soon", "overdue", "returned". */
  reason: string;
}

/** Tells the agency. What it throws is tried again later, for about a day; a notice may come twice. */
export type Deliver = (notice: Notice) => Promise<void>;

export interface JobsOptions {
  engine: Engine;
  deliver: Deliver;
  /** Told of what fails in the background. */
  onError: (error: unknown) => void;
  /** Milliseconds between looks for new effects. Default 1000. */
  relayEvery?: number;
  /** Seconds between looks for new notices, at least 0.5. Default 2. */
  workEvery?: number;
}

export interface Jobs {
  /** Hands on what is pending now; returns how many. */
  relay(): Promise<number>;
  /** Finishes what is under way. Close it before the engine. */
  close(): Promise<void>;
}

const queue = "notices";
const failed = "notices_failed";
const relayAtOnce = 500;
const workAtOnce = 100;

/** Throws what the database throws when the queue's own schema cannot be made. */
export async function startJobs(options: JobsOptions): Promise<Jobs> {
  const { engine, deliver, onError } = options;
  const boss = new PgBoss({
    db: jobsDatabase(engine.database.kysely),
    backend: engine.database.engine === "pglite" ? "pglite" : "postgres",
    schema: "kehoach_jobs",
    // Nothing is sent by the clock: what is due is the engine's own business.
    schedule: false,
    openTelemetry: { enabled: false },
  });
  boss.on("error", onError);
  await boss.start();
  await boss.createQueue(failed);
  await boss.createQueue(queue, {
    retryLimit: 10,
    retryDelay: 60,
    retryBackoff: true,
    retryDelayMax: 7200,
    deadLetter: failed,
  });
  await boss.work<Notice>(
    queue,
    { batchSize: workAtOnce, perJobResults: true, pollingIntervalSeconds: options.workEvery ?? 2 },
    (jobs) =>
      Promise.all(
        jobs.map(async ({ id, data }) => {
          try {
            await deliver(data);
            return { id, status: "completed" as const };
          } catch (error) {
            onError(error);
            return { id, status: "failed" as const, output: { message: String(error) } };
          }
        }),
      ),
  );

  let relaying: Promise<number> | null = null;
  const relay = (): Promise<number> => {
    relaying ??= relayPending(engine, boss).finally(() => {
      relaying = null;
    });
    return relaying;
  };
  const timer = setInterval(() => void relay().catch(onError), options.relayEvery ?? 1000);
  return {
    relay,
    async close() {
      clearInterval(timer);
      await relaying?.catch(onError);
      await boss.stop({ graceful: true, close: false, timeout: 5000 });
    },
  };
}

/** Sent first, marked after: cut off in between, an effect is sent again under the same id, which the queue drops. */
async function relayPending(engine: Engine, boss: PgBoss): Promise<number> {
  let relayed = 0;
  for (;;) {
    const effects = await engine.pendingEffects(relayAtOnce);
    if (effects.length === 0) return relayed;
    await boss.insert(
      queue,
      effects.map((effect) => ({ id: jobId(effect), data: noticeOf(effect) })),
    );
    await engine.markRelayed(effects.map(({ id }) => id));
    relayed += effects.length;
  }
}

function noticeOf({ id, planId, assignmentId, agency, reason }: Effect): Notice {
  return { id, planId, assignmentId, agency, reason };
}

/** A UUID (version 8) made of the effect's id. */
function jobId({ id }: Effect): string {
  const hex = createHash("sha256").update(id).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
