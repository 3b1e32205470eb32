// Lets work in while the engine is open, and waits at closing for what is under way.

import { EngineError } from "../engine-error.ts";

export class Door {
  readonly #running = new Set<Promise<unknown>>();
  #closed = false;

  get closed(): boolean {
    return this.#closed;
  }

  /** Runs the work. Rejects with EngineError `engine_closed` once `shut` was called. */
  async pass<Result>(work: () => Promise<Result>): Promise<Result> {
    this.check();
    const running = work();
    this.#running.add(running);
    try {
      return await running;
    } finally {
      this.#running.delete(running);
    }
  }

  /** Throws EngineError `engine_closed` once `shut` was called. */
  check(): void {
    if (!this.#closed) return;
    throw new EngineError("engine_closed", {
      vi: "Hệ thống đã dừng; yêu cầu chưa được ghi nhận.",
      en: "The engine is closed; nothing was stored.",
    });
  }

  /** Lets nothing in any more; what is inside goes on. */
  shut(): void {
    this.#closed = true;
  }

  /** Resolves when nothing is inside. */
  async empty(): Promise<void> {
    await Promise.allSettled(this.#running);
  }
}

type Methods = Readonly<Record<string, (...asked: never[]) => Promise<unknown>>>;

/** The same methods, each passing the door. */
export function whileOpen<Asked extends Methods>(door: Door, methods: Asked): Asked {
  const guarded = Object.entries(methods).map(([name, ask]) => [
    name,
    (...asked: never[]) => door.pass(() => ask(...asked)),
  ]);
  return Object.fromEntries(guarded) as Asked;
}
