// What every handler works with: the engine, its plans as read, and how this server was set up.

import type { Actor, Engine, EntrySource } from "@kehoach/engine";
import type { Language } from "@kehoach/engine/words";
import type { FastifyRequest } from "fastify";
import type { LocalText } from "./contract/index.ts";
import type { DemoControl } from "./demo/demo-control.ts";
import type { DemoIdentities } from "./identity/demo-identities.ts";
import type { PlanReader } from "./read/plan-facts.ts";

export interface World {
  engine: Engine;
  plans: PlanReader;
  /** Null: a real instance. */
  demo: DemoControl | null;
  /** Null: a real instance. */
  identities: DemoIdentities | null;
  /** Who is acting; null: nobody is signed in. */
  identify(request: FastifyRequest): Promise<Actor | null>;
  /** False: nobody can ever be signed in. */
  hasIdentities: boolean;
  /** Where the entries of a request come in. */
  sourceOf(request: FastifyRequest): EntrySource;
  name: LocalText;
  language: Language;
  /** Mount prefix, "" or "/…" without a trailing slash. */
  prefix: string;
  /** Most event streams open at once. */
  maxStreams: number;
  /** Most files taken in at once: each passes through memory whole. */
  maxUploads: number;
  /** Aborted when the server closes, so that streams end. */
  closing: AbortSignal;
}
