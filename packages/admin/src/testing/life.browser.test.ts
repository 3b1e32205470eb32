// An assignment's life in a real browser, against a real server on a real engine, and its ledger after.

import type { AssignmentItem, HistoryItem, LedgerBody } from "@kehoach/server/contract";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accessibilityFaults } from "./accessibility.ts";
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

/** A lead's assignment on which nobody has reported yet, with a document due. */
async function untouched(session: Session, skip: number): Promise<AssignmentItem> {
  const { items } = await session.read<{ items: AssignmentItem[] }>(
    `plans/${plan}/assignments?role=lead&task=lap-ke-hoach&limit=200`,
  );
  const open = items.filter(({ stage, held }) => !held && ["assigned", "in_progress"].includes(stage.id));
  let left = skip;
  for (const item of open) {
    const history = await historyOf(session, item);
    if (history.some(({ actor, type }) => actor.endsWith(`@${item.agency.id}`) && type !== "accept"))
      continue;
    if (left === 0) return item;
    left -= 1;
  }
  throw new Error("The demo has no assignment left that nobody has worked on.");
}

async function historyOf(session: Session, item: AssignmentItem): Promise<HistoryItem[]> {
  const path = `plans/${plan}/assignments/${item.id}/history`;
  return (await session.read<{ items: HistoryItem[] }>(path)).items;
}

/** Takes the work up, where the plan does not take it as taken up by itself. */
async function takeUp(session: Session): Promise<void> {
  await session.page.locator("[data-command], [data-blocked]").first().waitFor();
  if ((await session.page.locator('[data-command="accept"]').count()) === 0) return;
  await session.ask("accept");
  expect(await session.confirm()).toBe("done");
  await session.closeDialogue();
}

function pagePath(item: AssignmentItem): string {
  return `/plans/${plan}/assignments/${item.id}`;
}

