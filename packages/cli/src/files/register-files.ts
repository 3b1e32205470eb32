// Looks for register documents near a plan: in folders `register` beside it and above, never outside the root.

import { lstatSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import type { Session } from "../session.ts";
import { decode, mostBytes, shownPath, type TextFile } from "./read-text.ts";

/** Folders above the plan that are looked at. */
const mostLevels = 8;
const mostFiles = 200;

/** The root is the home of the run, or the plan's own folder where that lies elsewhere. Links are not followed:
 *  neither the folder nor a file in it may be one, and nothing found may resolve to a place outside the root. */
export function registerFilesNear(session: Session, plan: string): readonly TextFile[] {
  const start = realpathSync(dirname(plan));
  const { home, workingDirectory } = session.surroundings;
  const highest = realpathSync(home ?? workingDirectory);
  const root = isInside(highest, start) ? highest : start;
  const found: TextFile[] = [];
  let folder = start;
  for (let level = 0; level < mostLevels && isInside(root, folder); level += 1) {
    for (const path of documentsIn(join(folder, "register"), root)) {
      if (found.length < mostFiles) found.push(readInside(session, path));
    }
    if (folder === root) break;
    folder = dirname(folder);
  }
  return found;
}

function documentsIn(folder: string, root: string): string[] {
  const kind = lstatSync(folder, { throwIfNoEntry: false });
  if (kind === undefined || !kind.isDirectory() || !isInside(root, realpathSync(folder))) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => join(folder, entry.name))
    .filter((path) => isInside(root, realpathSync(path)) && lstatSync(path).size <= mostBytes)
    .sort();
}

function readInside(session: Session, path: string): TextFile {
  const file = shownPath(session, path);
  return { path, file, text: decode(session, readFileSync(path), file) };
}

export function isInside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way === "" || (way !== ".." && !way.startsWith(`..${sep}`) && !/^([A-Za-z]:|[/\\])/.test(way));
}
