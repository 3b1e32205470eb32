// The pages are served at every address of theirs, with the mount prefix, and files as they lie.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fastify, { type FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { protect } from "../security/protect.ts";
import { answerError } from "../trouble.ts";
import { serveAdminPages } from "./admin-pages.ts";

let directory = "";

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "kehoach-pages-"));
  mkdirSync(join(directory, "assets"));
  writeFileSync(
    join(directory, "index.html"),
    '<!doctype html><base href="/" /><link href="./icon.svg" /><script type="module" src="./assets/main-x1.js"></script>',
  );
  writeFileSync(join(directory, "icon.svg"), "<svg/>");
  writeFileSync(join(directory, ".secret"), "no");
  writeFileSync(join(directory, "assets", "main-x1.js"), "export {};");
});

afterAll(() => rmSync(directory, { recursive: true, force: true }));

function pages(prefix: string, from = directory): FastifyInstance {
  const app = fastify();
  protect(app);
  app.setErrorHandler(answerError);
  serveAdminPages(app, { directory: from, prefix });
  return app;
}

describe.each(["", "/kehoach", "/a/b"])("mounted at “%s”", (prefix) => {
  it("answers the document at every page's address, with its prefix", async () => {
    const app = pages(prefix);
    for (const path of ["/", "/plans/kh-42-2017", "/plans/x?bucket=overdue", "/plans/a.b-c/tasks/t1"]) {
      const answer = await app.inject({ url: `${prefix}${path}` });
      expect([path, answer.statusCode]).toEqual([path, 200]);
      expect(answer.headers["content-type"]).toContain("text/html");
      expect(answer.headers["cache-control"]).toBe("no-cache");
      expect(answer.body).toContain(`<base href="${prefix}/"`);
      expect(answer.body).toContain(`src="${prefix}/assets/main-x1.js"`);
    }
    await app.close();
  });

  it("keeps hashed assets for good and other files not", async () => {
    const app = pages(prefix);
    const asset = await app.inject({ url: `${prefix}/assets/main-x1.js` });
    expect(asset.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    const icon = await app.inject({ url: `${prefix}/icon.svg` });
    expect([icon.statusCode, icon.headers["cache-control"]]).toEqual([200, "no-cache"]);
    await app.close();
  });

  it("does not answer the document for missing files, the interface or anything hidden", async () => {
    const app = pages(prefix);
    for (const path of [
      "/assets/gone.js",
      "/gone.png",
      "/api/nothing",
      "/api",
      "/.secret",
      "/..%2f..%2fetc%2fpasswd",
    ]) {
      const answer = await app.inject({ url: `${prefix}${path}` });
      expect([path, answer.statusCode, answer.json().code]).toEqual([path, 404, "not_found"]);
    }
    await app.close();
  });
});

it("redirects the bare prefix to its folder", async () => {
  const app = pages("/kehoach");
  const answer = await app.inject({ url: "/kehoach" });
  expect([answer.statusCode, answer.headers.location]).toEqual([308, "/kehoach/"]);
  await app.close();
});

it("says what to do when the pages are not built", async () => {
  const app = pages("", join(directory, "nowhere"));
  const answer = await app.inject({ url: "/" });
  expect(answer.statusCode).toBe(503);
  expect(answer.body).toContain("npx -y pnpm@12 build");
  expect(answer.body).not.toMatch(/<style|<script|style=/);
  await app.close();
});
