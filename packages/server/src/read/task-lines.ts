// Finds the lines on which a plan's tasks begin in its text, for readers who go from a task to where it is written.

/** One line per task found, in the order of the text; lines count from 1. It reads the usual layouts, a list of blocks
 *  or of braces under the key of the tasks; a task written in another way is left out. */
export function taskLines(text: string, ids: readonly string[]): { task: string; line: number }[] {
  const wanted = new Set(ids);
  const found: { task: string; line: number }[] = [];
  let inside = false;
  /** Columns of the list's dashes, and of the keys of the item at hand; -1: none yet. */
  let dash = -1;
  let keys = -1;
  let begins = 0;
  for (const [index, raw] of text.normalize("NFC").split("\n").entries()) {
    const line = raw.trimEnd();
    if (line.trim() === "" || line.trimStart().startsWith("#")) continue;
    const indent = line.length - line.trimStart().length;
    const item = /^\s*-\s+/.exec(line);
    if (indent === 0 && item === null) {
      inside = tasksKey.test(line);
      dash = -1;
      keys = -1;
      continue;
    }
    if (!inside) continue;
    if (dash === -1) dash = indent;
    if (item !== null && indent === dash) {
      keys = item[0].length;
      begins = index + 1;
    }
    if (keys === -1) continue;
    const content =
      item !== null && indent === dash ? line.slice(keys) : indent === keys ? line.trimStart() : "";
    const id = (idKey.exec(content) ?? idInBraces.exec(content))?.[1];
    if (id === undefined || !wanted.has(id)) continue;
    wanted.delete(id);
    found.push({ task: id, line: begins });
    // What follows in the item are its products and the like.
    keys = -1;
  }
  return found;
}

const tasksKey = /^["']?(?:tasks|nhiệm vụ)["']?\s*:/i;
const idKey = /^["']?(?:id|mã)["']?\s*:\s*["']?([A-Za-z0-9_.-]+)["']?\s*(?:#.*)?$/i;
const idInBraces = /^\{(?:.*[,\s])?["']?(?:id|mã)["']?\s*:\s*["']?([A-Za-z0-9_.-]+)["']?\s*[,}]/i;
