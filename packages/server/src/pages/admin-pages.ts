// The built pages: hashed assets for good, every other address the one document, with the mount prefix in it.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import { serverWords } from "@kehoach/engine/words";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { RequestTrouble } from "../trouble.ts";

export interface PagesOptions {
  /** The folder Vite built; it need not exist. */
  directory: string;
  /** "" or "/…" without a trailing slash. */
  prefix: string;
}

/** Answers every GET that is neither the interface's nor a file's with the pages' document. */
export function serveAdminPages(app: FastifyInstance, { directory, prefix }: PagesOptions): void {
  const built = existsSync(join(directory, "index.html"));
  if (built) {
    app.register(fastifyStatic, {
      root: directory,
      prefix: `${prefix}/`,
      index: false,
      cacheControl: false,
      // A path segment that begins with a dot is nobody's business.
      dotfiles: "ignore",
      setHeaders(reply: FastifyReply, path: string) {
        const hashed = path.startsWith(join(directory, "assets"));
        reply.header("cache-control", hashed ? "public, max-age=31536000, immutable" : "no-cache");
      },
    });
    // The plugin answers a folder's own address with 404, and the pages begin there.
    app.get(`${prefix}/`, (_request, reply) => sendDocument(reply, directory, prefix));
  }
  if (prefix !== "") app.get(prefix, (_request, reply) => reply.redirect(`${prefix}/`, 308));
  app.setNotFoundHandler((request, reply) => {
    if (!isPage(request, prefix)) throw new RequestTrouble("not_found");
    return built ? sendDocument(reply, directory, prefix) : sendNotBuilt(reply);
  });
}

function isPage(request: FastifyRequest, prefix: string): boolean {
  if (request.method !== "GET" && request.method !== "HEAD") return false;
  const path = request.url.split("?", 1)[0] ?? "";
  if (!path.startsWith(`${prefix}/`)) return false;
  const inside = path.slice(prefix.length);
  if (inside === "/api" || inside.startsWith("/api/") || inside.startsWith("/assets/")) return false;
  if (/%2f|%5c|\/\./i.test(inside)) return false;
  return !/\.[a-z0-9]{1,10}$/i.test(inside);
}

function sendDocument(reply: FastifyReply, directory: string, prefix: string): FastifyReply {
  const html = readFileSync(join(directory, "index.html"), "utf8")
    .replace('<base href="/"', `<base href="${prefix}/"`)
    .replaceAll(/\b(src|href)="\.\//g, `$1="${prefix}/`);
  if (html.includes("<base ")) {
    // The document names its own base; none but this server's own may be named.
    const policy = "default-src 'self'; object-src 'none'; base-uri 'self'; frame-ancestors 'none'";
    reply.header("content-security-policy", policy);
  }
  return reply.header("cache-control", "no-cache").type("text/html; charset=utf-8").send(html);
}

function sendNotBuilt(reply: FastifyReply): FastifyReply {
  const [vi, en] = [serverWords.vi.pagesNotBuilt, serverWords.en.pagesNotBuilt];
  const html = `<!doctype html>
<html lang="vi">
  <head><meta charset="utf-8" /><title>${vi.title}</title></head>
  <body>
    <main>
      <h1>${vi.title}</h1>
      <p>${vi.body}</p>
      <pre>npx -y pnpm@12 build</pre>
      <h2 lang="en">${en.title}</h2>
      <p lang="en">${en.body}</p>
    </main>
  </body>
</html>
`;
  return reply.code(503).header("cache-control", "no-store").type("text/html; charset=utf-8").send(html);
}
