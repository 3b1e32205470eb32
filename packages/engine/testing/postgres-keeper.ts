// A process that outlives the one that started a PostgreSQL server, stops that server and removes its folder.
import { spawnSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const [folder, pgCtl, uid, gid] = process.argv.slice(2);
if (folder === undefined || pgCtl === undefined)
  throw new Error("usage: postgres-keeper.ts folder pg_ctl [uid gid]");

// The other end of standard input closes when the parent lets go of it, or dies, however it dies.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => {});
for await (const _ of process.stdin);

const data = join(folder, "data");
const user = uid === undefined ? {} : { uid: Number(uid), gid: Number(gid) };
// A parent killed while the server was starting leaves programs that go on writing for a moment.
for (let quiet = 0, tries = 0; quiet < 3 && tries < 200; tries += 1) {
  if (existsSync(join(data, "postmaster.pid"))) {
    spawnSync(pgCtl, ["stop", "-D", data, "-m", "immediate", "-w", "-t", "10"], {
      ...user,
      cwd: "/",
      stdio: "ignore",
    });
  }
  quiet = existsSync(folder) ? 0 : quiet + 1;
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // Somebody is still writing into it: once more.
  }
  await pause(100);
}
