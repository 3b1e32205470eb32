// What one actor sees of plans: what their texts say of him, and what his agency has come to hold since.

import type { Actor } from "../../execute/command.ts";
import { sightOf } from "../../execute/who-sees.ts";
import type { Connection } from "../../store/connection.ts";
import { plansHolding } from "../../store/seen.ts";
import type { SightOf } from "./engine-reads.ts";

/** `reader` tells who he is at each reading: whom he stands in for changes with the days. */
export function sightsOf(connection: Connection, reader: () => Promise<Actor>): SightOf {
  return async (plans) => {
    const actor = await reader();
    const stated = plans.map(({ compiled }) => sightOf(actor, compiled));
    const closed = plans.flatMap(({ row }, index) => (stated[index] === null ? [row.id] : []));
    if (actor.agency === null || closed.length === 0) return stated;
    // What was reassigned may have gone to an agency the plan does not name.
    const held = await plansHolding(connection, closed, actor.agency);
    return plans.map(
      ({ row, compiled }, index) =>
        stated[index] ?? (held.has(row.id) ? sightOf(actor, compiled, true) : null),
    );
  };
}
