// The handler of the event stream: committed entries as server-sent events, resumable by cursor.

import { PassThrough } from "node:stream";
import { eventBody } from "../read/history-item.ts";
import type { PlanGround } from "../read/plan-facts.ts";
import { RequestTrouble } from "../trouble.ts";
import type { World } from "../world.ts";
import type { Handlers } from "./handler.ts";

/** A comment this often keeps proxies from closing a quiet stream. */
const heartbeatMillis = 15_000;
/** How long a browser waits before it connects again. */
const retryMillis = 2_000;

export function eventHandlers(world: World): Handlers<"events"> {
  const { engine } = world;
  let open = 0;
  return {
    async events({ actor, query, request, reply }) {
      if (open >= world.maxStreams) {
        reply.header("retry-after", "30");
        throw new RequestTrouble("too_many_streams");
      }
      const only = query.plan === undefined ? null : await world.plans.load(query.plan, actor);
      if (query.plan !== undefined && only === null) throw new RequestTrouble("not_found");
      const cursor = cursorOf(request.headers["last-event-id"]) ?? query.cursor ?? "now";
      const ending = new AbortController();
      const signal = AbortSignal.any([ending.signal, world.closing]);
      const stream = new PassThrough();
      // Proxies that buffer would hold events back.
      reply.header("x-accel-buffering", "no");

      const plans = new Map<string, PlanGround | null>();
      const readable = async (id: string): Promise<PlanGround | null> => {
        const known = plans.get(id);
        if (known !== undefined) return known;
        const allowed = await world.plans.groundFor(id, actor);
        plans.set(id, allowed);
        return allowed;
      };

      const run = async (): Promise<void> => {
        stream.write(`retry: ${retryMillis}\n\n`);
        const planId = only?.summary.plan.id;
        for await (const { entry, cursor: id } of engine.as(actor).subscribe({ planId, cursor, signal })) {
          const facts = await readable(entry.planId);
          if (facts === null) continue;
          const text = `id: ${id}\nevent: entry\ndata: ${JSON.stringify(eventBody(facts, entry))}\n\n`;
          if (!stream.write(text)) await drained(stream, signal);
          if (signal.aborted) break;
        }
      };
      open += 1;
      const heartbeat = setInterval(() => stream.write(": \n\n"), heartbeatMillis);
      stream.once("close", () => ending.abort());
      signal.addEventListener("abort", () => stream.end(), { once: true });
      void run()
        .catch((error: unknown) => {
          if (!signal.aborted) request.log.error({ err: error }, "event stream ended");
        })
        .finally(() => {
          open -= 1;
          clearInterval(heartbeat);
          stream.end();
        });
      return stream;
    },
  };
}

function cursorOf(header: string | string[] | undefined): string | undefined {
  const cursor = Array.isArray(header) ? header[0] : header;
  return cursor === "" ? undefined : cursor;
}

/** Waits until a slow reader has caught up, or has gone. */
function drained(stream: PassThrough, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = (): void => {
      stream.off("drain", done);
      signal.removeEventListener("abort", done);
      resolve();
    };
    stream.once("drain", done);
    signal.addEventListener("abort", done, { once: true });
  });
}
