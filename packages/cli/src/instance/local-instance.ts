// Opens the data here, for one command: reads go through the contract without a socket, writes straight to the engine.

import {
  type Actor,
  type CommandInput,
  createEngine,
  type Engine,
  type EngineOptions,
} from "@kehoach/engine";
import { createServer, openDemo } from "@kehoach/server";
import { askThrough } from "./ask.ts";
import type { DataPlace } from "./data-place.ts";
import { demoDocuments } from "./demo-documents.ts";
import type { Instance } from "./instance.ts";
import type { Transport } from "./transport.ts";

/** `reader` is whose eyes see the plans; `actor` acts, null where the command only reads. */
export async function openLocalInstance(
  place: DataPlace,
  reader: Actor,
  actor: Actor | null,
  options: Pick<EngineOptions, "files">,
): Promise<Instance> {
  const engine = await openEngine(place, options);
  const source = place.kind === "directory" && place.demo ? "demo" : "cli";
  const app = createServer({ engine, identify: async () => reader, source, adminDirectory: null });
  const transport: Transport = {
    async send(method, path, body) {
      const payload = body === undefined ? {} : { payload: body as object };
      const answer = await app.inject({ method, url: path, ...payload });
      const json = String(answer.headers["content-type"] ?? "").startsWith("application/json");
      return { status: answer.statusCode, body: json ? answer.json() : answer.body };
    },
    lines: fromEngine,
    upload: fromEngine,
    download: fromEngine,
  };
  return {
    address: null,
    ask: askThrough(transport),
    now: () => engine.now(),
    send({ authority, ...command }) {
      if (actor === null) throw new Error("A command needs an actor.");
      const acting = authority === undefined ? actor : { ...actor, standsInFor: authority };
      return engine.dispatch({ ...command, actor: acting, source } as CommandInput);
    },
    attach(file) {
      if (actor === null) throw new Error("A file needs an actor.");
      return engine.attach({ ...file, actor, source });
    },
    file: (planId, digest) => engine.file(planId, digest, reader),
    exportLedger: (planId) => engine.exportLedger(planId),
    async [Symbol.asyncDispose]() {
      await app.close();
      await engine.close();
    },
  };
}

function fromEngine(): never {
  throw new Error("A local instance has streams and files from the engine.");
}

/** Without background work: a command looks after itself, and a look changes nothing. */
async function openEngine(place: DataPlace, options: Pick<EngineOptions, "files">): Promise<Engine> {
  if (place.kind === "postgresql") return createEngine({ ...options, url: place.url, sweepEvery: null });
  const { directory, demo } = place;
  if (!demo) return createEngine({ ...options, directory, sweepEvery: null });
  const { engine } = await openDemo({ ...demoDocuments(), engine: { ...options, directory } });
  return engine;
}
