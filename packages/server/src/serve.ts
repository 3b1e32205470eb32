// Listens: on loopback unless told otherwise, and says clearly when the port is taken.

import { EngineError } from "@kehoach/engine";
import { serverWords } from "@kehoach/engine/words";
import type { FastifyInstance } from "fastify";
import { createServer, type ServerOptions } from "./create-server.ts";
import { type Deliver, type Jobs, startJobs } from "./jobs/start-jobs.ts";

export interface ServeOptions extends ServerOptions {
  /** Default 8042; 0: any free port. */
  port?: number;
  /** Default 127.0.0.1: only this machine reaches it. */
  host?: string;
  /** Tells agencies what concerns them. Default: a line in the log. null: nobody is told, effects stay pending. */
  deliver?: Deliver | null;
}

export interface Serving extends AsyncDisposable {
  /** Where it answers, with the mount prefix and no trailing slash, e.g. "http://127.0.0.1:8042". */
  address: string;
  app: FastifyInstance;
  /** Stops listening, ends open streams and jobs; the engine stays open. */
  close(): Promise<void>;
}

/** Starts listening and announces the address beside the data directory, where commands of other processes look for
 *  it. Throws EngineError `port_taken` when another program has the port or it may not be opened. */
export async function serve(options: ServeOptions): Promise<Serving> {
  const { port = 8042, host = "127.0.0.1" } = options;
  const app = createServer(options);
  let jobs: Promise<Jobs | null> | null = null;
  const close = async (): Promise<void> => {
    await app.close();
    await (await jobs)?.close();
  };
  try {
    await app.listen({ port, host });
    const address = `${addressOf(app, host)}${(options.prefix ?? "").replace(/\/+$/, "")}`;
    await options.engine.announce(address);
    // The first start makes the queue's tables; nobody waits for that.
    jobs = options.deliver === null ? null : jobsOf(app, options);
    return { address, app, close, [Symbol.asyncDispose]: close };
  } catch (error) {
    await close();
    throw portTrouble(error, port) ?? error;
  }
}

/** Null: the queue could not be started, which the log says; effects stay pending until the next start. */
async function jobsOf(app: FastifyInstance, { engine, deliver }: ServeOptions): Promise<Jobs | null> {
  const log: Deliver = async (notice) => app.log.info({ notice }, "notice");
  try {
    return await startJobs({
      engine,
      deliver: deliver ?? log,
      onError: (error) => app.log.error({ err: error }, "job failed"),
    });
  } catch (error) {
    app.log.error({ err: error }, "the job queue did not start");
    return null;
  }
}

function addressOf(app: FastifyInstance, host: string): string {
  const bound = app.server.address();
  const port = typeof bound === "object" && bound !== null ? bound.port : 0;
  // An address that means "every interface" is nothing to open in a browser.
  const name = host === "0.0.0.0" || host === "::" ? "localhost" : host.includes(":") ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

function portTrouble(error: unknown, port: number): EngineError | null {
  const code = error instanceof Error ? Reflect.get(error, "code") : undefined;
  const { vi, en } = serverWords;
  if (code === "EADDRINUSE") {
    const details = { port };
    return new EngineError("port_taken", {
      vi: vi.portTaken(port),
      en: en.portTaken(port),
      details,
      cause: error,
    });
  }
  if (code === "EACCES") {
    const details = { port };
    return new EngineError("port_taken", {
      vi: vi.portForbidden(port),
      en: en.portForbidden(port),
      details,
      cause: error,
    });
  }
  return null;
}
