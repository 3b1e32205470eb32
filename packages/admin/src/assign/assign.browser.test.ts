// Gives a task outside a plan in a real browser: what is missing, what is wrong, what then stands there.

import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { accessibilityFaults } from "../testing/accessibility.ts";
import { type DemoSite, openDemoSite } from "../testing/demo-site.ts";
import { Session } from "../testing/session.ts";

let site: DemoSite;
let browser: Browser;
let address = "";

beforeAll(async () => {
  site = await openDemoSite("");
  ({ browser, address } = site);
});

afterAll(() => site[Symbol.asyncDispose]());

it("gives a task by a letter, and says in place what keeps it from being given", async () => {
  await using session = await Session.open(browser, address);
  const { page } = session;
  await session.go("/");
  await session.actAs("office@van-phong-ubnd-tinh");
  await page.getByRole("link", { name: "Giao việc" }).first().click();
  await session.settle();
  const give = page.getByRole("button", { name: "Giao nhiệm vụ", exact: true });
  await give.click();
  expect(await page.locator('[aria-invalid="true"]').count()).toBeGreaterThanOrEqual(5);
  expect(await accessibilityFaults(page)).toEqual([]);

  await page.getByLabel("Nội dung nhiệm vụ").fill("Báo cáo kết quả rà soát điểm nóng");
  await page.getByLabel("Cơ quan chủ trì").selectOption("cong-an-tinh");
  await page.getByLabel("Số, ký hiệu").fill("115/UBND-NC");
  await page.getByLabel("Người quyết định").fill("Trần Văn Minh");
  await page.getByLabel("Chức vụ").fill("Phó Chủ tịch");
  await page.getByLabel("Thời hạn").fill("31/6/2017");
  await give.click();
  await page.getByText("Chưa giao được:").waitFor();
  expect(await page.locator('[role="alert"] li').count()).toBe(1);

  await page.getByLabel("Thời hạn").fill("30/6/2017");
  await give.click();
  await page.getByText("Đã giao: 1 lượt giao.").waitFor();
  await page.getByRole("link", { name: "Xem nhiệm vụ" }).click();
  await page.getByRole("heading", { name: "Báo cáo kết quả rà soát điểm nóng" }).first().waitFor();
  const { items } = await session.read<{ items: { number: string; documentId: string }[] }>("plans");
  const given = items.find(({ number }) => number === "115/UBND-NC");
  const verified = await session.read<{ intact: boolean }>(`plans/${given?.documentId}/ledger/verify`);
  expect(verified.intact).toBe(true);
  expect(session.faults).toEqual([]);
});

it("fits a phone", async () => {
  await using session = await Session.open(browser, address, { width: 390 });
  await session.go("/");
  await session.actAs("office@van-phong-ubnd-tinh");
  await session.go("/assign");
  const wide = await session.page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(wide).toBe(false);
  expect(await accessibilityFaults(session.page)).toEqual([]);
});

it("is offered to nobody who gives no tasks", async () => {
  await using session = await Session.open(browser, address);
  await session.go("/");
  await session.actAs("head@cong-an-tinh");
  expect(await session.page.getByRole("link", { name: "Giao việc" }).count()).toBe(0);
});
