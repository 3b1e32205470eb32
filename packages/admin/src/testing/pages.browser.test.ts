// Every page in a real browser: accessible, fit for a phone, quiet, in both languages; and the demo's date moves.

import { gzipSync } from "node:zlib";
import type { AssignmentItem, PlanBody, PlanSource } from "@kehoach/server/contract";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accessibilityFaults, overflow } from "./accessibility.ts";
import { type DemoSite, openDemoSite, plan } from "./demo-site.ts";
import { Session, type SessionOptions } from "./session.ts";

let site: DemoSite;
let browser: Browser;
let address = "";

beforeAll(async () => {
  site = await openDemoSite();
  ({ browser, address } = site);
});

afterAll(() => site[Symbol.asyncDispose]());

const looks: [string, SessionOptions][] = [
  ["on a desktop", {}],
  ["on a phone", { width: 390 }],
  ["in the dark", { dark: true }],
];

async function addresses(session: Session): Promise<string[]> {
  await session.go(`/plans/${plan}`);
  const { items } = await session.read<{ items: AssignmentItem[] }>(`plans/${plan}/assignments?limit=200`);
  const lead = items.find((item) => item.role === "lead" && item.stage.id === "in_progress");
  const coordination = items.find((item) => item.role === "coordinator");
  return [
    `/plans/${plan}`,
    `/plans/${plan}/source?task=xac-minh-nan-nhan`,
    `/plans/${plan}/tasks`,
    `/plans/${plan}/tasks?by=agency`,
    `/plans/${plan}/targets`,
    `/plans/${plan}/targets/truy-to`,
    `/reports?plan=${plan}&period=2017-01`,
    `/plans/${plan}/assignments?role=lead`,
    `/plans/${plan}/assignments?bucket=withdrawn`,
    `/plans/${plan}/assignments/${lead?.id}`,
    `/plans/${plan}/assignments/${coordination?.id}`,
    "/inbox",
    "/nowhere",
  ];
}

describe.each(looks)("every page %s", (_, options) => {
  it("is accessible, needs no scrolling sideways, and says nothing in the console", async () => {
    await using session = await Session.open(browser, address, options);
    const found: string[] = [];
    for (const path of await addresses(session)) {
      await (path === "/nowhere" ? session.page.goto(`${address}${path}`) : session.go(path));
      for (const fault of await accessibilityFaults(session.page)) found.push(`${path}: ${fault}`);
      const wide = await overflow(session.page);
      if (wide > 0) found.push(`${path}: ${wide} pixels too wide`);
    }
    expect(found).toEqual([]);
    expect(session.faults).toEqual([]);
  });
});

