// Asks a route of the contract by its name.

import { type Refusal, refusalCodes } from "@kehoach/engine";
import {
  type RouteAnswer,
  type RouteBody,
  type RouteName,
  type RouteParams,
  type RouteQuery,
  routes,
  type Trouble,
} from "@kehoach/server/contract";
import type { Answered, Transport } from "./transport.ts";

export interface Asked<Name extends RouteName> {
  params?: RouteParams<Name>;
  query?: RouteQuery<Name>;
  body?: RouteBody<Name>;
}

export type Ask = <Name extends RouteName>(name: Name, asked?: Asked<Name>) => Promise<RouteAnswer<Name>>;

/** A server's answer of status 400 and above. */
export class TroubleAnswer extends Error {
  override readonly name = "TroubleAnswer";
  readonly status: number;
  readonly body: Trouble;

  constructor(status: number, body: Trouble) {
    super(body.en);
    this.status = status;
    this.body = body;
  }

  /** Null: something else than a refusal. */
  get refusal(): Refusal | null {
    const { code, vi, en, allowed, whoCould } = this.body;
    const known = refusalCodes.find((each) => each === code);
    if (known === undefined || allowed === undefined || whoCould === undefined) return null;
    return { accepted: false, code: known, vi, en, allowed, whoCould };
  }
}

/** Throws TroubleAnswer where the server does not do what was asked. */
export function askThrough(transport: Transport): Ask {
  return async (name, asked = {}) => {
    const { method } = routes[name];
    const answered = await transport.send(method, pathOf(name, asked), asked.body);
    if (answered.status !== 200) throw troubleOf(answered);
    // The server holds its answers to the contract, which both sides share.
    return answered.body as RouteAnswer<typeof name>;
  };
}

export function pathOf<Name extends RouteName>(name: Name, { params, query }: Asked<Name>): string {
  const given = (params ?? {}) as Readonly<Record<string, unknown>>;
  const path = routes[name].path.replace(/:([a-z]+)/g, (_, key: string) =>
    encodeURIComponent(String(given[key])),
  );
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query ?? {}))
    if (value !== undefined) search.set(key, String(value));
  const text = search.toString();
  return `/api${path}${text === "" ? "" : `?${text}`}`;
}

export function troubleOf({ status, body }: Answered): TroubleAnswer {
  const whole = typeof body === "object" && body !== null && "code" in body && "vi" in body && "en" in body;
  if (whole) return new TroubleAnswer(status, body as Trouble);
  return new TroubleAnswer(status, { code: "internal", vi: `HTTP ${status}`, en: `HTTP ${status}` });
}
