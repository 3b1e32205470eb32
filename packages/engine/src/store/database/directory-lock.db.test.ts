// One holder per data directory: between processes, after a kill, and when many find a dead holder at once.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type LineProcess, startLineProcess } from "../../../testing/line-process.ts";
import { acquireLock, lockFileOf, readLock } from "./directory-lock.ts";
import { ownIdentity, type ProcessIdentity } from "./process-identity.ts";

let folder: string;
let directory: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kehoach-lock-"));
  directory = join(folder, "data");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function writeLock(holder: Partial<ProcessIdentity>, nonce: string): void {
  writeFileSync(lockFileOf(directory), JSON.stringify({ ...ownIdentity(), ...holder, nonce, address: null }));
}

/** The number of a process that has ended. */
function endedProcess(): number {
  return spawnSync(process.execPath, ["--version"]).pid;
}

async function taker(): Promise<LineProcess> {
  const started = startLineProcess("./lock-taker.ts");
  expect(await started.next()).toBe("ready");
  return started;
}

describe("the lock of a data directory", () => {
  test("is refused to a second opener, in this process and in another, until it is given back", async () => {
    await using other = await taker();
    const lock = acquireLock(directory);
    expect(() => acquireLock(directory)).toThrow(
      expect.objectContaining({
        code: "data_directory_in_use",
        details: expect.objectContaining({ pid: process.pid }),
      }),
    );
    expect(await other.ask(`take ${directory}`)).toBe("data_directory_in_use");
    lock.release();
    expect(await other.ask(`take ${directory}`)).toBe("held");
    expect(() => acquireLock(directory)).toThrow(
      expect.objectContaining({ details: expect.objectContaining({ pid: other.pid, sameMachine: true }) }),
    );
    expect(await other.ask(`release ${directory}`)).toBe("free");
    expect(readdirSync(folder)).toEqual([]);
  });

  test("tells where its holder answers", () => {
    expect(readLock(directory)).toBeNull();
    const lock = acquireLock(directory);
    expect(readLock(directory)).toMatchObject({ pid: process.pid, address: null, alive: true });
    lock.announce("http://127.0.0.1:4242");
    expect(readLock(directory)).toMatchObject({ address: "http://127.0.0.1:4242", alive: true });
    expect(() => acquireLock(directory)).toThrow(/127\.0\.0\.1:4242/);
    lock.release();
    expect(readLock(directory)).toBeNull();
  });

  test("is taken over from a holder that was killed", async () => {
    const other = await taker();
    expect(await other.ask(`take ${directory}`)).toBe("held");
    await other.kill();
    expect(existsSync(lockFileOf(directory))).toBe(true);
    expect(readLock(directory)).toMatchObject({ pid: other.pid, alive: false });
    acquireLock(directory).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  test.runIf(process.platform === "linux")(
    "is taken over when the holder's number now belongs to a later process",
    () => {
      writeLock({ startedAt: "1" }, "earlier1");
      expect(readLock(directory)?.alive).toBe(false);
      acquireLock(directory).release();
    },
  );

  test.runIf(process.platform === "linux")("is taken over after the machine was started anew", () => {
    writeLock({ boot: "another-boot" }, "earlier2");
    acquireLock(directory).release();
  });

  test("is never taken from a holder that cannot be looked at", () => {
    writeLock({ host: "another-machine", boot: "another-boot", pid: endedProcess() }, "distant1");
    expect(readLock(directory)?.alive).toBe(true);
    expect(() => acquireLock(directory)).toThrow(
      expect.objectContaining({
        details: expect.objectContaining({ sameMachine: false, host: "another-machine" }),
      }),
    );
    if (process.platform === "linux") {
      writeLock({ namespace: "pid:[1]", pid: endedProcess() }, "distant2");
      expect(() => acquireLock(directory)).toThrow(
        expect.objectContaining({ code: "data_directory_in_use" }),
      );
    }
  });

  test("is never taken when its file cannot be understood", () => {
    for (const text of ["", "{", "[]", "null", '{"pid":"1"}']) {
      writeFileSync(lockFileOf(directory), text);
      expect(() => acquireLock(directory)).toThrow(
        expect.objectContaining({
          code: "data_directory_in_use",
          details: expect.objectContaining({ pid: null }),
        }),
      );
    }
  });

  test("goes to exactly one of many that find its holder dead at once", { timeout: 60_000 }, async () => {
    const takers = await Promise.all(Array.from({ length: 6 }, taker));
    const pid = endedProcess();
    for (let round = 0; round < 150; round += 1) {
      writeLock({ pid, startedAt: "1" }, `round${round}`);
      const answers = await Promise.all(takers.map((process) => process.ask(`take ${directory}`)));
      expect(
        answers.filter((answer) => answer === "held"),
        `round ${round}`,
      ).toHaveLength(1);
      await Promise.all(takers.map((process) => process.ask(`release ${directory}`)));
    }
    await Promise.all(takers.map((process) => process.kill()));
    expect(readdirSync(folder)).toEqual([]);
  });

  test("is taken over also from a process killed while it was taking over", () => {
    const pid = endedProcess();
    writeLock({ pid, startedAt: "1" }, "first");
    const guard = `${lockFileOf(directory)}.first`;
    writeFileSync(
      guard,
      JSON.stringify({ ...ownIdentity(), pid, startedAt: "1", nonce: "second", address: null }),
    );
    acquireLock(directory).release();
    expect(readdirSync(folder)).toEqual([]);
  });
});
