// Lanes side by side: while one waits for the database, another decides. A plan always goes by the same lane.

import type { Command } from "../execute/command.ts";
import type { CommandResult } from "./commit-batch.ts";
import { Lane, type LaneOptions } from "./lane.ts";

export class Lanes {
  readonly #lanes: readonly Lane[];

  /** `count` at least 1. What may wait is shared out evenly. */
  constructor({ count, ...options }: LaneOptions & { count: number }) {
    const queue = Math.ceil(options.queue / count);
    this.#lanes = Array.from({ length: count }, () => new Lane({ ...options, queue }));
  }

  /** Resolves after commit; rejects as `Lane.send` does. */
  send(command: Command): Promise<CommandResult> {
    // The last digits of an id are drawn by chance. Two lanes never wait for the lock of one plan.
    const drawn = Number.parseInt(command.planId.slice(-4), 16);
    const lane = this.#lanes[drawn % this.#lanes.length] ?? this.#lanes[0];
    if (lane === undefined) throw new RangeError("There must be a lane.");
    return lane.send(command);
  }

  /** Resolves when nothing waits any more. */
  async drain(): Promise<void> {
    await Promise.all(this.#lanes.map((lane) => lane.drain()));
  }
}
