// Speaks to the server that holds the data directory, over loopback.

import { basename } from "node:path";
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

  function reach(method: "GET" | "POST", path: string, body?: unknown): Promise<Response> {
    if (body === undefined) return fetched(path, { method });
    const json = { "content-type": "application/json" };
    return fetched(path, { method, headers: json, body: JSON.stringify(body) });
  }

  async function fetched(
    path: string,
    asked: { method: string; headers?: Record<string, string>; body?: NonNullable<RequestInit["body"]> },
  ): Promise<Response> {
    const init: RequestInit = { ...asked, headers: { ...headers, ...asked.headers }, redirect: "error" };
    try {
      return await fetch(`${address}${path}`, init);
    } catch {
      throw session.misuse("serverUnreachable", address);
    }
  }

  return {
    send: async (method, path, body) => answeredOf(await reach(method, path, body)),
    async upload(path, about, bytes) {
      const octets = { ...about, "content-type": "application/octet-stream" };
      return answeredOf(
        await fetched(path, { method: "POST", headers: octets, body: new Blob([Buffer.from(bytes)]) }),
      );
    },
    async download(path) {
      const response = await reach("GET", path);
      if (response.status === 404) return null;
      if (response.status !== 200) throw troubleOf(await answeredOf(response));
      const bytes = new Uint8Array(await response.arrayBuffer());
      return { name: nameIn(response.headers.get("content-disposition") ?? ""), bytes };
    },
    async *lines(path) {
      const response = await reach("GET", path);
      if (response.status !== 200) throw troubleOf(await answeredOf(response));
      if (response.body === null) return;
      yield* createInterface({ input: Readable.fromWeb(response.body as ReadableStream) });
    },
  };
}

/** The name in a `content-disposition`; what it says of folders is left out. */
function nameIn(disposition: string): string {
  const encoded = /filename\*=UTF-8''([^;\s]+)/.exec(disposition)?.[1] ?? "";
  return basename(decodeURIComponent(encoded));
}

async function answeredOf(response: Response): Promise<Answered> {
  const text = await response.text();
  try {
    return { status: response.status, body: JSON.parse(text) };
  } catch {
    return { status: response.status, body: text };
  }
}
