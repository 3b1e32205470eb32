// Where the data of a command lie: its option, the environment, then the folder `.kehoach`.

import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import type { FileOptions } from "@kehoach/engine";
import type { Session } from "../session.ts";

export type DataPlace =
  | { kind: "directory"; directory: string; demo: boolean }
  | { kind: "postgresql"; url: string };

export interface PlaceOptions {
  data?: string;
  demo?: boolean;
}

export function dataPlace(session: Session, { data, demo = false }: PlaceOptions): DataPlace {
  const { environment, workingDirectory, home = workingDirectory } = session.surroundings;
  const named = data ?? nonEmpty(environment.KEHOACH_DATA);
  if (named !== undefined) {
    const directory = resolve(workingDirectory, named);
    return { kind: "directory", directory, demo: demo || isDemo(directory) };
  }
  const url = nonEmpty(environment.DATABASE_URL);
  if (url !== undefined && !demo) return { kind: "postgresql", url };
  const real = join(home, ".kehoach", "data");
  const trial = join(home, ".kehoach", "demo");
  // Whoever has only ever run the demo means the demo.
  if (demo || (!existsSync(real) && existsSync(trial)))
    return { kind: "directory", directory: trial, demo: true };
  return { kind: "directory", directory: real, demo: false };
}

/** Where the instance's attached files lie: a folder, where the environment names one. */
export function fileOptions({ surroundings }: Session): { files?: FileOptions } {
  const folder = nonEmpty(surroundings.environment.KEHOACH_FILES);
  return folder === undefined ? {} : { files: { folder: resolve(surroundings.workingDirectory, folder) } };
}

/** The server keeps a demo's date in this file; without it a demo's plan would wake up in the present. */
function isDemo(directory: string): boolean {
  return existsSync(`${directory}.demo.json`);
}

function nonEmpty(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === "" ? undefined : text;
}
