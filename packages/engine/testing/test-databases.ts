// Declares a block of tests twice, for PGlite and for PostgreSQL, each test database a fresh copy of a template.
import { randomUUID } from "node:crypto";
import { openAsBlob } from "node:fs";
import { afterAll, describe, inject, onTestFinished, TestRunner } from "vitest";
import { type Database, openDatabase } from "../src/store/database/open-database.ts";
import { administer } from "./administer.ts";
import type {} from "./global-setup.ts";

/** A database for one test, and how to open it a second time. */
export interface TestDatabase<Tables = unknown> extends Database<Tables> {
  /** Connection string, for further nodes on the same database; null on PGlite, which has one holder. */
  readonly url: string | null;
}

export interface OpenTestOptions {
  /** Start without any table of the engine. */
  readonly empty?: boolean;
}

/**
 * Opens a fresh database with the engine's tables in it. Opened in a test it closes with that test; opened in
 * beforeAll, with the block.
 */
export type OpenTestDatabase = <Tables = unknown>(options?: OpenTestOptions) => Promise<TestDatabase<Tables>>;

/** The same tests on both engines: `eachDatabase("the ledger", (open) => { test(…) })`. */
export function eachDatabase(
  name: string,
  block: (open: OpenTestDatabase, engine: Database["engine"]) => void,
): void {
  declare(`${name} (pglite)`, "pglite", openMemoryCopy, block);
  declare(`${name} (postgresql)`, "postgresql", openServerCopy, block);
}

/** The tests of what only one engine has. */
export function onDatabase(
  engine: Database["engine"],
  name: string,
  block: (open: OpenTestDatabase, engine: Database["engine"]) => void,
): void {
  declare(`${name} (${engine})`, engine, engine === "pglite" ? openMemoryCopy : openServerCopy, block);
}

function declare(
  title: string,
  engine: Database["engine"],
  openCopy: OpenTestDatabase,
  block: (open: OpenTestDatabase, engine: Database["engine"]) => void,
): void {
  describe(title, () => {
    const left: Array<() => Promise<void>> = [];
    afterAll(async () => {
      for (const close of left) await close();
    });
    async function open<Tables>(options?: OpenTestOptions): Promise<TestDatabase<Tables>> {
      const database = await openCopy<Tables>(options);
      // Held by the test that runs, or by the block when none does.
      if (TestRunner.getCurrentTest() === undefined) left.push(database.close);
      else onTestFinished(database.close);
      return database;
    }
    block(open, engine);
  });
}

/** A data directory with the engine's tables in it, for `openDatabase({ directory, template })`. */
export function testTemplate(): Promise<Blob> {
  return openAsBlob(inject("databases").templateFile);
}

async function openMemoryCopy<Tables>(options: OpenTestOptions = {}): Promise<TestDatabase<Tables>> {
  const template = options.empty ? undefined : await testTemplate();
  return { ...(await openDatabase<Tables>({ template })), url: null };
}

async function openServerCopy<Tables>(options: OpenTestOptions = {}): Promise<TestDatabase<Tables>> {
  const { url, templateName } = inject("databases");
  const name = `kehoach_test_${randomUUID().replaceAll("-", "").slice(0, 16)}`;
  await administer(url, `create database ${name} template ${options.empty ? "template0" : templateName}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  const database = await openDatabase<Tables>({ url: own.href });
  let closing: Promise<void> | null = null;
  const run = async () => {
    await database.close();
    await administer(url, `drop database ${name} with (force)`);
  };
  const close = () => (closing ??= run());
  return { ...database, url: own.href, close, [Symbol.asyncDispose]: close };
}
