// A process that takes and gives back the locks of directories as it is told, for tests of several processes.
import { createInterface } from "node:readline";
import { EngineError } from "../src/engine-error.ts";
import { acquireLock, type HeldLock } from "../src/store/database/directory-lock.ts";

const held = new Map<string, HeldLock>();

console.log("ready");
for await (const line of createInterface({ input: process.stdin })) {
  const [order, directory = ""] = line.split(" ");
  console.log(order === "take" ? take(directory) : release(directory));
}

function take(directory: string): string {
  try {
    held.set(directory, acquireLock(directory));
    return "held";
  } catch (error) {
    if (error instanceof EngineError) return error.code;
    throw error;
  }
}

function release(directory: string): string {
  held.get(directory)?.release();
  held.delete(directory);
  return "free";
}
