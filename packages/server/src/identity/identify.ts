// How the server learns who is acting: a function of the host, or a demo's identities.

import type { Actor } from "@kehoach/engine";
import type { FastifyRequest } from "fastify";

/** Answers who sends a request, as the host's own sign-in vouches for it; null: nobody is signed in. What it throws is
 *  answered as an internal error. */
export type Identify = (request: FastifyRequest) => Promise<Actor | null>;
