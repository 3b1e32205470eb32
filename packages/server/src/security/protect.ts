// What every answer and every write is held to: security headers, and no writes from other sites.

import type { FastifyInstance, FastifyRequest } from "fastify";
import { RequestTrouble } from "../trouble.ts";

export const securityHeaders = {
  "content-security-policy": "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
} as const;

const readMethods = new Set(["GET", "HEAD", "OPTIONS"]);

export function protect(app: FastifyInstance): void {
  app.addHook("onRequest", async (request, reply) => {
    reply.headers(securityHeaders);
    if (!readMethods.has(request.method) && isFromAnotherSite(request))
      throw new RequestTrouble("cross_site");
  });
}

/** A browser names the page a request comes from in `Sec-Fetch-Site` and, on writes, in `Origin`. A request with
 *  neither is no browser's, so it cannot ride on somebody's cookies. */
function isFromAnotherSite(request: FastifyRequest): boolean {
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") return true;
  const { origin } = request.headers;
  if (origin === undefined) return false;
  return !URL.canParse(origin) || new URL(origin).host !== request.host;
}
