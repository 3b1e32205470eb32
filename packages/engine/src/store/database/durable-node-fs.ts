// PGlite's view of a directory on disk, with the fsync that PGlite's own lacks.
import { closeSync, fsyncSync, openSync } from "node:fs";
import { PGlite, type postgresMod } from "@electric-sql/pglite";
import { NodeFS } from "@electric-sql/pglite/nodefs";

/** Start parameters without `-F`; fdatasync is an empty function in PGlite, so the log is written with fsync. */
export const durableStartParams: readonly string[] = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== "-F"),
  "-c",
  "wal_sync_method=fsync",
];

/** Emscripten's number for EIO: what a failed fsync answers PostgreSQL, which then stops instead of going on. */
const inputOutputError = 29;

/** The parts of Emscripten's Node filesystem that are replaced here. */
interface Stream {
  /** The host's file descriptor; absent for a directory. */
  nfd?: number | null;
  node: object;
}
interface NodeFileSystem {
  realPath(node: object): string;
  stream_ops: { fsync?: (stream: Stream) => number };
}

/** A data directory whose commits reach the disk. */
export class DurableNodeFS extends NodeFS {
  /** How often PostgreSQL asked for data to be on disk, and got it. */
  syncs = 0;

  override async init(...[pglite, options]: Parameters<NodeFS["init"]>): ReturnType<NodeFS["init"]> {
    const { emscriptenOpts } = await super.init(pglite, options);
    const patch = (module: postgresMod.PostgresMod) => {
      const system: NodeFileSystem = module.NODEFS;
      system.stream_ops.fsync = (stream) => this.#sync(system, stream);
    };
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), patch] } };
  }

  #sync(system: NodeFileSystem, stream: Stream): number {
    try {
      if (typeof stream.nfd === "number") fsyncSync(stream.nfd);
      else syncDirectory(system.realPath(stream.node));
    } catch {
      return inputOutputError;
    }
    this.syncs += 1;
    return 0;
  }
}

/** Makes the names in a directory durable. Windows cannot open one and keeps its names durable itself. */
export function syncDirectory(path: string): void {
  if (process.platform === "win32") return;
  const descriptor = openSync(path, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
