// Runs the real command line in a folder of its own, in this process or in one of its own.

import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "../src/run.ts";

export interface Ended {
  code: number | null;
  out: string;
  error: string;
}

export interface Workplace extends Disposable {
  directory: string;
  /** Runs `kehoach` to its end, in this process: a process of its own takes three times as long. `environment` comes on
   *  top of a bare one. */
  run(parameters: readonly string[], environment?: Readonly<Record<string, string>>): Promise<Ended>;
  /** The same as a process of its own. */
  runApart(parameters: readonly string[], environment?: Readonly<Record<string, string>>): Promise<Ended>;
  /** Runs one of the command line's files until it is stopped. */
  begin(
    file: "main.ts" | "start.ts",
    parameters: readonly string[],
    environment?: Readonly<Record<string, string>>,
  ): Running;
  write(name: string, text: string): string;
}

export interface Running extends AsyncDisposable {
  pid: number;
  /** The first match on standard output; rejects when the process ends without it. */
  seen(pattern: RegExp): Promise<RegExpExecArray>;
  ended: Promise<Ended>;
  /** Asks it to stop and waits until it has. */
  stop(signal?: NodeJS.Signals): Promise<Ended>;
}

export function workplace(): Workplace {
  const directory = mkdtempSync(join(tmpdir(), "kehoach-cli-"));
  const bare = { PATH: process.env.PATH, HOME: directory, LANG: "C.UTF-8" };
  const start = (
    file: string,
    parameters: readonly string[],
    environment: Readonly<Record<string, string>> = {},
  ) =>
    spawn(process.execPath, [fileURLToPath(new URL(`../src/${file}`, import.meta.url)), ...parameters], {
      cwd: directory,
      env: { ...bare, ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
  return {
    directory,
    run: async (parameters, environment) => {
      const ended: Ended = { code: null, out: "", error: "" };
      ended.code = await run(parameters, {
        write: (text) => {
          ended.out += text;
        },
        writeError: (text) => {
          ended.error += text;
        },
        workingDirectory: directory,
        environment: { ...bare, ...environment },
        colour: false,
      });
      return ended;
    },
    runApart: (parameters, environment) => endOf(start("main.ts", parameters, environment)),
    begin: (file, parameters, environment) => running(start(file, parameters, environment)),
    write(name, text) {
      writeFileSync(join(directory, name), text);
      return name;
    },
    [Symbol.dispose]: () => rmSync(directory, { recursive: true, force: true }),
  };
}

function endOf(child: ChildProcess): Promise<Ended> {
  let out = "";
  let error = "";
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    error += text;
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject).on("close", (code) => resolve({ code, out, error }));
  });
}

function running(child: ChildProcess): Running {
  let out = "";
  const listeners = new Set<() => void>();
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    out += text;
    for (const listener of listeners) listener();
  });
  const ended = endOf(child);
  const stop = async (signal: NodeJS.Signals = "SIGTERM"): Promise<Ended> => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    return ended;
  };
  return {
    pid: child.pid ?? 0,
    ended,
    seen: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = pattern.exec(out);
          if (found === null) return;
          listeners.delete(look);
          resolve(found);
        };
        listeners.add(look);
        look();
        void ended.then(({ error }) => reject(new Error(`It ended without ${pattern}: ${out}${error}`)));
      }),
    stop,
    [Symbol.asyncDispose]: async () => {
      await stop("SIGKILL");
    },
  };
}
