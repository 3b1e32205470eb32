// Holds that looking for register documents never leaves the root, however the way is written.

import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { openSession } from "../session.ts";
import { isInside, registerFilesNear } from "./register-files.ts";

const top = mkdtempSync(join(tmpdir(), "kehoach-files-"));
const root = join(top, "root");
const write = (path: string, text = "kehoach: 1\n") => {
  mkdirSync(join(top, path, ".."), { recursive: true });
  writeFileSync(join(top, path), text);
};
write("root/plans/sub/plan.yaml");
write("root/plans/sub/register/a.yaml");
write("root/plans/register/b.yml");
write("root/plans/register/notes.txt");
write("root/register/c.yaml");
write("register/outside.yaml");
write("elsewhere/secret.yaml");
symlinkSync(join(top, "elsewhere/secret.yaml"), join(root, "register/link.yaml"));
afterAll(() => rmSync(top, { recursive: true, force: true }));

function foundFrom(workingDirectory: string, plan: string, home?: string): string[] {
  const session = openSession([], {
    write: () => {},
    writeError: () => {},
    workingDirectory,
    ...(home !== undefined && { home }),
    environment: {},
    colour: false,
  });
  return registerFilesNear(session, plan).map(({ path }) => basename(path));
}

it("finds them beside the plan and above, nearest first, up to the root", () => {
  expect(foundFrom(root, join(root, "plans/sub/plan.yaml"))).toEqual(["a.yaml", "b.yml", "c.yaml"]);
});

it("looks up to the home of a run that was typed further down", () => {
  const below = join(root, "plans/sub");
  expect(foundFrom(below, join(below, "plan.yaml"))).toEqual(["a.yaml"]);
  expect(foundFrom(below, join(below, "plan.yaml"), root)).toEqual(["a.yaml", "b.yml", "c.yaml"]);
});

it("stays in the plan's folder when that lies outside the working directory", () => {
  expect(foundFrom(join(top, "elsewhere"), join(root, "plans/sub/plan.yaml"))).toEqual(["a.yaml"]);
});

it("follows no link, of a file or of the folder", () => {
  mkdirSync(join(root, "linked"));
  write("root/linked/plan.yaml");
  symlinkSync(join(top, "register"), join(root, "linked/register"));
  expect(foundFrom(root, join(root, "linked/plan.yaml"))).toEqual(["c.yaml"]);
});

it("takes a plan reached through a link for where it really lies", () => {
  symlinkSync(join(top, "elsewhere"), join(root, "way-out"));
  mkdirSync(join(top, "elsewhere/register"), { recursive: true });
  write("elsewhere/register/own.yaml");
  expect(foundFrom(root, join(root, "way-out/secret.yaml"))).toEqual(["own.yaml"]);
});

it.each([
  ["/a", "/a", true],
  ["/a", "/a/b", true],
  ["/a", "/a/..b", true],
  ["/a", "/a/../b", false],
  ["/a", "/ab", false],
  ["/a", "/", false],
  ["/a/b", "/a", false],
])("holds %s to contain %s: %s", (folder, path, inside) => {
  expect(isInside(folder, path)).toBe(inside);
});
