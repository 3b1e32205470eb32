// File contents in a folder: one file per plan and content, whole or not there at all.

import { createHash, randomBytes } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { EngineError } from "../../engine-error.ts";
import { reasonOf } from "../database/database-error.ts";

const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const contentPattern = /^[0-9a-f]{64}$/;
/** What a write leaves that did not come to its end. */
const partPattern = /^\.[0-9a-f]{64}\.[0-9a-f]{16}\.part$/;

/** Contents lie at `<folder>/<plan id>/<SHA-256>`. All methods throw EngineError `file_store_failed`. Whoever puts or
 *  sweeps must hold the plan's lock, so that nothing is taken away that is about to be named. */
export class FileFolder {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = resolve(folder);
  }

  /** Resolves when the content lies on the disk, also after a loss of power. */
  async put(planId: string, content: string, bytes: Uint8Array): Promise<void> {
    await this.#trying(async () => {
      const directory = join(this.#folder, planId);
      await makeDurable(this.#folder, directory);
      const place = join(directory, content);
      // What lies there already is good unless it was damaged; then this is its repair.
      if (digestOf(await readIfThere(place)) === content) return;
      const part = join(directory, `.${content}.${randomBytes(8).toString("hex")}.part`);
      const file = await open(part, "wx", 0o640);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(part, place);
      await syncDirectory(directory);
    });
  }

  /** Null: there is none. */
  read(planId: string, content: string): Promise<Uint8Array | null> {
    return this.#trying(() => readIfThere(join(this.#folder, planId, content)));
  }

  /** Ids of the plans that have a folder. */
  async plans(): Promise<string[]> {
    return (await this.#names("")).filter((name) => uuidPattern.test(name));
  }

  /** Takes away what the plan does not use: contents whose last entry was erased or never committed, and unfinished
   *  writes. Resolves to how many. */
  async sweep(planId: string, used: ReadonlySet<string>): Promise<number> {
    const names = await this.#names(planId);
    const unused = names.filter((name) =>
      contentPattern.test(name) ? !used.has(name) : partPattern.test(name),
    );
    for (const name of unused)
      await this.#trying(() => rm(join(this.#folder, planId, name), { force: true }));
    if (unused.length > 0) await this.#trying(() => syncDirectory(join(this.#folder, planId)));
    return unused.length;
  }

  #names(planId: string): Promise<string[]> {
    return this.#trying(async () => {
      try {
        return await readdir(join(this.#folder, planId));
      } catch (error) {
        if (isMissing(error)) return [];
        throw error;
      }
    });
  }

  async #trying<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      const reason = reasonOf(error);
      throw new EngineError("file_store_failed", {
        vi: `Không đọc hoặc ghi được thư mục tệp đính kèm: ${reason}.`,
        en: `The folder of attached files cannot be read or written: ${reason}.`,
        details: { folder: this.#folder, reason },
        cause: error,
      });
    }
  }
}

function digestOf(bytes: Uint8Array | null): string | null {
  return bytes === null ? null : createHash("sha256").update(bytes).digest("hex");
}

async function readIfThere(place: string): Promise<Uint8Array | null> {
  try {
    return await readFile(place);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** Makes the directory, and its name in the folder above, survive a loss of power. */
async function makeDurable(folder: string, directory: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const made = await mkdir(directory, { recursive: true });
  if (made !== undefined) await syncDirectory(folder);
}

async function syncDirectory(directory: string): Promise<void> {
  // Windows opens no directories; its file system journals the names by itself.
  if (process.platform === "win32") return;
  const handle = await open(directory, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
