// What a handler gets and gives, derived from the contract's table and the authorisation table.

import type { Readable } from "node:stream";
import type { Actor } from "@kehoach/engine";
import type { FastifyReply, FastifyRequest } from "fastify";
import type {
  RouteAnswer,
  RouteBody,
  RouteName,
  RouteParams,
  RouteQuery,
  routes,
} from "../contract/index.ts";
import type { PlanFacts } from "../read/plan-facts.ts";
import type { routeAccess } from "../route-access.ts";

export interface Context<Name extends RouteName> {
  params: RouteParams<Name>;
  query: RouteQuery<Name>;
  body: RouteBody<Name>;
  /** Who is acting, on routes for the signed in. */
  actor: (typeof routeAccess)[Name] extends "signed_in" | "plan" ? Actor : null;
  /** The plan of the path, which the actor may read. */
  facts: (typeof routeAccess)[Name] extends "plan" ? PlanFacts : null;
  request: FastifyRequest;
  reply: FastifyReply;
}

/** A route with a media type of its own answers a stream. */
export type Answer<Name extends RouteName> = (typeof routes)[Name] extends { media: string }
  ? Readable
  : RouteAnswer<Name>;

export type Handlers<Names extends RouteName = RouteName> = {
  readonly [Name in Names]: (context: Context<Name>) => Promise<Answer<Name>>;
};
