// Starts a real PostgreSQL server for tests and measurements, on a free loopback port, in a folder of its own.
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { closeSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import pg from "pg";
import {
  type PostgresPrograms,
  postgresPrograms,
  type ServerUser,
  serverFolder,
  serverUser,
} from "./postgres-binaries.ts";

export interface PostgresServer {
  /** Connection string of a superuser for the database `postgres`. */
  readonly url: string;
  /** Process number of the running server; changes with every restart. */
  readonly pid: number;
  /** Everything of this server lies here; gone after stop(). */
  readonly directory: string;
  /** Stops the server cleanly and removes its folder. */
  stop(): Promise<void>;
  /** Stops it as a crash would, without a checkpoint. The data stays: restart() recovers it. */
  stopImmediate(): Promise<void>;
  /** Starts it again on the same port and data; stops it cleanly before, if it runs. */
  restart(): Promise<void>;
}

export interface PostgresServerOptions {
  /** Server settings beside the defaults, for example `{ fsync: "off" }`. */
  readonly settings?: Readonly<Record<string, string>>;
}

interface Setup {
  readonly folder: string;
  readonly programs: PostgresPrograms;
  readonly user: ServerUser;
  readonly settings: Readonly<Record<string, string>>;
}
interface Home extends Setup {
  readonly port: number;
  readonly url: string;
}

const run = promisify(execFile);
const startWithinMs = 30_000;
/** The server must not depend on the locale and time zone of who runs the tests. */
const environment = process.platform === "win32" ? process.env : {};

/** A running server with fsync on. If this process dies, in whatever way, the server stops and its folder goes. */
export async function startPostgres(options: PostgresServerOptions = {}): Promise<PostgresServer> {
  const user = serverUser();
  const folder = serverFolder(user);
  const programs = await postgresPrograms(user, folder);
  const keeper = startKeeper(folder, programs, user);
  let server: ChildProcess | null = null;
  try {
    await initialise(folder, programs, user);
    const { home, started } = await startSomewhere({
      folder,
      programs,
      user,
      settings: options.settings ?? {},
    });
    server = started;
    const end = async (mode: "fast" | "immediate") => {
      if (server === null) return;
      const ended = server.exitCode === null && server.signalCode === null ? once(server, "exit") : null;
      if (ended !== null) {
        await run(programs.pg_ctl, ["stop", "-D", join(home.folder, "data"), "-m", mode, "-w"], {
          ...user,
          cwd: folder,
        });
        await ended;
      }
      server = null;
    };
    return {
      url: home.url,
      get pid() {
        return server?.pid ?? 0;
      },
      directory: folder,
      stopImmediate: () => end("immediate"),
      async restart() {
        await end("fast");
        server = await start(home);
      },
      async stop() {
        await end("fast");
        await dismiss(keeper);
      },
    };
  } catch (error) {
    server?.kill("SIGQUIT");
    await dismiss(keeper);
    throw error;
  }
}

function startKeeper(folder: string, programs: PostgresPrograms, user: ServerUser): ChildProcess {
  const script = fileURLToPath(new URL("./postgres-keeper.ts", import.meta.url));
  const who = user === null ? [] : [String(user.uid), String(user.gid)];
  // A session of its own, so that Ctrl-C reaches the parent and not the keeper.
  const keeper = spawn(process.execPath, [script, folder, programs.pg_ctl, ...who], {
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
    env: environment,
  });
  keeper.unref();
  return keeper;
}

async function dismiss(keeper: ChildProcess): Promise<void> {
  if (keeper.exitCode !== null || keeper.signalCode !== null) return;
  const ended = once(keeper, "exit");
  keeper.ref();
  keeper.stdin?.end();
  await ended;
}

async function initialise(folder: string, programs: PostgresPrograms, user: ServerUser): Promise<void> {
  writeFileSync(join(folder, "password"), randomBytes(12).toString("hex"), { mode: 0o644 });
  await run(
    programs.initdb,
    [
      `--pgdata=${join(folder, "data")}`,
      "--username=kehoach",
      `--pwfile=${join(folder, "password")}`,
      "--auth=scram-sha-256",
      "--set=scram_iterations=1",
      "--encoding=UTF8",
      "--locale=C",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--no-sync",
      "--no-instructions",
    ],
    { ...user, cwd: folder, env: environment },
  );
}

/** Somebody else may take a free port before the server does: then another one. */
async function startSomewhere(setup: Setup): Promise<{ home: Home; started: ChildProcess }> {
  const password = readFileSync(join(setup.folder, "password"), "utf8");
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const home = { ...setup, port, url: `postgres://kehoach:${password}@127.0.0.1:${port}/postgres` };
    try {
      return { home, started: await start(home) };
    } catch (error) {
      if (attempt === 3) throw error;
    }
  }
}

async function start(home: Home): Promise<ChildProcess> {
  const logFile = join(home.folder, "server.log");
  const log = openSync(logFile, "a");
  const settings = { listen_addresses: "127.0.0.1", unix_socket_directories: "", ...home.settings };
  const server = spawn(
    home.programs.postgres,
    [
      "-D",
      join(home.folder, "data"),
      "-p",
      String(home.port),
      ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
    ],
    { ...home.user, cwd: home.folder, env: environment, detached: true, stdio: ["ignore", log, log] },
  );
  closeSync(log);
  server.unref();
  let failed: unknown = null;
  server.on("error", (error) => {
    failed = error;
  });
  const patience = AbortSignal.timeout(startWithinMs);
  while (!(await answers(home.url))) {
    if (failed !== null || server.exitCode !== null || patience.aborted) {
      server.kill("SIGQUIT");
      throw new Error(`PostgreSQL did not start:\n${readFileSync(logFile, "utf8").slice(-2000)}`, {
        cause: failed,
      });
    }
    await pause(30);
  }
  return server;
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string")
    throw new Error("The probe for a free port has no port.");
  return address.port;
}
