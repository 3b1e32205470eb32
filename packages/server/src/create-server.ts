// The engine over HTTP: routes, identity, protection and the built pages, as one Fastify instance.

import { fileURLToPath } from "node:url";
import type { Actor, Engine, EntrySource } from "@kehoach/engine";
import { type Language, serverWords } from "@kehoach/engine/words";
import fastify, { type FastifyInstance, type FastifyRequest, type FastifyServerOptions } from "fastify";
import type { LocalText } from "./contract/index.ts";
import type { DemoControl } from "./demo/demo-control.ts";
import { readIdentityCookie } from "./identity/cookie.ts";
import { DemoIdentities } from "./identity/demo-identities.ts";
import type { Identify } from "./identity/identify.ts";
import { serveAdminPages } from "./pages/admin-pages.ts";
import { PlanReader } from "./read/plan-facts.ts";
import { registerRoutes } from "./routes/register-routes.ts";
import { protect, securityHeaders } from "./security/protect.ts";
import { answerError } from "./trouble.ts";
import type { World } from "./world.ts";

export interface ServerOptions {
  /** Stays the caller's to close. */
  engine: Engine;
  /** Makes this a demo: identities can be switched, the date can be moved. The engine must have been made with
   *  `demo: true`. Excludes `identify`. Default: a real instance. */
  demo?: DemoControl;
  /** Who sends a request. Without it and without `demo` nobody is signed in and all but a few routes answer 401. */
  identify?: Identify;
  /** Where entries of its requests come in. Default: a demo's "demo"; else "ui" from a browser, "api" from elsewhere. */
  source?: EntrySource;
  /** The folder of the built pages; null: none are served. Default: this package's own `public`. */
  adminDirectory?: string | null;
  /** Language of pages before a reader chooses. Default "vi". */
  language?: Language;
  /** What the instance is called, e.g. the province. */
  name?: LocalText;
  /** Where it is mounted, e.g. "/kehoach". Default: at the root. */
  prefix?: string;
  /** Most event streams open at once. Default 500. */
  maxStreams?: number;
  /** Most files taken in at once; each passes through memory whole, up to the engine's limit. Default 8. */
  maxUploads?: number;
  /** Fastify's logger option. Default: no logging. */
  logger?: FastifyServerOptions["logger"];
}

/** A command's body never needs more. */
const bodyLimit = 256 * 1024;

/** Throws TypeError for options that exclude each other. Close it with `close()`. */
export function createServer(options: ServerOptions): FastifyInstance {
  if (options.demo !== undefined && options.identify !== undefined) {
    throw new TypeError("A server is a demo or has an `identify` function, not both.");
  }
  const prefix = prefixOf(options.prefix ?? "");
  const app = fastify({
    logger: options.logger ?? false,
    bodyLimit,
    // A request that trickles in holds its connection no longer than this: enough for a scan of 20 MiB over 2 Mbit/s.
    requestTimeout: 120_000,
    http: { headersTimeout: 30_000 },
    forceCloseConnections: true,
    // An address that cannot be decoded is answered before any hook runs.
    frameworkErrors: (error, request, reply) => answerError(error, request, reply.headers(securityHeaders)),
    ajv: {
      customOptions: { removeAdditional: false, coerceTypes: false, useDefaults: false, allErrors: false },
    },
  });
  const closing = new AbortController();
  app.addHook("preClose", async () => closing.abort());
  // Only JSON is taken: a form or plain text would come past the browsers' own checks on cross-site writes.
  app.removeContentTypeParser("text/plain");
  protect(app);
  app.setErrorHandler(answerError);

  const world = worldOf(options, prefix, closing.signal);
  app.register(async (api) => registerRoutes(api, world), { prefix: `${prefix}/api` });
  const directory =
    options.adminDirectory === undefined
      ? fileURLToPath(new URL("../public", import.meta.url))
      : options.adminDirectory;
  if (directory !== null) serveAdminPages(app, { directory, prefix });
  return app;
}

function worldOf(options: ServerOptions, prefix: string, closing: AbortSignal): World {
  const { engine, demo = null, identify, language = "vi" } = options;
  const plans = new PlanReader(engine);
  const identities = demo === null ? null : new DemoIdentities(engine, plans);
  return {
    engine,
    plans,
    demo,
    identities,
    identify:
      identities === null ? (identify ?? (async () => null)) : (request) => chosen(identities, request),
    hasIdentities: identities !== null || identify !== undefined,
    sourceOf: (request) => options.source ?? (demo !== null ? "demo" : isBrowser(request) ? "ui" : "api"),
    name: options.name ?? { vi: serverWords.vi.instanceName, en: serverWords.en.instanceName },
    language,
    prefix,
    maxStreams: options.maxStreams ?? 500,
    maxUploads: options.maxUploads ?? 8,
    closing,
  };
}

/** A demo's visitor acts as the first identity until he chooses another. */
async function chosen(identities: DemoIdentities, request: FastifyRequest): Promise<Actor | null> {
  const id = readIdentityCookie(request.headers.cookie);
  return (id === null ? null : await identities.actor(id)) ?? identities.first();
}

function isBrowser(request: FastifyRequest): boolean {
  return request.headers["sec-fetch-site"] !== undefined;
}

function prefixOf(text: string): string {
  const prefix = text.replace(/\/+$/, "");
  if (prefix !== "" && !/^(\/[A-Za-z0-9._~-]+)+$/.test(prefix))
    throw new TypeError(`Not a mount prefix: ${text}`);
  return prefix;
}
