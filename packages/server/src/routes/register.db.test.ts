// Acting in somebody's place over HTTP: an authority is registered, offered, used, and refused beyond what it gives.

import { afterAll, beforeAll, expect, it } from "vitest";
import type { AllowedCommandBody } from "../contract/index.ts";
import { as, openTestInstance, type TestInstance } from "../testing/test-instance.ts";

let instance: TestInstance;
let commands = "";
let assignmentId = "";
const officer = as("officer", "so-tu-phap");
const office = as("office", "van-phong-ubnd-tinh");

beforeAll(async () => {
  instance = await openTestInstance();
  const filter = { planId: instance.plan, task: "lap-ke-hoach", agency: "so-tu-phap" };
  assignmentId = (await instance.engine.assignments(filter)).items[0]?.id ?? "";
  commands = `/api/plans/${instance.plan}/assignments/${assignmentId}/commands`;
});
afterAll(() => instance.close());

const get = async (url: string, headers: Record<string, string>) =>
  (await instance.app.inject({ url, headers })).json();
const post = async (url: string, headers: Record<string, string>, body: object) => {
  const answer = await instance.app.inject({ url, method: "POST", headers, body });
  return { status: answer.statusCode, body: answer.json() };
};

it("lets the person whom the register names act for another, and nobody else", async () => {
  const me: { actor: { id: string } } = await get("/api/me", officer);
  const text = `kehoach: 1
kind: authorities
id: leave
title: Ủy quyền
from: 2017-01-01
people:
  - { id: director, name: Giám đốc Sở Tư pháp, agency: so-tu-phap, roles: head }
  - { id: "${me.actor.id}", name: Phó Giám đốc, agency: so-tu-phap, roles: officer }
authorities:
  - id: leave
    substitute: "${me.actor.id}"
    stands_for: director
    document: { number: 05/GUQ-STP, date: 2017-01-03 }
    from: 2017-01-03
    to: 2017-12-31
`;
  const documents = [{ text }];
  const barred = await post("/api/register", officer, { documents });
  expect(barred.body).toMatchObject({ registered: false, refusal: { code: "not_your_role" } });
  const faulty = await post("/api/register", office, { documents: [{ text: text.replace("head", "hed") }] });
  expect(faulty.body).toMatchObject({ registered: false, problems: [{ code: "keyword_unknown" }] });
  expect((await post("/api/register", office, { documents })).body).toMatchObject({
    registered: true,
    documents: [{ kind: "authorities", id: "leave", from: "2017-01-01" }],
  });

  expect(await get("/api/me", officer)).toMatchObject({
    authorities: [{ authority: "leave", name: "Giám đốc Sở Tư pháp", roles: ["head"], to: "2017-12-31" }],
  });
  expect(await get("/api/me", office)).toMatchObject({ authorities: [] });
  expect((await get("/api/authorities", office)).items).toHaveLength(1);
  expect((await get("/api/authorities", as("head", "so-y-te"))).items).toEqual([]);

  const decline = async (query: string) => {
    const { items }: { items: AllowedCommandBody[] } = await get(`${commands}${query}`, officer);
    return items.find(({ type }) => type === "decline")?.refusal?.code ?? null;
  };
  expect(await decline("")).toBe("not_your_role");
  expect(await decline("?authority=leave")).toBeNull();
  const command = {
    planId: instance.plan,
    assignmentId,
    type: "decline",
    data: { reason: "Không đúng chức năng" },
  };
  const send = (requestId: string, authority: string, headers = officer) =>
    post("/api/commands", headers, { ...command, requestId, authority });
  expect(await send("a", "other")).toMatchObject({ status: 404, body: { code: "unknown_authority" } });
  expect(await send("b", "leave", as("clerk", "so-tu-phap"))).toMatchObject({ status: 404 });
  expect(await send("c", "leave")).toMatchObject({ status: 200 });
});
