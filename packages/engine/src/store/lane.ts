// Gathers commands that arrive while a transaction is in flight into the next batch; acknowledges after commit.

import { EngineError } from "../engine-error.ts";
import type { Command } from "../execute/command.ts";
import type { CommandResult } from "./commit-batch.ts";

interface Waiting {
  command: Command;
  resolve: (result: CommandResult) => void;
  reject: (error: unknown) => void;
}

export interface LaneOptions {
  /** Runs commands in one transaction of their own and resolves after its commit. */
  commit: (commands: readonly Command[]) => Promise<CommandResult[]>;
  /** Commands in one batch, at most. */
  batch: number;
  /** Commands that may wait; beyond it a caller is told to come back. */
  queue: number;
}

export class Lane {
  readonly #options: LaneOptions;
  #waiting: Waiting[] = [];
  #running: Promise<void> | null = null;

  constructor(options: LaneOptions) {
    this.#options = options;
  }

  /** Resolves after commit. Rejects with an EngineError when the store failed or too many commands wait. */
  send(command: Command): Promise<CommandResult> {
    if (this.#waiting.length >= this.#options.queue) {
      return Promise.reject(
        new EngineError("too_many_commands", {
          vi: "Hệ thống đang có quá nhiều yêu cầu chờ xử lý; hãy thử lại sau giây lát.",
          en: "Too many commands are waiting; try again in a moment.",
        }),
      );
    }
    return new Promise((resolve, reject) => {
      this.#waiting.push({ command, resolve, reject });
      this.#running ??= this.#run();
    });
  }

  /** Resolves when nothing waits any more. */
  async drain(): Promise<void> {
    while (this.#running !== null) await this.#running;
  }

  async #run(): Promise<void> {
    // Callers of the same turn of the event loop go into the first batch together.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, this.#next());
      await this.#commit(batch);
    }
    this.#running = null;
  }

  /** How many go together: a command to a plan reads the whole plan, so it runs alone. */
  #next(): number {
    const firstLarge = this.#waiting.findIndex(({ command }) => command.target === "plan");
    if (firstLarge === -1) return this.#options.batch;
    return Math.max(1, Math.min(firstLarge, this.#options.batch));
  }

  async #commit(batch: Waiting[]): Promise<void> {
    try {
      const results = await this.#options.commit(batch.map((waiting) => waiting.command));
      batch.forEach((waiting, index) => {
        const result = results[index];
        if (result !== undefined) waiting.resolve(result);
      });
    } catch (error) {
      if (batch.length === 1) batch[0]?.reject(error);
      // One command's fault must not cost its neighbours: each gets a transaction of its own. A commit whose answer
      // was lost is found again by its request id.
      else for (const waiting of batch) await this.#commit([waiting]);
    }
  }
}
