// Serves an instance until it is told to stop: the data opened once, the port asked for, both closed in order.

import { createServer as createSocket } from "node:net";
import { createEngine, type Engine, EngineError, readLock } from "@kehoach/engine";
import { serverWords } from "@kehoach/engine/words";
import { type DemoControl, openDemo, serve } from "@kehoach/server";
import { type DataPlace, fileOptions } from "./instance/data-place.ts";
import { demoDocuments } from "./instance/demo-documents.ts";
import type { Session } from "./session.ts";

export interface ServeTask {
  place: DataPlace;
  /** 0: any free port. */
  port: number;
  onProgress(step: { vi: string; en: string }): void;
  onReady(address: string): void;
  onClosing(): void;
}

/** Resolves after a signal, when everything is closed. Throws EngineError `port_taken`, `data_directory_…`
 *  or `demo_data_present`. */
export async function serveInstance(session: Session, task: ServeTask): Promise<void> {
  const { place, port } = task;
  const stopped = nextSignal();
  await requirePort(place, port);
  const { engine, demo } = await openFor(session, task);
  try {
    // A real instance without anything that delivers keeps its notices: handing them to nobody would lose them.
    const kind = demo === null ? { deliver: null } : { demo };
    const serving = await serve({ engine, port, language: session.language, ...kind });
    try {
      task.onReady(serving.address);
      await stopped;
      task.onClosing();
    } finally {
      await serving.close();
    }
  } finally {
    await engine.close();
  }
}

async function openFor(
  session: Session,
  { place, onProgress }: ServeTask,
): Promise<{ engine: Engine; demo: DemoControl | null }> {
  const onError = (error: unknown) => session.note(error instanceof Error ? error.message : String(error));
  const options = { onError, ...fileOptions(session) };
  if (place.kind === "postgresql")
    return { engine: await createEngine({ ...options, url: place.url }), demo: null };
  const { directory } = place;
  if (!place.demo) return { engine: await createEngine({ ...options, directory }), demo: null };
  const demo = await openDemo({ ...demoDocuments(), engine: { ...options, directory }, onProgress });
  return { engine: demo.engine, demo };
}

function nextSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => resolve());
  });
}

/** Throws EngineError `port_taken` where the port cannot be had, before anything is opened. Data in use are the better
 *  news when both are, so then it says nothing. */
export async function requirePort(place: DataPlace, port: number): Promise<void> {
  const lock = place.kind === "directory" ? await readLock(place.directory) : null;
  if (lock?.alive === true || port === 0) return;
  const code = await new Promise<string | null>((resolve) => {
    const socket = createSocket();
    socket.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? "EADDRINUSE"));
    socket.listen(port, "127.0.0.1", () => socket.close(() => resolve(null)));
  });
  if (code === null) return;
  const sentence = code === "EACCES" ? "portForbidden" : "portTaken";
  const { vi, en } = serverWords;
  throw new EngineError("port_taken", { vi: vi[sentence](port), en: en[sentence](port), details: { port } });
}
