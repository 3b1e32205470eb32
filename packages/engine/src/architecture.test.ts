// Holds the line of the house: who may import whom, what stays pure, and how files are named and opened.

import { readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { basename, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** The reading order; each stage may use itself and those before it. */
const stages = ["language", "compile", "execute", "store"] as const;
/** Use no stage. */
const leaves = ["calendar", "measure", "organisation", "ledger", "words"];
/** Run unchanged in a browser. */
const pure = ["language", "compile", "execute", ...leaves];
/** Stand above the stages: may use them all, and none uses them. */
const above = ["engine", "testing"];
/** Files at the top of the engine that any of its folders may use. */
const freeForAll = ["engine-error.ts", "shape-check.ts"];
/** The library's face: what carries it out may know its types, never its values. */
const face = "engine/engine.ts";

interface SourceFile {
  /** From the workspace's root, with "/" on every system. */
  path: string;
  text: string;
}

interface ImportLine {
  from: string;
  typeOnly: boolean;
}

const files = readSources();
const ours = (file: SourceFile) => !file.path.includes("/generated/");
const isTest = (file: SourceFile) => /\.test\.tsx?$/.test(file.path);
/** Tests and what only they use. */
const isFixture = (file: SourceFile) => isTest(file) || file.path.includes("/testing/");
const shipped = files.filter((file) => !isTest(file) && file.path.includes("/src/"));

describe("the import line", () => {
  it("is there to be held", () => {
    expect(files.length).toBeGreaterThan(40);
    expect(shipped.some((file) => importsOf(file.text).length > 3)).toBe(true);
  });

  it("finds what crosses it", () => {
    const at = (path: string, text: string) => ({ path: `packages/engine/src/${path}`, text });
    expect(wrongTurns(at("language/a.ts", 'import { b } from "../compile/b.ts";'))).toHaveLength(1);
    expect(wrongTurns(at("calendar/a.ts", 'import {\n  b,\n} from "../language/b.ts";'))).toHaveLength(1);
    expect(wrongTurns(at("ledger/a.ts", 'export * from "../index.ts";'))).toHaveLength(1);
    expect(wrongTurns(at("execute/a.ts", 'const b = await import("../store/b.ts");'))).toHaveLength(1);
    expect(wrongTurns(at("store/a.ts", 'import { b } from "../compile/b.ts";'))).toEqual([]);
    expect(wrongTurns(at("store/a.ts", 'import type { Page } from "../engine/engine.ts";'))).toEqual([]);
    expect(wrongTurns(at("store/a.ts", 'import { buckets } from "../engine/engine.ts";'))).toHaveLength(1);
    expect(wrongTurns(at("store/a.ts", 'import { passTime } from "../testing/index.ts";'))).toHaveLength(1);
    expect(wrongTurns(at("testing/a.ts", 'import { nextWakeUp } from "../store/sweep.ts";'))).toEqual([]);
    expect(foreign(at("execute/a.ts", 'import "node:fs";'))).toHaveLength(1);
    expect(foreign(at("compile/a.ts", 'import { Pool } from "pg";'))).toHaveLength(1);
    expect(foreign(at("store/a.ts", 'import { createMachine } from "xstate";'))).toHaveLength(1);
    expect(foreign(at("store/a.ts", 'import fs from "fs";'))).toEqual([]);
  });

  it("runs left between the engine's folders", () => {
    expect(files.flatMap(wrongTurns)).toEqual([]);
  });

  it("keeps each library behind its folder", () => {
    expect(shipped.flatMap(foreign)).toEqual([]);
  });

  it("runs left between packages, through their entries", () => {
    expect(files.filter((file) => file.path.startsWith("packages/")).flatMap(wrongPackages)).toEqual([]);
  });
});

describe("purity", () => {
  it("reads no clock and draws no chance outside what is handed in", () => {
    const impure = /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bperformance\.now\b|\brandomUUID\b/g;
    const found = shipped
      .filter((file) => pure.includes(folderOf(file) ?? ""))
      .flatMap((file) =>
        [...withoutComments(file.text).matchAll(impure)].map((hit) => `${file.path}: ${hit[0]}`),
      );
    expect(found).toEqual([]);
  });
});

describe("names and files", () => {
  it("have no default exports", () => {
    const found = files.filter(
      (file) =>
        !file.path.endsWith(".config.ts") &&
        /^export default\b|^export \{[^}]*\bas default\b/m.test(withoutComments(file.text)),
    );
    expect(found.filter(ours).map((file) => file.path)).toEqual([]);
  });

  it("say what they hold", () => {
    const vague = /(^|[-.])(util|utils|helper|helpers|common|manager|managers|service|services)($|[-.])/;
    const found = files.filter((file) => file.path.split("/").some((part) => vague.test(part)));
    expect(found.map((file) => file.path)).toEqual([]);
  });

  it("are in kebab-case", () => {
    const found = files.filter((file) => !/^[a-z0-9]+([-.][a-z0-9]+)*\.tsx?$/.test(basename(file.path)));
    expect(found.map((file) => file.path)).toEqual([]);
  });

  it("stay within 400 lines", () => {
    const found = files.filter((file) => ours(file) && file.text.trimEnd().split("\n").length > 400);
    expect(found.map((file) => file.path)).toEqual([]);
  });

  it("open with a comment that says their job", () => {
    const found = files.filter((file) => ours(file) && !/^(#!.*\n)?(\/\/ \S|\/\*\*? ?\S)/.test(file.text));
    expect(found.map((file) => file.path)).toEqual([]);
  });
});

/** Imports inside the engine that point right, or from a leaf to a stage. */
function wrongTurns(file: SourceFile): string[] {
  const here = folderOf(file);
  if (here === null || above.includes(here)) return [];
  return importsOf(file.text).flatMap(({ from, typeOnly }) => {
    const target = targetWithin(file, from);
    if (target === null || (target === face && typeOnly && here === "store")) return [];
    const allowed = leaves.includes(here)
      ? leaves
      : [...stages.slice(0, stages.indexOf(here as never) + 1), ...leaves];
    const [folder = "", ...rest] = target.split("/");
    const fine =
      rest.length === 0 ? freeForAll.includes(folder) : allowed.includes(folder) || folder === here;
    return fine ? [] : [`${file.path} imports ${from}`];
  });
}

/** Libraries used outside the folder they are kept in. */
function foreign(file: SourceFile): string[] {
  if (file.path.startsWith("packages/bench/")) return [];
  const folder = folderOf(file);
  return importsOf(file.text).flatMap(({ from, typeOnly }) => {
    const name = from.startsWith("@") ? from.split("/").slice(0, 2).join("/") : (from.split("/")[0] ?? from);
    const builtIn = from.startsWith("node:") || builtinModules.includes(from);
    const wrong =
      (builtIn && pure.includes(folder ?? "")) ||
      (name === "xstate" && folder !== "compile" && !file.path.startsWith("packages/admin/")) ||
      (["kysely", "pg", "@electric-sql/pglite"].includes(name) &&
        folder !== "store" &&
        !(typeOnly && folder === "engine"));
    return wrong ? [`${file.path} imports ${from}`] : [];
  });
}

/** Packages that use one they must not, reach into another's files, or bring the engine into the pages. */
function wrongPackages(file: SourceFile): string[] {
  const mayUse: Record<string, readonly string[]> = {
    engine: [],
    server: ["engine"],
    admin: ["engine", "server"],
    cli: ["engine", "server"],
    bench: ["engine", "server", "cli"],
  };
  const own = file.path.split("/")[1] ?? "";
  return importsOf(file.text).flatMap(({ from, typeOnly }) => {
    if (from.startsWith(".")) {
      const inside = relative(join(root, "packages", own), join(root, file.path, "..", from));
      return inside.startsWith("..") && !isFixture(file) && own !== "bench"
        ? [`${file.path} reaches into ${from}`]
        : [];
    }
    const [scope, name = "", ...entry] = from.split("/");
    if (scope !== "@kehoach" || name === own) return [];
    const fine =
      mayUse[own]?.includes(name) &&
      (own !== "admin" || isFixture(file) || mayReachPages(name, entry.join("/"), typeOnly, file.path));
    return fine ? [] : [`${file.path} imports ${from}`];
  });
}

/** The pages know the contract, the words and the leaves of dates and exact fractions; the language and what follows it
 *  only inside the author's worker. */
function mayReachPages(name: string, entry: string, typeOnly: boolean, path: string): boolean {
  if (name === "server") return entry === "contract";
  return typeOnly || ["words", "calendar", "measure"].includes(entry) || path.includes("worker");
}

/** The folder of the engine a file is in; null at its top and outside it. */
function folderOf(file: SourceFile): string | null {
  const inside = /^packages\/engine\/src\/([^/]+)\//.exec(file.path);
  return inside?.[1] ?? null;
}

/** What a relative import names, from the engine's `src`; null when it leaves it or is no relative import. */
function targetWithin(file: SourceFile, from: string): string | null {
  if (!from.startsWith(".")) return null;
  const target = relative(join(root, "packages/engine/src"), join(root, file.path, "..", from));
  return target.startsWith("..") ? null : target.split(sep).join("/");
}

function importsOf(text: string): ImportLine[] {
  const statement =
    /(?:^|\n)\s*(?:import|export)\s+(type\s)?(?:[^;"'`]*?\sfrom\s*)?["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']/g;
  return [...withoutComments(text).matchAll(statement)].map((found) => ({
    from: found[2] ?? found[3] ?? "",
    typeOnly: found[1] !== undefined,
  }));
}

/** Good enough for finding words: a comment mark inside a string ends that line early. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|[^:"'`\\])\/\/.*$/gm, "$1");
}

function readSources(): SourceFile[] {
  const found: SourceFile[] = [];
  const walk = (folder: string) => {
    for (const item of readdirSync(join(root, folder), { withFileTypes: true })) {
      if (["node_modules", "dist", "dist-types", "public"].includes(item.name)) continue;
      const path = `${folder}/${item.name}`;
      if (item.isDirectory()) walk(path);
      else if (/\.tsx?$/.test(item.name)) found.push({ path, text: readFileSync(join(root, path), "utf8") });
    }
  };
  for (const folder of ["packages", "examples", ".ci"]) walk(folder);
  return found;
}
