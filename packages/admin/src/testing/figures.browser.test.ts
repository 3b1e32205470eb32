// The figures page in a real browser: accessible, fit for a phone, the same numbers as the server, files to take away.

import { readFileSync } from "node:fs";
import type { FiguresBody } from "@kehoach/server/contract";
import { afterAll, beforeAll, expect, it } from "vitest";
import { accessibilityFaults, overflow } from "./accessibility.ts";
import { type DemoSite, openDemoSite, plan } from "./demo-site.ts";
import { Session } from "./session.ts";

let site: DemoSite;

beforeAll(async () => {
  site = await openDemoSite();
});

afterAll(() => site[Symbol.asyncDispose]());

it.each([
  ["a desktop", 1280],
  ["a phone", 390],
])("is accessible and needs no scrolling sideways on %s", async (_, width) => {
  await using session = await Session.open(site.browser, site.address, { width });
  await session.go(`/figures?plan=${plan}`);
  expect(await accessibilityFaults(session.page)).toEqual([]);
  expect(await overflow(session.page)).toBe(0);
  expect(session.faults).toEqual([]);
});

it("shows what the server counts, now and as recorded then, and gives the sheet as a file", async () => {
  await using session = await Session.open(site.browser, site.address);
  await session.go(`/plans/${plan}`);
  await session.page.getByRole("link", { name: "công văn đôn đốc" }).click();
  await session.settle();
  const figures = await session.read<FiguresBody>(`figures?plan=${plan}`);
  const total = session.page.locator('tr[data-kind="total"] td');
  expect(Number(await total.nth(7).textContent())).toBe(figures.total.assignments.overdue);
  const [download] = await Promise.all([
    session.page.waitForEvent("download"),
    session.page.getByRole("link", { name: ".xlsx" }).first().click(),
  ]);
  expect(download.suggestedFilename()).toBe("tinh-hinh-thuc-hien.xlsx");
  expect(
    readFileSync(await download.path())
      .subarray(0, 2)
      .toString(),
  ).toBe("PK");
  await session.page.getByLabel("Ghi nhận đến hết ngày").fill("1/1/2017");
  await session.page.getByRole("button", { name: "Xem" }).click();
  await session.page.waitForURL(/asOf=2017-01-01/);
  await session.settle();
  expect(await total.nth(2).textContent()).toBe("0");
  await session.page.getByLabel("Ghi nhận đến hết ngày").fill("31/2/2017");
  await session.page.getByRole("button", { name: "Xem" }).click();
  await session.page.getByText("Không phải ngày có thật").waitFor();
});
