// Binds every route of the contract to its handler, behind its row of the authorisation table.

import type { Actor } from "@kehoach/engine";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { type Route, type RouteName, routes } from "../contract/index.ts";
import { Trouble } from "../contract/trouble.ts";
import type { PlanFacts } from "../read/plan-facts.ts";
import { routeAccess } from "../route-access.ts";
import { RequestTrouble } from "../trouble.ts";
import type { World } from "../world.ts";
import { amendmentHandlers } from "./amendment-handlers.ts";
import { assignHandlers } from "./assign-handlers.ts";
import { assignmentHandlers } from "./assignment-handlers.ts";
import { commandHandlers } from "./command-handlers.ts";
import { demoHandlers } from "./demo-handlers.ts";
import { eventHandlers } from "./event-handlers.ts";
import { figureHandlers } from "./figure-handlers.ts";
import { fileHandlers } from "./file-handlers.ts";
import { formHandlers } from "./form-handlers.ts";
import type { Handlers } from "./handler.ts";
import { identityHandlers } from "./identity-handlers.ts";
import { instanceHandlers } from "./instance-handlers.ts";
import { planHandlers } from "./plan-handlers.ts";
import { recordHandlers } from "./record-handlers.ts";
import { registerHandlers } from "./register-handlers.ts";
import { reportHandlers } from "./report-handlers.ts";
import { targetHandlers } from "./target-handlers.ts";

/** Bytes a body may have; a plan text may be as long as the plan language allows, a command never needs as much. */
const wholePlan = 6 * 1024 * 1024;
const bodyLimits: Partial<Record<RouteName, number>> = {
  check: wholePlan,
  issue: wholePlan,
  amend: wholePlan,
};

export function registerRoutes(app: FastifyInstance, world: World): void {
  const handlers: Handlers = {
    ...instanceHandlers(world),
    ...identityHandlers(world),
    ...planHandlers(world),
    ...recordHandlers(world),
    ...assignmentHandlers(world),
    ...amendmentHandlers(world),
    ...assignHandlers(world),
    ...commandHandlers(world),
    ...demoHandlers(world),
    ...eventHandlers(world),
    ...fileHandlers(world),
    ...figureHandlers(world),
    ...formHandlers(world),
    ...reportHandlers(world),
    ...targetHandlers(world),
    ...registerHandlers(world),
  };
  for (const name of Object.keys(routes) as RouteName[]) {
    const route: Route = routes[name];
    // The table pairs each name with a handler of its own types; a loop over it cannot say so.
    const handle = handlers[name] as (context: unknown) => Promise<unknown>;
    const bind = (scope: FastifyInstance) =>
      scope.route({
        method: route.method,
        url: route.path,
        // A HEAD would open a stream that nobody reads.
        exposeHeadRoute: route.media === undefined,
        ...(bodyLimits[name] === undefined ? {} : { bodyLimit: bodyLimits[name] }),
        schema: {
          ...(route.params === undefined ? {} : { params: route.params }),
          ...(route.query === undefined ? {} : { querystring: route.query }),
          ...(route.headers === undefined ? {} : { headers: route.headers }),
          ...(route.body === undefined ? {} : { body: route.body }),
          response: {
            ...(route.media === undefined ? { 200: route.answer } : {}),
            "4xx": Trouble,
            "5xx": Trouble,
          },
        },
        handler: async (request, reply) => {
          reply.header("cache-control", "no-store");
          if (route.media !== undefined) reply.type(typeOf(route.media));
          const admitted = await admit(world, name, request, reply);
          const { params, query, body } = request;
          return handle({ params, query, body, ...admitted, request, reply });
        },
      });
    const { takes } = route;
    if (takes === undefined) bind(app);
    else app.register(async (scope) => bind(takingOnly(scope, takes)));
  }
}

/** Texts say how they are written; a file's bytes have no such thing. */
function typeOf(media: NonNullable<Route["media"]>): string {
  return media === "text/event-stream" || media === "application/x-ndjson"
    ? `${media}; charset=utf-8`
    : media;
}

/** A scope whose bodies are handed on unread, so that a handler decides who may send one and how much of it. */
function takingOnly(scope: FastifyInstance, media: NonNullable<Route["takes"]>): FastifyInstance {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser(media, (_request, payload, done) => done(null, payload));
  return scope;
}

async function admit(
  world: World,
  name: RouteName,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<{ actor: Actor | null; facts: PlanFacts | null }> {
  const access = routeAccess[name];
  if (access === "open") return { actor: null, facts: null };
  if (access === "demo") {
    if (world.demo === null) throw new RequestTrouble("not_found");
    return { actor: null, facts: null };
  }
  const actor = await world.identify(request);
  if (actor === null) {
    reply.header("www-authenticate", "Session");
    throw new RequestTrouble(world.hasIdentities ? "not_signed_in" : "no_identity_provider");
  }
  if (access === "signed_in") return { actor, facts: null };
  const facts = await world.plans.load(planInPath(request.params), actor);
  if (facts === null) throw new RequestTrouble("not_found");
  return { actor, facts };
}

function planInPath(params: unknown): string {
  const plan = typeof params === "object" && params !== null ? Reflect.get(params, "plan") : undefined;
  return typeof plan === "string" ? plan : "";
}
