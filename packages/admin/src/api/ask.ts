// Asks the server one thing over HTTP, below the page's base address, and tells its kinds of trouble apart.

import type { RouteAnswer, RouteName, Trouble } from "@kehoach/server/contract";
import { baseAddress } from "./base-address.ts";

/** The server answered that it did not do what was asked, or did not answer. */
export class AskTrouble extends Error {
  override readonly name = "AskTrouble";
  /** HTTP status; 0: no answer came, so it is not known whether the server acted. */
  readonly status: number;
  /** Null when the answer held no readable trouble. */
  readonly trouble: Trouble | null;

  constructor(status: number, trouble: Trouble | null) {
    super(trouble?.code ?? (status === 0 ? "unreachable" : `http_${status}`));
    this.status = status;
    this.trouble = trouble;
  }
}

/** The address of an API path below the mount. */
export function apiAddress(path: string): string {
  return new URL(`api/${path}`, baseAddress).href;
}

/** `path` is below `/api` without a leading slash, its parameters encoded. Throws AskTrouble. */
export async function ask<Name extends RouteName>(
  path: string,
  options: { body?: unknown; file?: File; requestId?: string; signal?: AbortSignal } = {},
): Promise<RouteAnswer<Name>> {
  let response: Response;
  try {
    const { headers, ...sent } = sentBy(options);
    response = await fetch(apiAddress(path), {
      credentials: "same-origin",
      headers: { accept: "application/json", ...headers },
      ...sent,
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    });
  } catch (error) {
    if (options.signal?.aborted === true) throw error;
    throw new AskTrouble(0, null);
  }
  if (!response.ok) throw new AskTrouble(response.status, await readTrouble(response));
  return (await response.json()) as RouteAnswer<Name>;
}

/** A file goes as it is, with its name beside it: an address would be written into logs. */
function sentBy({ body, file, requestId = "" }: { body?: unknown; file?: File; requestId?: string }): {
  method: "GET" | "POST";
  headers?: Record<string, string>;
  body?: BodyInit;
} {
  if (file !== undefined) {
    const headers = {
      "content-type": "application/octet-stream",
      "x-file-name": encodeURIComponent(file.name.toWellFormed()),
      "idempotency-key": requestId,
    };
    return { method: "POST", headers, body: file };
  }
  if (body === undefined) return { method: "GET" };
  return { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}

async function readTrouble(response: Response): Promise<Trouble | null> {
  try {
    const body: unknown = await response.json();
    return typeof body === "object" && body !== null && "code" in body && "vi" in body
      ? (body as Trouble)
      : null;
  } catch {
    return null;
  }
}