describe("the pages", () => {
  it("lead from a number to the list behind it", async () => {
    await using session = await Session.open(browser, address);
    await session.go(`/plans/${plan}`);
    const number = session.page.locator('main [data-bucket="in_time"][data-count]').first();
    const count = await number.getAttribute("data-count");
    await number.click();
    await session.page.waitForURL(/bucket=in_time/);
    await session.settle();
    expect(await session.page.locator("[data-shown]").getAttribute("data-shown")).toBe(count);
    await session.page.goBack();
    await session.page.locator('main [data-bucket="in_time"][data-count]').first().waitFor();
  });

  it("show the clause of the signed text behind a task", async () => {
    await using session = await Session.open(browser, address);
    await session.go(`/plans/${plan}/tasks`);
    const task = session.page.locator('[data-task="huong-ung-ngay-30-7"]');
    const body = await session.read<PlanBody>(`plans/${plan}`);
    const gist = body.statements.find((statement) => statement.id === "S14")?.gist ?? "";
    // Nothing has to be opened to read it, in either view of the tasks.
    expect(gist).not.toBe("");
    expect(await task.locator('[data-clause="S14"]').textContent()).toContain(gist);
    const withSource = body.tasks.filter((each) => each.source.length > 0);
    for (const { id } of withSource) {
      expect(await session.page.locator(`[data-task="${id}"] [data-clause]`).first().isVisible()).toBe(true);
    }
    expect(await session.page.locator("[data-target]").count()).toBe(body.targets.length);
    await session.page.locator("[data-target] [data-verdict]").first().waitFor();
    expect(await session.page.locator("[data-target] [data-verdict]").count()).toBe(body.targets.length);
    await session.go(`/plans/${plan}/tasks?by=agency`);
    expect(await session.page.locator(`[data-clause="S14"]`).first().textContent()).toContain(gist);
  });

  it("lead from the overview and from a task to the plan's text, and to its place there", async () => {
    await using session = await Session.open(browser, address);
    const { page } = session;
    await session.go(`/plans/${plan}`);
    await page.getByRole("link", { name: "Xem bản soạn của kế hoạch" }).click();
    await page.getByRole("heading", { name: "Bản soạn của kế hoạch" }).waitFor();
    const { text } = await session.read<PlanSource>(`plans/${plan}/source`);
    const lines = text.replace(/\n$/, "").split("\n");
    expect(await page.locator("[data-line]").count()).toBe(lines.length);
    await session.go(`/plans/${plan}/tasks`);
    const task = page.locator('[data-task="xac-minh-nan-nhan"]');
    await task.getByRole("link", { name: "Xem trong bản soạn" }).click();
    const first = page.locator('[data-within="true"]').first();
    await first.waitFor();
    const line = Number(await first.getAttribute("data-line"));
    expect(lines[line - 1]).toContain("xac-minh-nan-nhan");
    await page.waitForFunction((number) => {
      const top = document.querySelector(`[data-line="${number}"]`)?.getBoundingClientRect().top ?? -1;
      return top >= 0 && top < innerHeight;
    }, line);
    await page.getByLabel("Đến nhiệm vụ").selectOption("tiep-nhan-ho-tro");
    await page.waitForURL(/task=tiep-nhan-ho-tro/);
    await page.locator(`[data-within="true"]`, { hasText: "tiep-nhan-ho-tro" }).waitFor();
    expect(session.faults).toEqual([]);
  });

  it("load little before the first one is there", async () => {
    await using session = await Session.open(browser, address);
    const scripts: number[] = [];
    const fonts: number[] = [];
    const read: Promise<unknown>[] = [];
    session.page.on("response", (response) => {
      const { pathname } = new URL(response.url());
      if (pathname.endsWith(".js"))
        read.push(response.body().then((body) => scripts.push(gzipSync(body).length)));
      if (pathname.endsWith(".woff2")) read.push(response.body().then((body) => fonts.push(body.length)));
    });
    await session.go(`/plans/${plan}`);
    await Promise.all(read);
    const sum = (sizes: number[]) => sizes.reduce((total, size) => total + size, 0);
    expect(sum(scripts)).toBeGreaterThan(0);
    expect(sum(scripts)).toBeLessThan(260_000);
    expect(sum(fonts)).toBeGreaterThan(0);
    expect(sum(fonts)).toBeLessThan(105_000);
  });

  it("speak English when told to, and remember it", async () => {
    await using session = await Session.open(browser, address);
    await session.go(`/plans/${plan}`);
    await session.page.getByRole("button", { name: "Chuyển sang tiếng Anh" }).click();
    await session.page.getByRole("heading", { name: "Completion rates" }).waitFor();
    await session.page.reload();
    await session.page.getByRole("heading", { name: "By agency" }).waitFor();
    expect(await session.page.locator("html").getAttribute("lang")).toBe("en");
  });

  it("work with the keyboard alone", async () => {
    await using session = await Session.open(browser, address);
    await session.go(`/plans/${plan}`);
    await session.page.keyboard.press("Tab");
    await session.page.keyboard.press("Enter");
    expect(await session.page.evaluate(() => document.activeElement?.id)).toBe("main");
    await session.page.locator("header button[aria-haspopup=dialog]").focus();
    await session.page.keyboard.press("Enter");
    await session.page.locator("dialog[open]").waitFor();
    await session.page.keyboard.press("Escape");
    await session.page.locator("dialog").waitFor({ state: "detached" });
    expect(await session.page.evaluate(() => document.activeElement?.getAttribute("aria-haspopup"))).toBe(
      "dialog",
    );
  });

  it("move the demo's date forward until something is overdue", async () => {
    await using session = await Session.open(browser, address);
    const { page } = session;
    await session.go(`/plans/${plan}`);
    const overdue = page.locator('main [data-bucket="overdue"][data-count]').first();
    expect(await overdue.getAttribute("data-count")).toBe("0");
    await page.getByRole("button", { name: "+1 tuần" }).click();
    await page.locator('[data-today="2017-02-08"]').waitFor();
    await page.getByRole("button", { name: "Đến ngày…" }).click();
    const date = page.locator("dialog").getByLabel("Ngày trình diễn");
    await date.fill("30/02/2017");
    await page.locator("dialog").getByRole("button", { name: "Chuyển", exact: true }).click();
    await page.locator("dialog [aria-invalid=true]").waitFor();
    await date.fill("1/3/2017");
    await page.locator("dialog").getByRole("button", { name: "Chuyển", exact: true }).click();
    await page.locator('[data-today="2017-03-01"]').waitFor();
    await page.waitForFunction(() => {
      const shown = document.querySelector('main [data-bucket="overdue"][data-count]');
      return Number(shown?.getAttribute("data-count")) > 0;
    });
    // Read again by others: the page's own refresh is no news to it.
    await page.locator('section li[data-bucket="overdue"]').first().waitFor();
    expect(session.faults).toEqual([]);
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});
