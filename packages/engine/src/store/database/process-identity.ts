// Tells one process from a later one that got the same number, and whether it still runs.
import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";

/** Where and when a process was started, as far as the platform tells. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Start time in clock ticks since boot (Linux); null elsewhere. */
  readonly startedAt: string | null;
  readonly host: string;
  /** Changes with every boot of the machine (Linux); null elsewhere. */
  readonly boot: string | null;
  /** The set of process numbers `pid` belongs to (Linux: containers have their own); null elsewhere. */
  readonly namespace: string | null;
}

export function ownIdentity(): ProcessIdentity {
  return {
    pid: process.pid,
    startedAt: startOf(process.pid),
    host: hostname(),
    boot: readOr(() => readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()),
    namespace: readOr(() => readlinkSync("/proc/self/ns/pid")),
  };
}

/**
 * Whether the process runs: "unknown" where this process cannot look, on another machine or in another
 * container. A live process whose start time is not known counts as the same process.
 */
export function stateOf(other: ProcessIdentity): "running" | "ended" | "unknown" {
  const own = ownIdentity();
  const sameBoot = own.boot !== null && own.boot === other.boot;
  if (!sameBoot) {
    if (own.host !== other.host) return "unknown";
    // The same machine after a restart: nothing from before it runs.
    if (own.boot !== null && other.boot !== null) return "ended";
  }
  if (own.namespace !== other.namespace) return "unknown";
  if (!exists(other.pid)) return "ended";
  const startedAt = startOf(other.pid);
  if (process.platform === "linux" && startedAt === null) return "ended";
  if (startedAt !== null && other.startedAt !== null && startedAt !== other.startedAt) return "ended";
  return "running";
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is there and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Field 22 of /proc/<pid>/stat; null without /proc, and for a process that has ended but is not yet reaped. */
function startOf(pid: number): string | null {
  const stat = readOr(() => readFileSync(`/proc/${pid}/stat`, "utf8"));
  if (stat === null) return null;
  // The second field, the name, may hold spaces and brackets; the third, the state, follows its last bracket.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return fields[0] === "Z" || fields[0] === "X" ? null : (fields[19] ?? null);
}

function readOr(read: () => string): string | null {
  try {
    return read();
  } catch {
    return null;
  }
}
