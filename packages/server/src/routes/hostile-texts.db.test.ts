// Over two hundred hostile texts, through every written field of a command and every filter: kept as they are, run by nobody.

import { afterAll, beforeAll, expect, it } from "vitest";
import { hostileTexts } from "../testing/hostile-texts.ts";
import { as, openTestInstance, type TestInstance } from "../testing/test-instance.ts";

const texts = Object.values(hostileTexts).flat();
const officer = as("officer", "so-tu-phap");
let instance: TestInstance;
let assignment = "";

beforeAll(async () => {
  instance = await openTestInstance();
  const { items } = await instance.engine.assignments({
    planId: instance.plan,
    task: "lap-ke-hoach",
    agency: "so-tu-phap",
  });
  assignment = items[0]?.id ?? "";
  await send({ type: "accept" });
});
afterAll(() => instance.close());

let sent = 0;
async function send(body: object) {
  const answer = await instance.app.inject({
    url: "/api/commands",
    method: "POST",
    headers: officer,
    body: { requestId: `hostile-${++sent}`, planId: instance.plan, assignmentId: assignment, ...body },
  });
  return answer.statusCode;
}
const get = (url: string) => instance.app.inject({ url, headers: officer });

it("keeps each as it was written, in whichever field, and the ledger whole", async () => {
  expect(new Set(texts).size).toBeGreaterThanOrEqual(200);
  expect(texts.length).toBe(new Set(texts).size);
  for (const text of texts) {
    const short = text.slice(0, 80);
    const document = { number: short, date: "2017-01-23", issuer: short, title: short };
    const onBehalfOf = { name: short, position: short, capacity: null };
    const status = await send({ type: "progress", data: { note: text, document }, onBehalfOf });
    expect([text, status]).toEqual([text, /\S/.test(short) ? 200 : 400]);
  }
  const kept: string[] = [];
  for (let after: string | null = ""; after !== null; ) {
    const url = `/api/plans/${instance.plan}/assignments/${assignment}/history?limit=200`;
    const answer = await get(after === "" ? url : `${url}&after=${after}`);
    expect(answer.headers["content-type"]).toContain("application/json");
    const page: { items: { type: string; texts: unknown }[]; next: string | null } = answer.json();
    for (const item of page.items) if (item.type === "progress") kept.push(JSON.stringify(item));
    after = page.next;
  }
  const wanted = texts.filter((text) => /\S/.test(text.slice(0, 80)));
  expect(kept).toHaveLength(wanted.length);
  for (const [index, text] of wanted.entries())
    expect(kept[index]).toContain(JSON.stringify(text).slice(1, -1));
  expect(await instance.engine.verify(instance.plan)).toMatchObject({ intact: true });
});

it("finds nothing by them and fails at none, in any filter or path", async () => {
  for (const text of texts.filter((one) => one.length < 400)) {
    const word = encodeURIComponent(text);
    const list = `/api/plans/${instance.plan}/assignments`;
    const urls = [`${list}?text=${word}&agency=${word}`, `/api/plans/${word}`];
    for (const url of urls) {
      const { statusCode } = await get(url);
      expect([url, statusCode >= 500]).toEqual([url, false]);
    }
  }
  expect((await get(`/api/plans/${instance.plan}`)).statusCode).toBe(200);
});
