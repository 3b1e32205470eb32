// Files in a real browser: attached, listed, saved again as they were, and refused with words a person understands.

import { readFileSync } from "node:fs";
import type { AssignmentItem } from "@kehoach/server/contract";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { accessibilityFaults, overflow } from "./accessibility.ts";
import { type DemoSite, openDemoSite, plan } from "./demo-site.ts";
import { Session } from "./session.ts";

let site: DemoSite;
let browser: Browser;
let address = "";

beforeAll(async () => {
  site = await openDemoSite("/ke-hoach");
  ({ browser, address } = site);
});

afterAll(() => site[Symbol.asyncDispose]());

const pdf = Buffer.from("%PDF-1.7\n% báo cáo\n%%EOF\n");

async function openOne(session: Session, task: string): Promise<AssignmentItem> {
  const { items } = await session.read<{ items: AssignmentItem[] }>(
    `plans/${plan}/assignments?role=lead&task=${task}&open=true&limit=200`,
  );
  const free = items.find(({ held, stage }) => !held && ["assigned", "in_progress"].includes(stage.id));
  if (free === undefined) throw new Error("The demo has no such assignment that is open.");
  return free;
}

it("takes a file to an assignment and gives it back", async () => {
  await using session = await Session.open(browser, address, { width: 390 });
  const { page } = session;
  await session.go("/");
  const item = await openOne(session, "lap-ke-hoach");
  await session.go(`/plans/${plan}/assignments/${item.id}`);
  await session.actAs(`head@${item.agency.id}`);

  await page.getByRole("button", { name: "Đính kèm" }).click();
  await page.getByText("Còn thiếu hoặc chưa đúng").waitFor();
  const name = "Kế hoạch riêng (bản ký).pdf";
  await page.locator('input[type="file"]').setInputFiles({ name, mimeType: "application/pdf", buffer: pdf });
  await page.getByRole("button", { name: "Đính kèm" }).click();
  await page.getByText("Đã đính kèm.").waitFor();
  const links = page.getByRole("link", { name });
  await links.nth(1).waitFor();
  expect(await links.count()).toBe(2);
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);

  const [download] = await Promise.all([page.waitForEvent("download"), links.first().click()]);
  expect(download.suggestedFilename()).toBe(name);
  expect(readFileSync(await download.path()).equals(pdf)).toBe(true);
  expect(session.faults).toEqual([]);

  // A page under a document's name.
  const html = Buffer.from("<html><script>alert(1)</script></html>");
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: "a.pdf", mimeType: "application/pdf", buffer: html });
  await page.getByRole("button", { name: "Đính kèm" }).click();
  await page.getByRole("alert").getByText("Nội dung tệp không đúng").waitFor();
});

it("attaches files ahead of a report in one step, and keeps what is attached when another is refused", async () => {
  await using session = await Session.open(browser, address);
  const { page } = session;
  await session.go("/");
  const item = await openOne(session, "lap-ke-hoach");
  await session.go(`/plans/${plan}/assignments/${item.id}`);
  await session.actAs(`head@${item.agency.id}`);
  if (item.stage.id === "assigned") {
    await session.ask("accept");
    expect(await session.confirm()).toBe("done");
    await session.closeDialogue();
  }
  await session.ask("submit");
  await page.getByText("Đính kèm tệp cùng lúc").click();
  const numbers = page.locator('[data-dialogue] input[placeholder^="15/BC"]');
  for (const number of await numbers.all()) await number.fill("15/KH-UBND");
  const html = Buffer.from("<html></html>");
  await page.getByLabel("Tài liệu kèm theo khác").setInputFiles([
    { name: "tot.pdf", mimeType: "application/pdf", buffer: Buffer.concat([pdf, Buffer.from("%\n")]) },
    { name: "hong.pdf", mimeType: "application/pdf", buffer: html },
  ]);
  await page.locator('[data-chosen="hong.pdf"]').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await session.confirm()).toBe("refused");
  await page.getByText("Tệp hong.pdf chưa đính kèm được").waitFor();
  expect(await page.locator("[data-kept]").textContent()).toContain("tot.pdf");
  await page.getByRole("button", { name: "Sửa và gửi lại" }).click();
  await page.locator('[data-chosen="tot.pdf"]').getByText("Đã đính kèm").waitFor();
  await page.getByRole("button", { name: "Bỏ tệp hong.pdf" }).click();
  expect(await session.confirm()).toBe("done");
  await session.closeDialogue();
  await session.showsStage("submitted");
  expect(await page.getByRole("link", { name: "tot.pdf" }).count()).toBeGreaterThan(0);
});

it("shows no form where nothing can be attached, and says why", async () => {
  await using session = await Session.open(browser, address);
  const { page } = session;
  await session.go("/");
  const { items } = await session.read<{ items: AssignmentItem[] }>(
    `plans/${plan}/assignments?role=lead&task=dieu-tra-co-ban&limit=1`,
  );
  await session.go(`/plans/${plan}/assignments/${items[0]?.id}`);
  await session.actAs("office@van-phong-ubnd-tinh");
  await page.getByText("được quản lý ở nơi khác").first().waitFor();
  expect(await page.getByRole("button", { name: "Đính kèm" }).count()).toBe(0);
  expect(session.faults).toEqual([]);
});