describe("an assignment's life", () => {
  it("goes from taking up to confirmation, with rework between, and leaves an intact ledger", async () => {
    await using session = await Session.open(browser, address);
    const { page } = session;
    await session.go("/");
    const item = await untouched(session, 0);
    await session.go(pagePath(item));
    await session.showsStage(item.stage.id);

    await session.actAs(`head@${item.agency.id}`);
    await takeUp(session);
    await session.showsStage("in_progress");

    await session.ask("progress");
    await page.getByLabel("Tiến độ (%)").fill("40");
    await page.getByLabel("Ghi chú, kết quả đã làm").fill("Đã lấy ý kiến các phòng.");
    expect(await session.confirm()).toBe("done");
    await session.closeDialogue();
    await page.getByText("Đã lấy ý kiến các phòng.").waitFor();

    await submit(session, "12/KH");
    await session.showsStage("submitted");
    expect(await page.locator("[data-stage]").getAttribute("data-bucket")).toBe("awaiting_confirmation");

    // Whoever submitted may not confirm; the page says so before anything is sent.
    const blocked = page.locator('[data-blocked="confirm"]');
    expect(await blocked.getByRole("button").isDisabled()).toBe(true);
    expect(await blocked.textContent()).toContain("Người có thể thực hiện");

    await session.actAs("office@van-phong-ubnd-tinh");
    await session.ask("rework");
    await page.locator("[data-confirm]").click();
    await page.getByText("Còn thiếu hoặc chưa đúng").waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByLabel("Lý do").fill("Kế hoạch chưa nêu phân công từng việc.");
    expect(await session.confirm()).toBe("done");
    await session.closeDialogue();
    await session.showsStage("in_progress");
    await page.getByText("Kế hoạch chưa nêu phân công từng việc.").waitFor();

    await session.actAs(`head@${item.agency.id}`);
    await submit(session, "15/KH");
    await session.actAs("office@van-phong-ubnd-tinh");
    await session.ask("confirm");
    expect(await session.confirm()).toBe("done");
    await session.closeDialogue();
    await session.showsStage("completed");
    expect(await page.locator("[data-stage]").getAttribute("data-bucket")).toBe("done_on_time");
    expect(await page.locator('[data-state="completed"]').getAttribute("data-kind")).toBe("current");

    const history = await historyOf(session, item);
    expect(history[0]?.type).toBe("assignment_opened");
    const life = history.slice(-5);
    expect(life.map((entry) => entry.type)).toEqual(["progress", "submit", "rework", "submit", "confirm"]);
    expect(life.every((entry) => entry.source === "demo")).toBe(true);
    const ledger = await session.read<LedgerBody>(`plans/${plan}/ledger/verify`);
    expect(ledger).toMatchObject({ intact: true, fault: null });

    // The same verdict on screen.
    await session.go(`/plans/${plan}`);
    await page.getByRole("button", { name: "Kiểm tra chuỗi" }).click();
    await page.locator('[data-intact="true"]').waitFor();
    expect(session.faults).toEqual([]);
  });

  it("tells a second session of the change, and shows a conflict instead of overwriting", async () => {
    await using first = await Session.open(browser, address);
    await using second = await Session.open(browser, address);
    await first.go("/");
    const item = await untouched(first, 0);
    for (const session of [first, second]) {
      await session.go(pagePath(item));
      await session.actAs(`head@${item.agency.id}`);
      await session.page.locator('[data-live="open"]').waitFor();
    }
    await takeUp(first);
    await second.go(pagePath(item));
    await second.ask("submit");
    await second.page.getByLabel("Số, ký hiệu").first().fill("14/KH");

    await submit(first, "13/KH");
    await first.showsStage("submitted");

    await second.page
      .getByRole("button", { name: "1 thay đổi mới", includeHidden: true })
      .waitFor({ state: "attached" });
    await second.showsStage("in_progress");
    expect(await second.confirm()).toBe("conflict");
    const changes = second.page.getByRole("region", { name: "Những gì đã thay đổi" });
    await changes.waitFor();
    expect(await changes.textContent()).toContain("Chờ xác nhận");
    expect(await accessibilityFaults(second.page)).toEqual([]);
    await second.page.getByRole("button", { name: "Xem bản mới" }).click();
    await second.showsStage("submitted");

    const history = await historyOf(second, item);
    expect(history.filter((entry) => entry.type === "submit")).toHaveLength(1);
    expect(first.faults).toEqual([]);
    // The browser itself logs the answer 409.
    expect(second.faults.filter((fault) => !fault.includes("409"))).toEqual([]);
  });

  it("does not record twice what was sent twice for want of an answer", async () => {
    await using session = await Session.open(browser, address);
    const { page } = session;
    await session.go("/");
    const item = await untouched(session, 0);
    await session.go(pagePath(item));
    await session.actAs(`head@${item.agency.id}`);
    await takeUp(session);
    await session.ask("progress");
    await page.getByLabel("Tiến độ (%)").fill("35");
    // The server records the command, but its answer is lost on the way.
    await page.route("**/api/commands", async (route) => {
      await route.fetch();
      await route.abort();
    });
    expect(await session.confirm()).toBe("unknown");
    await page.unroute("**/api/commands");
    await page.getByRole("button", { name: "Thử lại" }).click();
    await page.locator('[data-dialogue="done"]').waitFor();
    await page.getByText("không ghi lần hai").waitFor();
    await session.closeDialogue();
    await session.showsStage("in_progress");
    const history = await historyOf(session, item);
    expect(history.filter((entry) => entry.type === "progress")).toHaveLength(1);
    expect(session.faults.filter((fault) => !fault.includes("ERR_FAILED"))).toEqual([]);
  });
});

async function submit(session: Session, number: string): Promise<void> {
  await session.ask("submit");
  await session.page.getByLabel("Số, ký hiệu").first().fill(number);
  expect(await session.confirm()).toBe("done");
  await session.closeDialogue();
}
