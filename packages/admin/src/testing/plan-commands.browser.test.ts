// Commands to a plan as a whole in a real browser: who may, who may not and why, an occurrence, and a conflict.

import type { AssignmentItem, HistoryItem, LedgerBody } from "@kehoach/server/contract";
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

const viceChair = "vice_chair@ubnd-tinh";

async function decide(session: Session, command: string, withDocument: boolean): Promise<void> {
  await session.ask(command);
  await session.page.getByLabel("Lý do").fill("Theo chỉ đạo mới của Thường trực Tỉnh ủy");
  if (withDocument) await session.page.getByLabel("Số, ký hiệu").first().fill("77/QĐ-UBND");
}

describe("a plan as a whole", () => {
  it("shows whoever may not send a command why, and who could", async () => {
    await using session = await Session.open(browser, address, { width: 390 });
    const { page } = session;
    await session.go(`/plans/${plan}`);
    await session.actAs("head@so-tai-chinh");
    const steps = page.getByRole("region", { name: "Thao tác với cả kế hoạch" });
    await steps.getByText("Chưa thực hiện được").click();
    const suspend = steps.locator('[data-blocked="suspend"]');
    expect(await suspend.getByRole("button").isDisabled()).toBe(true);
    expect(await suspend.textContent()).toContain("Phó Chủ tịch phụ trách");
    expect(await page.locator('[data-command="suspend"]').count()).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
  });

  it("opens an occurrence of an event task, once", async () => {
    await using session = await Session.open(browser, address);
    const { page } = session;
    await session.go(`/plans/${plan}`);
    await session.actAs(viceChair);
    await session.ask("open_occurrence");
    await page.locator("[data-confirm]").click();
    expect(await page.locator("dialog [aria-invalid=true]").count()).toBe(2);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByLabel("Nhiệm vụ phát sinh").selectOption("xac-minh-nan-nhan");
    await page.getByLabel("Tên lần phát sinh").fill("tin-bao-12");
    await page.getByLabel("Ghi chú, kết quả đã làm").fill("Theo tin báo của Bộ đội biên phòng.");
    expect(await session.confirm()).toBe("done");
    await session.closeDialogue();
    const { items } = await session.read<{ items: AssignmentItem[] }>(
      `plans/${plan}/assignments?task=xac-minh-nan-nhan&role=lead`,
    );
    expect(items.map(({ occurrence }) => occurrence)).toEqual(["tin-bao-12"]);

    await session.ask("open_occurrence");
    await page.getByLabel("Nhiệm vụ phát sinh").selectOption("xac-minh-nan-nhan");
    await page.getByLabel("Tên lần phát sinh").fill("tin-bao-12");
    expect(await session.confirm()).toBe("refused");
    await page.getByText("Lần phát sinh “tin-bao-12” đã được mở.").waitFor();
    await session.closeDialogue();
    expect(session.faults.filter((fault) => !fault.includes("409"))).toEqual([]);
  });

  it("is suspended and resumed, and a second leader is told of it before he ends it", async () => {
    await using first = await Session.open(browser, address);
    await using second = await Session.open(browser, address);
    for (const session of [first, second]) {
      await session.go(`/plans/${plan}`);
      await session.actAs(viceChair);
      await session.page.locator('[data-plan-state="in_force"]').first().waitFor();
    }
    await decide(second, "withdraw", true);

    await decide(first, "suspend", true);
    expect(await first.confirm()).toBe("done");
    await first.closeDialogue();
    await first.page.locator('main [data-plan-state="suspended"]').first().waitFor();
    expect(await first.page.locator('[data-command="suspend"]').count()).toBe(0);

    expect(await second.confirm()).toBe("conflict");
    const changes = second.page.getByRole("region", { name: "Những gì đã thay đổi" });
    await changes.waitFor();
    expect(await changes.textContent()).toContain("Tạm dừng kế hoạch");
    expect(await accessibilityFaults(second.page)).toEqual([]);
    await second.page.getByRole("button", { name: "Xem bản mới" }).click();
    await second.page.locator('main [data-plan-state="suspended"]').first().waitFor();

    await decide(first, "resume", false);
    expect(await first.confirm()).toBe("done");
    await first.closeDialogue();
    await first.page.locator('main [data-plan-state="in_force"]').first().waitFor();
    expect(first.faults).toEqual([]);
    expect(second.faults.filter((fault) => !fault.includes("409"))).toEqual([]);
  });

  it("takes no entry of an agency for a conflict", async () => {
    await using leader = await Session.open(browser, address);
    await using officer = await Session.open(browser, address);
    await leader.go(`/plans/${plan}`);
    await leader.actAs(viceChair);
    await decide(leader, "end", true);

    await officer.go("/");
    const { items } = await officer.read<{ items: AssignmentItem[] }>(
      `plans/${plan}/assignments?role=lead&task=lap-ke-hoach&limit=200`,
    );
    const item = items.find(({ stage }) => stage.id === "in_progress");
    if (item === undefined) throw new Error("The demo has nothing in progress.");
    await officer.go(`/plans/${plan}/assignments/${item.id}`);
    await officer.actAs(`officer@${item.agency.id}`);
    await officer.ask("progress");
    await officer.page.getByLabel("Tiến độ (%)").fill("60");
    expect(await officer.confirm()).toBe("done");

    expect(await leader.confirm()).toBe("done");
    await leader.closeDialogue();
    await leader.page.locator('main [data-plan-state="ended"]').first().waitFor();
    const history = await leader.read<{ items: HistoryItem[] }>(`plans/${plan}/history?limit=1`);
    expect(history.items).toHaveLength(1);
    const ledger = await leader.read<LedgerBody>(`plans/${plan}/ledger/verify`);
    expect(ledger).toMatchObject({ intact: true, fault: null });
    expect(leader.faults.filter((fault) => !fault.includes("409"))).toEqual([]);
  });
});
