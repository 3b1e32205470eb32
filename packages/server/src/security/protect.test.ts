// Writes from other sites are refused, whichever way a browser tells of them; reads are not.

import fastify from "fastify";
import { expect, test } from "vitest";
import { answerError } from "../trouble.ts";
import { protect } from "./protect.ts";

async function statusFor(method: "GET" | "POST", headers: Record<string, string>): Promise<number> {
  const app = fastify();
  protect(app);
  app.setErrorHandler(answerError);
  app.all("/", async () => ({ done: true }));
  const answer = await app.inject({
    method,
    url: "/",
    headers: { host: "kehoach.example:8042", ...headers },
  });
  await app.close();
  return answer.statusCode;
}

const matrix: [what: string, headers: Record<string, string>, status: number][] = [
  ["no browser", {}, 200],
  ["the same page", { "sec-fetch-site": "same-origin", origin: "http://kehoach.example:8042" }, 200],
  ["typed by hand", { "sec-fetch-site": "none" }, 200],
  ["an old browser's own page", { origin: "http://kehoach.example:8042" }, 200],
  ["another site", { "sec-fetch-site": "cross-site", origin: "https://evil.example" }, 403],
  ["another host of the same site", { "sec-fetch-site": "same-site" }, 403],
  ["an old browser on another site", { origin: "https://evil.example" }, 403],
  ["another port", { origin: "http://kehoach.example:9000" }, 403],
  ["a page without an origin", { origin: "null" }, 403],
  [
    "the right origin, but said to come from elsewhere",
    { "sec-fetch-site": "cross-site", origin: "http://kehoach.example:8042" },
    403,
  ],
];

test.each(matrix)("a write from %s", async (_what, headers, status) => {
  expect(await statusFor("POST", headers)).toBe(status);
});

test.each(matrix)("a read from %s is answered", async (_what, headers) => {
  expect(await statusFor("GET", headers)).toBe(200);
});

test("every answer carries the security headers, errors too", async () => {
  const app = fastify();
  protect(app);
  for (const url of ["/", "/nothing"]) {
    const { headers } = await app.inject({ url });
    expect(headers["content-security-policy"]).toBe(
      "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["referrer-policy"]).toBe("same-origin");
  }
  await app.close();
});
