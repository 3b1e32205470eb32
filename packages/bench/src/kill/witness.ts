// Starts a node under load and keeps what it reported: what was sent, acknowledged, refused, and what failed.

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { LoadCommand } from "./load.ts";
import type { NodeTask, Said } from "./node.ts";

const script = fileURLToPath(new URL("./node.ts", import.meta.url));

/** Everything the nodes of a run said. */
export class Testimony {
  /** Commands without an answer: sent, and then the node was killed or failed. */
  readonly open = new Map<string, LoadCommand>();
  readonly acknowledged = new Map<string, { command: LoadCommand; entries: (readonly [number, string])[] }>();
  readonly refused = new Map<string, string>();
  readonly failed: { at: number; message: string }[] = [];
  sent = 0;

  hear(said: Said): void {
    if ("sent" in said) {
      this.sent += 1;
      this.open.set(said.sent.requestId, said.sent);
    } else if ("acknowledged" in said) {
      const command = this.#answered(said.acknowledged);
      if (command !== undefined) this.acknowledged.set(said.acknowledged, { command, entries: said.entries });
    } else if ("refused" in said) {
      this.#answered(said.refused);
      this.refused.set(said.refused, said.code);
    } else if ("failed" in said || "trouble" in said) {
      this.failed.push({ at: said.at, message: "failed" in said ? said.message : said.trouble });
    }
  }

  #answered(requestId: string): LoadCommand | undefined {
    const command = this.open.get(requestId);
    this.open.delete(requestId);
    return command;
  }
}

export interface WitnessedNode {
  /** Resolves when it has opened the engine and its callers begin. */
  ready: Promise<void>;
  /** Ends it without any chance to clean up; resolves when everything it said was heard. */
  kill(): Promise<void>;
  /** True once it is gone, by a kill or by itself. */
  readonly gone: boolean;
}

export function startNode(task: NodeTask, testimony: Testimony): WitnessedNode {
  const child: ChildProcess = spawn(process.execPath, [script, JSON.stringify(task)], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const { stdin, stdout } = child;
  if (stdin === null || stdout === null) throw new Error("The node did not start.");
  stdin.on("error", () => {});
  const lines = createInterface({ input: stdout });
  const heard = once(lines, "close");
  let killed = false;
  let gone = false;
  child.once("exit", () => {
    gone = true;
  });
  const ready = new Promise<void>((resolve, reject) => {
    lines.on("line", (line) => {
      const said = parsed(line);
      if (said === null) return;
      if ("ready" in said) resolve();
      else testimony.hear(said);
    });
    lines.once("close", () => reject(new Error("The node ended before it was ready.")));
  });
  ready.catch(() => {});
  // A node that ends without being killed has met something the engine should have lived through.
  void once(child, "exit").then(([code, signal]) => {
    if (!killed)
      testimony.failed.push({ at: Date.now(), message: `a node ended by itself: ${code ?? signal}` });
  });
  return {
    ready,
    get gone() {
      return gone;
    },
    async kill() {
      killed = true;
      child.kill("SIGKILL");
      await heard;
      if (!gone) await once(child, "exit");
    },
  };
}

/** Null for the half line that a killed node leaves. */
function parsed(line: string): Said | null {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
