// An agency's and the office's inbox in a real browser: what needs whom now, leading and coordinating apart.

import type { AssignmentItem, Inbox } from "@kehoach/server/contract";
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

const office = "office@van-phong-ubnd-tinh";

/** Names of the groups of a part, in the order shown. */
async function groups(session: Session, part: string): Promise<string[]> {
  return session.page
    .locator(`[data-part="${part}"] [data-group]`)
    .evaluateAll((lists) => lists.map((list) => list.getAttribute("data-group") ?? ""));
}

async function working(session: Session): Promise<AssignmentItem> {
  const { items } = await session.read<{ items: AssignmentItem[] }>(
    `plans/${plan}/assignments?role=lead&task=lap-ke-hoach&limit=200`,
  );
  const found = items.find(({ stage, extension }) => stage.id === "in_progress" && extension === "none");
  if (found === undefined) throw new Error("The demo has nothing in progress.");
  return found;
}

describe("an inbox", () => {
  it("lets the office confirm several results at once, each by a command of its own", async () => {
    await using session = await Session.open(browser, address);
    const { page } = session;
    await session.go("/");
    await session.actAs(office);
    await session.go("/inbox");
    const before: Inbox = await session.read("inbox");
    expect(before.toConfirm.length).toBeGreaterThan(1);
    const together = page.locator("[data-together]");
    await together.locator("summary").click();
    const boxes = together.getByRole("checkbox");
    await boxes.nth(0).check();
    await boxes.nth(1).check();
    expect(await accessibilityFaults(page)).toEqual([]);
    await together.getByRole("button", { name: "Xác nhận 2 kết quả đã chọn" }).click();
    await page.getByText("Đã xác nhận 2 kết quả.").or(page.locator("h1")).first().waitFor();
    await page.waitForFunction(
      async ([to, most]) => (await (await fetch(String(to))).json()).toConfirm.length <= Number(most),
      [`${address}/api/inbox`, before.toConfirm.length - 2] as const,
    );
    expect(session.faults).toEqual([]);
  });

  it("shows the office what is handed back to it, and the lead that it was returned", async () => {
    await using session = await Session.open(browser, address);
    const { page } = session;
    await session.go("/");
    const item = await working(session);
    await session.go(`/plans/${plan}/assignments/${item.id}`);
    await session.actAs(`head@${item.agency.id}`);
    await session.ask("decline");
    await page.getByLabel("Lý do").fill("Việc này thuộc chức năng của cơ quan khác");
    expect(await session.confirm()).toBe("done");
    await session.closeDialogue();
    await session.go("/inbox");
    expect(await page.locator(`[data-group="waiting"] [data-assignment="${item.id}"]`).count()).toBe(1);

    await session.actAs(office);
    await session.go("/inbox");
    const row = page.locator(`[data-group="toDecide"] [data-assignment="${item.id}"]`);
    await row.waitFor();
    expect(await row.textContent()).toContain("Đề nghị trả lại");
    await row.getByRole("link").click();
    await session.settle();
    await session.ask("insist");
    await page.getByLabel("Lý do").fill("Đúng chức năng theo Quyết định thành lập");
    expect(await session.confirm()).toBe("done");
    await session.closeDialogue();
    await session.go("/inbox");
    expect(await row.count()).toBe(0);
    expect(session.faults).toEqual([]);
  });

  it("shows the leader an extension asked for, who grants it with a document", async () => {
    await using session = await Session.open(browser, address, { width: 390 });
    const { page } = session;
    await session.go("/");
    const item = await working(session);
    await session.go(`/plans/${plan}/assignments/${item.id}`);
    await session.actAs(`head@${item.agency.id}`);
    await session.ask("request_extension");
    await page.getByLabel("Lý do").fill("Chờ hướng dẫn của Bộ Công an");
    await page.getByLabel("Ngày đến hạn").fill("15/03/2017");
    expect(await session.confirm()).toBe("done");
    await session.closeDialogue();

    await session.actAs("vice_chair@ubnd-tinh");
    await session.go("/inbox");
    const row = page.locator(`[data-group="toDecide"] [data-assignment="${item.id}"]`);
    await row.waitFor();
    expect(await row.textContent()).toContain("đang xin gia hạn");
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    await row.getByRole("link").click();
    await session.settle();
    await session.ask("grant_extension");
    expect(await page.getByLabel("Ngày đến hạn").inputValue()).toBe("15/03/2017");
    await page.getByLabel("Số, ký hiệu").first().fill("88/UBND-NC");
    expect(await session.confirm()).toBe("done");
    await session.closeDialogue();
    const { items } = await session.read<{ items: AssignmentItem[] }>(
      `plans/${plan}/assignments?agency=${item.agency.id}&task=lap-ke-hoach&role=lead`,
    );
    expect(items[0]).toMatchObject({ dueOn: "2017-03-15", extension: "granted" });
    expect(session.faults).toEqual([]);
  });

  it("is ordered by what needs the person now", async () => {
    await using session = await Session.open(browser, address);
    const { page } = session;
    await session.go(`/plans/${plan}`);
    await page.getByRole("button", { name: "Đến ngày…" }).click();
    await page.locator("dialog").getByLabel("Ngày trình diễn").fill("27/03/2017");
    await page.locator("dialog").getByRole("button", { name: "Chuyển", exact: true }).click();
    await page.locator('[data-today="2017-03-27"]').waitFor({ timeout: 60_000 });
    await session.actAs("head@cong-an-tinh");
    await session.go("/inbox");
    const wanted = ["overdue", "dueSoon", "returned", "toDecide", "toConfirm", "waiting", "later"];
    for (const part of ["lead", "coordination"]) {
      const shown = await groups(session, part);
      expect(shown).toEqual(wanted.filter((name) => shown.includes(name)));
    }
    expect(await groups(session, "lead")).toContain("dueSoon");
    const { items, toConfirm, toDecide } = await session.read<Inbox>("inbox?limit=200");
    expect(await page.locator("[data-part] [data-assignment]").count()).toBe(
      items.length + toConfirm.length + toDecide.length,
    );
    const roles = (part: string) =>
      page.locator(`[data-part="${part}"] [data-assignment]`).evaluateAll((rows) => rows.length);
    expect(await roles("coordination")).toBe(items.filter(({ role }) => role === "coordinator").length);
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});
