// The handler that moves a demo's date.

import { addDays, dateOfInstant, displayDate, isRealDate } from "@kehoach/engine/calendar";
import { RequestTrouble } from "../trouble.ts";
import type { World } from "../world.ts";
import type { Handlers } from "./handler.ts";

/** One move goes this far at most, so that it ends soon. */
const longestMove = 400;

export function demoHandlers(world: World): Handlers<"moveClock"> {
  let moving = false;
  return {
    async moveClock({ body }) {
      const { demo } = world;
      if (demo === null) throw new RequestTrouble("not_found");
      if (!isRealDate(body.to)) throw new RequestTrouble("invalid_request", body.to);
      if (moving) throw new RequestTrouble("clock_busy");
      const today = dateOfInstant(demo.now());
      if (body.to <= today) throw new RequestTrouble("date_backwards", displayDate(today));
      const furthest = addDays(today, longestMove);
      if (body.to > furthest) throw new RequestTrouble("date_too_far", displayDate(furthest));
      moving = true;
      try {
        const woken = await demo.moveTo(body.to);
        const now = await world.engine.now();
        return { now, today: dateOfInstant(now), woken };
      } finally {
        moving = false;
      }
    },
  };
}
