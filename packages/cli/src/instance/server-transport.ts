// Speaks to the server that holds the data directory, over loopback.

import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import type { Session } from "../session.ts";
import { troubleOf } from "./ask.ts";
import type { Answered, Transport } from "./transport.ts";

/** `identity` is a demo identity to act as; null: whoever the server takes us for. */
export function serverTransport(session: Session, address: string, identity: string | null): Transport {
  const headers: Record<string, string> = { accept: "application/json, application/x-ndjson" };
  if (identity !== null) headers.cookie = `kehoach_demo=${encodeURIComponent(identity)}`;

  async function reach(method: "GET" | "POST", path: string, body?: unknown): Promise<Response> {
    const init: RequestInit = { method, headers: { ...headers }, redirect: "error" };
    if (body !== undefined) {
      init.headers = { ...headers, "content-type": "application/json" };
      init.body = JSON.stringify(body);
    }
    try {
      return await fetch(`${address}${path}`, init);
    } catch {
      throw session.misuse("serverUnreachable", address);
    }
  }

  return {
    send: async (method, path, body) => answeredOf(await reach(method, path, body)),
    async *lines(path) {
      const response = await reach("GET", path);
      if (response.status !== 200) throw troubleOf(await answeredOf(response));
      if (response.body === null) return;
      yield* createInterface({ input: Readable.fromWeb(response.body as ReadableStream) });
    },
  };
}

async function answeredOf(response: Response): Promise<Answered> {
  const text = await response.text();
  try {
    return { status: response.status, body: JSON.parse(text) };
  } catch {
    return { status: response.status, body: text };
  }
}
