// Lets time pass on a virtual clock: whatever falls due on the way is noticed at its own instant, in due order.

import type { Engine } from "../engine/engine.ts";
import type { Micros } from "../ledger/entry.ts";
import { nextWakeUp } from "../store/sweep.ts";
import type { VirtualClock } from "./virtual-clock.ts";

/** Moves the clock to `to`, stopping wherever the engine has something to notice, and at the end; resolves to how many
 *  targets were woken. `clock` must be the engine's own; it never goes back, so that a `to` which has passed is now.
 *  Throws what a target that cannot be woken throws: the clock then stands where that was due. */
export async function passTime(
  engine: Pick<Engine, "sweep" | "database">,
  clock: VirtualClock,
  to: Micros,
): Promise<number> {
  let woken = 0;
  for (;;) {
    const next = await nextWakeUp(engine.database.kysely);
    if (next === null || next > to) break;
    clock.reach(next);
    const here = await engine.sweep();
    woken += here;
    if (here === 0) break;
  }
  clock.reach(to);
  return woken + (await engine.sweep());
}
