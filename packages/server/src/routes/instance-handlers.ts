// Handlers about the instance itself: what runs, its health, its description.

import { dateOfInstant } from "@kehoach/engine/calendar";
import { openapi } from "../openapi.ts";
import { serverVersion } from "../server-version.ts";
import type { World } from "../world.ts";
import type { Handlers } from "./handler.ts";

export function instanceHandlers(world: World): Handlers<"instance" | "health" | "openapi"> {
  return {
    async instance() {
      const now = await world.engine.now();
      return {
        name: world.name,
        version: serverVersion,
        demo: world.demo !== null,
        now,
        today: dateOfInstant(now),
        virtual: world.demo !== null,
        language: world.language,
      };
    },
    async health() {
      return { ok: true, now: await world.engine.now() };
    },
    async openapi() {
      return openapi(world.prefix, world.name);
    },
  };
}
