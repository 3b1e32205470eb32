// The record of work over HTTP: its documents in order, only for those who may read them, and as a document.

import { endOfDay } from "@kehoach/engine/calendar";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { SheetBody } from "../contract/index.ts";
import { readZip } from "../testing/read-zip.ts";
import { as, openTestInstance, type TestInstance } from "../testing/test-instance.ts";

let instance: TestInstance;
let path = "";
const office = as("office", "van-phong-ubnd-tinh");
let elsewhere = office;

beforeAll(async () => {
  instance = await openTestInstance();
  const { engine, clock, plan } = instance;
  const { items } = await engine.assignments({
    planId: plan,
    agency: "cong-an-tinh",
    role: "lead",
    open: true,
  });
  const compiled = await engine.compiled(plan);
  // A district makes a plan of its own and has no part in what the police do.
  const districts = await engine.assignments({ planId: plan, task: "lap-ke-hoach" }, { limit: 500 });
  elsewhere = as(
    "head",
    districts.items.find(({ agencyId }) => agencyId.startsWith("ubnd-"))?.agencyId ?? "",
  );
  const withProduct = items.find(
    ({ taskId, held }) =>
      !held && compiled?.tasks.get(taskId)?.task.products.some(({ required }) => required),
  );
  if (withProduct === undefined) throw new Error("The test plan has no task with a product.");
  path = `/api/plans/kh-42-2017/assignments/${withProduct.id}/record`;
  const required = compiled?.tasks.get(withProduct.taskId)?.task.products.filter((one) => one.required) ?? [];
  clock.moveTo(endOfDay("2017-03-09", "08:00"));
  const actor = { id: "p", name: "p", agency: "cong-an-tinh", roles: ["head" as const] };
  const send = (type: string, data?: object) =>
    engine.dispatch({ target: "assignment", planId: plan, assignmentId: withProduct.id, type, actor, data });
  if (withProduct.stage === "assigned") await send("accept");
  const document = { number: "115/BC-CAT", date: "2017-03-08", issuer: null, title: null };
  const products = Object.fromEntries(required.map(({ id }) => [id, document]));
  expect(await send("submit", { products })).toMatchObject({ accepted: true });
});

afterAll(() => instance.close());

async function get(url: string, headers = office) {
  return instance.app.inject({ url, headers });
}

it("lists the document that gives the task and those that came with it", async () => {
  const sheet: SheetBody = (await get(path)).json();
  expect(sheet.title).toBe("Hồ sơ công việc");
  expect(sheet.rows[0]?.cells.slice(0, 3)).toEqual([1, { date: expect.any(String) }, "42/KH-UBND"]);
  expect(sheet.rows.slice(1).map(({ cells }) => cells.slice(1, 3))).toContainEqual([
    { date: "2017-03-08" },
    "115/BC-CAT",
  ]);
  const documents = sheet.rows.slice(0, 2);
  expect(documents.map(({ cells }) => cells[0])).toEqual([1, 2]);
});

it("tells those who may not read evidence that there is more, and not what", async () => {
  const answer = await get(path, elsewhere);
  expect(answer.statusCode).toBe(200);
  expect(answer.body).not.toContain("115/BC-CAT");
  const sheet: SheetBody = answer.json();
  expect(sheet.notes).toHaveLength(2);
});

it("comes as a document to keep", async () => {
  const answer = await get(`${path}/docx?lang=vi`);
  expect(answer.headers["content-disposition"]).toContain("ho-so-cong-viec.docx");
  const files = readZip(answer.rawPayload);
  expect(String(files.get("word/document.xml"))).toContain("115/BC-CAT");
  expect((await get(path.replace(/[0-9a-f]{12}\/record$/, "000000000000/record"))).statusCode).toBe(404);
});

it("lists for the submission who agreed, who differs and who is silent", async () => {
  const { engine, plan } = instance;
  const { items } = await engine.assignments({ planId: plan, role: "coordinator" }, { limit: 500 });
  const [asked] = items;
  const others = items.filter(({ of }) => of === asked?.of);
  if (asked === undefined) throw new Error("The test plan asks nobody.");
  const actor = { id: "c", name: "c", agency: asked.agencyId, roles: ["head" as const] };
  const answer = { target: "assignment", planId: plan, assignmentId: asked.id, type: "answer" } as const;
  expect(await engine.dispatch({ ...answer, actor, data: { answer: "differ" } })).toMatchObject({
    accepted: true,
  });
  const sheet: SheetBody = (await get(`/api/plans/kh-42-2017/assignments/${asked.of}/record`)).json();
  const heading = sheet.rows.findIndex(({ kind }) => kind === "heading");
  const listed = sheet.rows.slice(heading + 1);
  expect(listed).toHaveLength(others.length);
  expect(listed.filter(({ cells }) => cells[3] === "Có ý kiến khác")).toHaveLength(1);
  expect(listed.filter(({ cells }) => cells[3] === "Chưa trả lời")).toHaveLength(others.length - 1);
});
