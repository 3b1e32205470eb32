// Finds the instance a command works on: never opens data that another process holds.

import { existsSync } from "node:fs";
import { hostname } from "node:os";
import { type Actor, readLock } from "@kehoach/engine";
import { parseActor, readerOf, requireActor } from "../parse/actor.ts";
import type { Session } from "../session.ts";
import { type DataPlace, dataPlace, fileOptions, type PlaceOptions } from "./data-place.ts";
import type { Instance } from "./instance.ts";

export interface InstanceOptions extends PlaceOptions {
  as?: string;
}

export interface Need {
  /** The command's name, for messages. */
  verb: string;
  /** True: somebody must be named who acts. */
  acts: boolean;
  /** True: data that are not there yet are made. */
  makes: boolean;
}

/** Throws Misuse where the data are held by a process that takes no commands, or are not there. */
export async function openInstance(
  session: Session,
  options: InstanceOptions,
  need: Need,
): Promise<Instance> {
  const actor = need.acts ? requireActor(session, options.as) : parseActor(session, options.as);
  const place = dataPlace(session, options);
  if (place.kind === "directory") {
    const address = await holderOf(session, place.directory);
    if (address !== null) {
      if (!session.json) session.note(session.paint("dim", session.words.viaServer(address)));
      const { reachServer } = await import("./server-instance.ts");
      return reachServer(session, address, actor);
    }
    if (!need.makes && !existsSync(place.directory)) throw session.misuse("noData", place.directory);
  }
  return openHere(session, place, actor, options);
}

async function openHere(
  session: Session,
  place: DataPlace,
  actor: Actor | null,
  { as }: InstanceOptions,
): Promise<Instance> {
  const { openLocalInstance } = await import("./local-instance.ts");
  return openLocalInstance(place, readerOf(session, as), actor, fileOptions(session));
}

/** The address of the server that holds the directory; null: nobody holds it. */
export async function holderOf(session: Session, directory: string): Promise<string | null> {
  const lock = await readLock(directory);
  if (lock === null || !lock.alive) return null;
  const { address, pid, host } = lock;
  if (address === null || host !== hostname() || !isLoopback(address)) {
    throw session.misuse("holderSilent", String(pid));
  }
  return address;
}

/** A lock file lies where others may write: it must not send us anywhere but to this machine. */
function isLoopback(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname: name } = new URL(address);
  return protocol === "http:" && ["127.0.0.1", "localhost", "[::1]"].includes(name);
}
