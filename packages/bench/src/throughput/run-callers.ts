// Runs callers that each wait for their step before the next, for a bounded time, and counts the steps.

export interface Throughput {
  /** Steps finished in the measured time. */
  steps: number;
  perSecond: number;
  /** Milliseconds a step took: the middle one, and the one that 99 of 100 are not above. */
  p50: number;
  p99: number;
}

export interface Load {
  callers: number;
  /** Seconds that do not count, then those that do. */
  warmUp: number;
  seconds: number;
  /** Steps after which a caller stops in any case. */
  most?: number;
}

/** `step` is told which caller calls and how often that one called before; it must throw when a step was not stored. */
export async function runCallers(
  load: Load,
  step: (caller: number, count: number) => Promise<void>,
): Promise<Throughput> {
  const { callers, warmUp, seconds, most = 1_000_000 } = load;
  const from = performance.now() + warmUp * 1000;
  const until = from + seconds * 1000;
  const took: number[] = [];
  const one = async (caller: number): Promise<void> => {
    for (let count = 0; count < most; count += 1) {
      const began = performance.now();
      if (began >= until) return;
      await step(caller, count);
      const ended = performance.now();
      if (ended >= from && ended < until) took.push(ended - began);
    }
  };
  await Promise.all(Array.from({ length: callers }, (_, caller) => one(caller)));
  took.sort((a, b) => a - b);
  const at = (share: number): number =>
    took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? Number.NaN;
  return { steps: took.length, perSecond: took.length / seconds, p50: at(0.5), p99: at(0.99) };
}
