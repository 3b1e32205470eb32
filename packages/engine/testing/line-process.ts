// A child process that tests talk to line by line, and may kill.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export interface LineProcess extends AsyncDisposable {
  readonly pid: number;
  /** Sends a line and waits for the next one in return. */
  ask(line: string): Promise<string>;
  /** The next line it prints; rejects when it ends instead. */
  next(): Promise<string>;
  /** Ends it without any chance to clean up, and waits until it is gone. */
  kill(): Promise<void>;
}

/** Runs a TypeScript file beside this one with Node. */
export function startLineProcess(file: string, ...parameters: string[]): LineProcess {
  const script = fileURLToPath(new URL(file, import.meta.url));
  const child: ChildProcess = spawn(process.execPath, [script, ...parameters], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const { stdin, stdout, pid } = child;
  if (!stdin || !stdout || pid === undefined) throw new Error(`${file} did not start.`);
  const ended = once(child, "exit");
  stdin.on("error", () => {});
  const lines = createInterface({ input: stdout })[Symbol.asyncIterator]();
  const next = async () => {
    const line = await lines.next();
    if (line.done) throw new Error(`${file} ended without an answer.`);
    return line.value;
  };
  const kill = async () => {
    child.kill("SIGKILL");
    await ended;
  };
  return {
    pid,
    next,
    ask(line) {
      stdin.write(`${line}\n`);
      return next();
    },
    kill,
    [Symbol.asyncDispose]: kill,
  };
}
