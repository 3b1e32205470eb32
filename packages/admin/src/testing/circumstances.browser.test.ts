// A clerk types what the head decided on paper days before: both names, both days, in a real browser.

import type { AssignmentItem, HistoryItem } from "@kehoach/server/contract";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accessibilityFaults, overflow } from "./accessibility.ts";
import { type DemoSite, openDemoSite, plan } from "./demo-site.ts";
import { Session } from "./session.ts";

let site: DemoSite;
let browser: Browser;
let address = "";

beforeAll(async () => {
  site = await openDemoSite();
  ({ browser, address } = site);
});

afterAll(() => site[Symbol.asyncDispose]());

describe("a command on behalf", () => {
  it("keeps who typed and who decided, when it happened and when it was typed", async () => {
    await using session = await Session.open(browser, address, { width: 390 });
    const { page } = session;
    await session.go("/");
    const { items } = await session.read<{ items: AssignmentItem[] }>(
      `plans/${plan}/assignments?role=lead&task=lap-ke-hoach&limit=200`,
    );
    const item = items.find(({ stage }) => stage.id === "in_progress");
    if (item === undefined) throw new Error("The demo has nothing in progress.");
    await session.go(`/plans/${plan}/assignments/${item.id}`);
    await session.actAs(`clerk@${item.agency.id}`);
    await session.ask("submit");
    await page.getByLabel("Số, ký hiệu").first().fill("21/KH");
    await page.getByText("Người quyết định và ngày thực hiện").click();

    // Neither tomorrow nor a nameless leader is taken.
    await page.getByLabel("Ngày thực hiện").fill("2/2/2017");
    await page.getByLabel("Nhập thay cho người quyết định").check();
    await page.locator("[data-confirm]").click();
    expect(await page.locator("[data-circumstances] [aria-invalid=true]").count()).toBe(2);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);

    await page.getByLabel("Ngày thực hiện").fill("26/1/2017");
    await page.locator("[data-circumstances] [data-entered-later]").waitFor();
    await page.getByLabel("Giờ", { exact: true }).fill("15:30");
    await page.getByLabel("Họ tên người quyết định").fill("Trần Văn Bình");
    await page.getByLabel("Chức vụ").fill("Giám đốc");
    await page.getByLabel("Thẩm quyền ký").selectOption("TM.");
    expect(await session.confirm()).toBe("done");
    await session.closeDialogue();

    const told = page.locator('li[data-type="submit"]').first();
    await told.locator("[data-entered-later]").waitFor();
    const words = await told.textContent();
    expect(words).toContain("TM. Giám đốc Trần Văn Bình");
    expect(words).toContain("Văn thư");
    expect(words).toContain("26/01/2017 15:30");
    expect(words).toContain("nhập sau");
    const history = await session.read<{ items: HistoryItem[] }>(
      `plans/${plan}/assignments/${item.id}/history`,
    );
    expect(history.items.findLast(({ type }) => type === "submit")).toMatchObject({
      actor: `clerk@${item.agency.id}`,
      signedBy: { name: "Trần Văn Bình", position: "Giám đốc", capacity: "TM." },
      effectiveAt: Date.UTC(2017, 0, 26, 8, 30) * 1000,
    });
    expect(session.faults).toEqual([]);
  });

  it("comes back as it was filled in when the server refuses it", async () => {
    await using session = await Session.open(browser, address);
    const { page } = session;
    await session.go("/");
    const { items } = await session.read<{ items: AssignmentItem[] }>(
      `plans/${plan}/assignments?role=lead&task=lap-ke-hoach&limit=200`,
    );
    const item = items.findLast(({ stage }) => stage.id === "in_progress");
    if (item === undefined) throw new Error("The demo has nothing in progress.");
    await session.go(`/plans/${plan}/assignments/${item.id}`);
    await session.actAs(`officer@${item.agency.id}`);
    await session.ask("progress");
    await page.getByLabel("Ghi chú, kết quả đã làm").fill("Họp với các phòng.");
    await page.getByText("Người quyết định và ngày thực hiện").click();
    // Before the plan was issued.
    await page.getByLabel("Ngày thực hiện").fill("10/1/2017");
    expect(await session.confirm()).toBe("refused");
    await page.getByRole("button", { name: "Sửa và gửi lại" }).click();
    expect(await page.getByLabel("Ghi chú, kết quả đã làm").inputValue()).toBe("Họp với các phòng.");
    expect(await page.getByLabel("Ngày thực hiện").inputValue()).toBe("10/1/2017");
    expect(session.faults.filter((fault) => !fault.includes("422"))).toEqual([]);
  });
});

describe("acting in somebody's place", () => {
  it("offers what the other one may do, and the history names both", async () => {
    await using session = await Session.open(browser, address, { width: 390 });
    const { page } = session;
    await session.go("/");
    const { items } = await session.read<{ items: AssignmentItem[] }>(
      `plans/${plan}/assignments?role=lead&agency=cong-an-tinh&open=true&limit=200`,
    );
    const item = items.find(({ stage }) => stage.id === "in_progress");
    if (item === undefined) throw new Error("The demo's police have nothing in progress.");
    await session.go(`/plans/${plan}/assignments/${item.id}`);
    await session.actAs("officer@cong-an-tinh");
    expect(await page.locator('[data-command="assign_within"]').count()).toBe(0);
    await page.getByLabel("Làm thay").selectOption("thay-giam-doc-cong-an");
    await page.locator('[data-command="assign_within"]').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    await session.ask("assign_within");
    await page.locator("dialog input").first().fill("Phòng Tham mưu");
    expect(await session.confirm()).toBe("done");
    await session.closeDialogue();
    const told = page.locator('li[data-type="assign_within"]').first();
    await told.waitFor();
    expect(await told.textContent()).toContain("Giám đốc Công an tỉnh");
  });
});
