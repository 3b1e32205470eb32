// Amends a plan in a real browser, finds the change in the plan's history, and erases a text from it.

import type { PlanHistoryItem } from "@kehoach/server/contract";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { accessibilityFaults, overflow } from "../testing/accessibility.ts";
import { type DemoSite, openDemoSite, plan } from "../testing/demo-site.ts";
import { Session } from "../testing/session.ts";

let site: DemoSite;
let browser: Browser;
let address = "";

beforeAll(async () => {
  site = await openDemoSite("/ke-hoach");
  ({ browser, address } = site);
});

afterAll(() => site[Symbol.asyncDispose]());

it("shows what an amendment would move, stores it, and keeps it in the plan's history", async () => {
  await using session = await Session.open(browser, address);
  const { page } = session;
  await session.go(`/plans/${plan}`);
  await session.actAs("office@van-phong-ubnd-tinh");
  await page.getByRole("link", { name: "Điều chỉnh, bổ sung" }).click();
  await session.settle();
  const button = page.locator("[data-amend]");
  await button.click();
  expect(await page.locator('[aria-invalid="true"]').count()).toBe(1);

  const area = page.getByLabel("Bản soạn của kế hoạch");
  const text = await area.inputValue();
  await page.getByLabel("Số, ký hiệu").fill("120/QĐ-UBND");
  await area.fill(text.replace("30/06/2017", "31/06/2017").replace("30/6/2017", "31/6/2017"));
  await button.click();
  await page.locator("[data-problems]").waitFor();
  await page.getByRole("button", { name: /^Sửa thành/ }).click();
  await area.fill((await area.inputValue()).replace(/30\/0?6\/2017/, "31/7/2017"));
  await button.click();
  await page.getByText("Nếu ban hành, đây sẽ là phiên bản 2").waitFor();
  expect(await page.locator("[data-amendment-report]").textContent()).toContain("31/07/2017");
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole("button", { name: "Ban hành bản điều chỉnh" }).click();
  await page.getByText("phiên bản 2 có hiệu lực").waitFor();

  await session.go(`/plans/${plan}/history`);
  await page.getByRole("button", { name: "Xem thay đổi" }).click();
  await page.locator('[data-version="2"] [data-amendment-report]').getByText("31/07/2017").waitFor();
  await page.getByLabel("Loại").selectOption("version");
  await page.waitForURL(/kind=version/);
  await session.settle();
  await page.locator('[data-type="plan_issued"]').waitFor();
  expect(await page.locator("[data-type]").count()).toBe(2);
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(session.faults).toEqual([]);
});

it("erases a text for those who may, and tells others why they may not amend", async () => {
  await using session = await Session.open(browser, address, { width: 390 });
  const { page } = session;
  await session.go(`/plans/${plan}`);
  await session.actAs("office@van-phong-ubnd-tinh");
  const { items } = await session.read<{ items: PlanHistoryItem[] }>(
    `plans/${plan}/history?first=newest&kind=assignments&limit=200`,
  );
  const told = items.find(({ texts }) => Object.values(texts).some((body) => body !== null));
  if (told === undefined) throw new Error("The demo has no entry with a text.");
  await session.go(`/plans/${plan}/assignments/${told.assignmentId}`);
  const erased = page.getByText("nội dung đã được xóa theo quy định");
  expect(await erased.count()).toBe(0);
  await page.locator("[data-erase]").first().click();
  await page.locator("[data-confirm]").click();
  await page.getByLabel("Lý do xóa").fill("Có dữ liệu cá nhân của người dân");
  expect(await overflow(page)).toBe(0);
  await page.locator("[data-confirm]").click();
  await erased.first().waitFor();

  await session.actAs(`head@${told.about?.agency.id}`);
  await session.go(`/plans/${plan}/amend`);
  await page.getByText("Điều chỉnh, bổ sung").first().waitFor();
  expect(await page.locator("form").count()).toBe(0);
  expect(session.faults).toEqual([]);
});
