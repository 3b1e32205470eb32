// Runs once before the tests that need a database: starts the server and makes a template for each engine.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { openDatabase } from "../src/store/database/open-database.ts";
import { openMemory } from "../src/store/database/open-pglite.ts";
import { administer } from "./administer.ts";
import { startPostgres } from "./postgres-server.ts";
import { prepareTemplate } from "./prepare-template.ts";

/** Where the tests find what this prepared. */
export interface TestSetup {
  /** A superuser's connection string; names no database of ours. */
  readonly url: string;
  /** The PostgreSQL database to copy for a test. */
  readonly templateName: string;
  /** A dumped PGlite data directory to start a test from. */
  readonly templateFile: string;
}

declare module "vitest" {
  export interface ProvidedContext {
    databases: TestSetup;
  }
}

const templateName = "kehoach_template";

/** Returns the teardown. A server named by KEHOACH_TEST_URL is used instead of starting one. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "kehoach-templates-"));
  const templateFile = join(folder, "pglite.tar");
  const given = process.env.KEHOACH_TEST_URL;
  const [server] = await Promise.all([
    given === undefined ? startPostgres() : null,
    dumpTemplate(templateFile),
  ]);
  const url = given ?? server?.url ?? "";
  await makeTemplate(url);
  project.provide("databases", { url, templateName, templateFile });
  return async () => {
    rmSync(folder, { recursive: true, force: true });
    await server?.stop();
  };
}

async function dumpTemplate(file: string): Promise<void> {
  await using memory = await openMemory({ prepare: prepareTemplate });
  const dump = await memory.pglite.dumpDataDir("none");
  writeFileSync(file, Buffer.from(await dump.arrayBuffer()));
}

async function makeTemplate(url: string): Promise<void> {
  await administer(url, `drop database if exists ${templateName}`);
  await administer(url, `create database ${templateName} template template0`);
  const template = new URL(url);
  template.pathname = `/${templateName}`;
  await using _ = await openDatabase({ url: template.href, prepare: prepareTemplate });
}
