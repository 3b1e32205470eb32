// Opens the engine itself, for commands about everything there is; never data that another process holds.

import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { createEngine, type Engine } from "@kehoach/engine";
import type { Session } from "../session.ts";
import { type DataPlace, dataPlace, fileOptions, type PlaceOptions } from "./data-place.ts";
import { holderOf } from "./open-instance.ts";

/** For reading; a demo's data too. Throws Misuse where a server holds the data, or there are none. */
export async function openToExport(session: Session, options: PlaceOptions): Promise<Engine> {
  const place = dataPlace(session, options);
  await refuseHeld(session, place, "export");
  if (place.kind === "directory" && !existsSync(place.directory))
    throw session.misuse("noData", place.directory);
  return openWhole(session, place, true);
}

/** For filling; what is not there is made, and it is never a demo's. Throws Misuse where a server holds the data. */
export async function openToImport(session: Session, { data }: PlaceOptions): Promise<Engine> {
  const found = dataPlace(session, { data });
  const place: DataPlace =
    found.kind === "directory" && found.demo && data === undefined
      ? { ...found, directory: join(dirname(found.directory), "data"), demo: false }
      : found;
  await refuseHeld(session, place, "import");
  return openWhole(session, place, false);
}

function openWhole(session: Session, place: DataPlace, demo: boolean): Promise<Engine> {
  const where = place.kind === "postgresql" ? { url: place.url } : { directory: place.directory };
  return createEngine({ ...where, ...fileOptions(session), sweepEvery: null, demo });
}

async function refuseHeld(session: Session, place: DataPlace, verb: string): Promise<void> {
  if (place.kind !== "directory") return;
  const address = await holderOf(session, place.directory);
  if (address !== null) throw session.misuse("serverLacksRoute", verb, address);
}
