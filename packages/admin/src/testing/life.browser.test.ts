// An assignment's life in a real browser, against a real server on a real engine, and its ledger after.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { openDemo, serve } from "@kehoach/server";
import type { AssignmentItem, HistoryItem, LedgerBody } from "@kehoach/server/contract";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accessibilityFaults } from "./accessibility.ts";
import { openBrowser } from "./browser.ts";
import { buildPages } from "./build-pages.ts";
import { Session } from "./session.ts";

const text = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../../../plans/${name}`, import.meta.url)), "utf8");
const plan = "kh-42-2017";
const open = new AsyncDisposableStack();
let browser: Browser;
let address = "";

beforeAll(async () => {
  const pages = open.use(await buildPages());
  const demo = open.use(
    await openDemo({
      plan: { text: text("kh-42-2017.yaml"), file: "kh-42-2017.yaml" },
      register: [
        { text: text("register/to-chuc-nghe-an-2017.yaml") },
        { text: text("register/calendar-vn-2017.yaml") },
      ],
    }),
  );
  const serving = open.use(
    await serve({ engine: demo.engine, demo, port: 0, prefix: "/ke-hoach", adminDirectory: pages.directory }),
  );
  address = serving.address;
  browser = await openBrowser();
  open.defer(() => browser.close());
});

afterAll(() => open.disposeAsync());

/** A lead's assignment that nobody has taken up, with a document due. */
async function untouched(session: Session, skip: number): Promise<AssignmentItem> {
  const { items } = await session.read<{ items: AssignmentItem[] }>(
    `plans/${plan}/assignments?role=lead&task=lap-ke-hoach&limit=200`,
  );
  const found = items.filter((item) => item.stage.id === "assigned" && !item.held)[skip];
  if (found === undefined) throw new Error("The demo has no assignment left to take up.");
  return found;
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
    await session.showsStage("assigned");

    await session.actAs(`head@${item.agency.id}`);
    await session.ask("accept");
    expect(await session.confirm()).toBe("done");
    await session.closeDialogue();
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

    const history = await session.read<{ items: HistoryItem[] }>(
      `plans/${plan}/assignments/${item.id}/history`,
    );
    expect(history.items.map((entry) => entry.type)).toEqual([
      "assignment_opened",
      ...history.items.filter((entry) => entry.type === "remind").map((entry) => entry.type),
      "accept",
      "progress",
      "submit",
      "rework",
      "submit",
      "confirm",
    ]);
    expect(history.items.slice(-6).every((entry) => entry.source === "demo")).toBe(true);
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
    await second.ask("accept");

    await first.ask("accept");
    expect(await first.confirm()).toBe("done");
    await first.closeDialogue();
    await first.showsStage("in_progress");

    await second.page
      .getByRole("button", { name: "1 thay đổi mới", includeHidden: true })
      .waitFor({ state: "attached" });
    await second.showsStage("assigned");
    expect(await second.confirm()).toBe("conflict");
    const changes = second.page.getByRole("region", { name: "Những gì đã thay đổi" });
    await changes.waitFor();
    expect(await changes.textContent()).toContain("Đang thực hiện");
    expect(await accessibilityFaults(second.page)).toEqual([]);
    await second.page.getByRole("button", { name: "Xem bản mới" }).click();
    await second.showsStage("in_progress");

    const history = await second.read<{ items: HistoryItem[] }>(
      `plans/${plan}/assignments/${item.id}/history`,
    );
    expect(history.items.filter((entry) => entry.type === "accept")).toHaveLength(1);
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
    await session.ask("accept");
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
    const history = await session.read<{ items: HistoryItem[] }>(
      `plans/${plan}/assignments/${item.id}/history`,
    );
    expect(history.items.filter((entry) => entry.type === "accept")).toHaveLength(1);
    expect(session.faults.filter((fault) => !fault.includes("ERR_FAILED"))).toEqual([]);
  });
});

async function submit(session: Session, number: string): Promise<void> {
  await session.ask("submit");
  await session.page.getByLabel("Số, ký hiệu").first().fill(number);
  expect(await session.confirm()).toBe("done");
  await session.closeDialogue();
}
