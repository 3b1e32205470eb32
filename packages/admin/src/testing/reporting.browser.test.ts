// Figures from an officer's hands to an issued report, in a real browser.

import { formSheet, formXlsx } from "@kehoach/server";
import type { AssignmentItem, ReportFormBody, TargetDetailBody } from "@kehoach/server/contract";
import { afterAll, beforeAll, expect, it } from "vitest";
import { accessibilityFaults, overflow } from "./accessibility.ts";
import { type DemoSite, openDemoSite, plan } from "./demo-site.ts";
import { Session } from "./session.ts";

let site: DemoSite;

beforeAll(async () => {
  site = await openDemoSite();
});

afterAll(() => site[Symbol.asyncDispose]());

it("lets an officer type figures, an office accept them, and issues a report of them", async () => {
  await using session = await Session.open(site.browser, site.address);
  const { page } = session;
  await session.go("/inbox");
  // February's figures run from 15 January to 14 February; nobody has reported them on the morning after.
  await page.evaluate(async (url) => {
    const body = JSON.stringify({ to: "2017-02-15" });
    await fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body });
  }, `${site.address}/api/demo/clock`);
  await session.actAs("officer@cong-an-tinh");
  const { items } = await session.read<{ items: AssignmentItem[] }>(
    `plans/${plan}/assignments?agency=cong-an-tinh&task=bao-cao-so-lieu-thang&limit=200`,
  );
  const duty = items.find(({ occurrence }) => occurrence === "2017-02");
  await session.go("/inbox");
  await page.locator(`a[href*="${duty?.id}"]`).first().click();
  const figure = (id: string) => page.locator(`[data-figure="${id}"]`);
  const box = (id: string) => figure(id).locator("input:not([type=checkbox])");
  const save = page.getByRole("button", { name: "Lưu số liệu" });
  await figure("tin_tiep_nhan").waitFor();

  // The same form filled in as a sheet: what differs stands in the lines, wrong cells are named, and what was being
  // typed is kept where the sheet says nothing else.
  await box("vu_tiep_nhan").fill("3");
  await box("dia_ban_trong_diem").fill("60");
  const form = await session.read<ReportFormBody>(`plans/${plan}/assignments/${duty?.id}/form`);
  const sheet = formSheet(form, "42/KH-UBND", "vi");
  const filled: Readonly<Record<string, string>> = { dia_ban_trong_diem: "61", vu_co_dau_hieu: "2.5" };
  const rows = sheet.rows.map((row) => ({
    ...row,
    ...(filled[row.id] !== undefined && { value: filled[row.id] ?? null, status: "official" as const }),
  }));
  await page.locator('[data-form-sheet] input[type="file"]').setInputFiles({
    name: "form.xlsx",
    mimeType: "application/octet-stream",
    buffer: Buffer.from(await formXlsx({ ...sheet, rows }, "vi")),
  });
  await page.locator("[data-cell]").waitFor();
  expect(await page.locator("[data-cell]").textContent()).toMatch(/Số liệu!G\d+: “2.5” không phải số nguyên/);
  expect(await box("dia_ban_trong_diem").inputValue()).toBe("61");
  expect(await box("vu_co_dau_hieu").inputValue()).toBe("");
  expect(await box("vu_tiep_nhan").inputValue()).toBe("3");
  expect(await page.locator("[data-replaced]").textContent()).toContain(
    "Số tuyến và địa bàn trọng điểm: 60.",
  );

  for (const [id, value] of [
    ["dia_ban_ap_dung", "900"],
    ["dia_ban_trong_diem", "63"],
    ["tin_da_xu_ly", "6"],
    ["tin_tiep_nhan", "700"],
    ["vu_da_xac_minh", "4"],
    ["vu_co_dau_hieu", "bốn"],
    ["vu_khoi_to", "3"],
    ["vu_tiep_nhan", "3"],
  ] as const)
    await box(id).fill(value);
  await save.click();

  // What is right is in the ledger; what cannot be and what surprises is named in its own line, as it was typed.
  await page.locator('[data-outcome="success"]').waitFor();
  expect(await page.locator("[data-figure] [data-fault]").count()).toBe(3);
  expect(await figure("dia_ban_ap_dung").locator("[data-fault]").textContent()).toContain(
    "Không thể lớn hơn",
  );
  expect(await box("vu_co_dau_hieu").inputValue()).toBe("bốn");
  expect(await figure("vu_khoi_to").textContent()).toContain("đang có: 3");
  expect(await accessibilityFaults(page)).toEqual([]);

  await box("dia_ban_ap_dung").fill("63");
  await box("vu_co_dau_hieu").fill("4");
  await figure("tin_tiep_nhan").getByRole("checkbox").last().check();
  await save.click();
  await page.getByText("Đã lưu 3 số.").waitFor();
  await page.getByRole("link", { name: "Đến bước tiếp theo" }).waitFor();

  // Others see what stands, and have nothing to type into; the office may type it for the agency, naming who decided.
  await session.actAs("head@so-y-te");
  expect(await figure("vu_khoi_to").textContent()).toContain("3");
  expect(await page.locator("[data-figure] input").count()).toBe(0);
  await session.actAs("office@van-phong-ubnd-tinh");
  await page.getByText("Nhập hoặc sửa thay Công an tỉnh").click();
  await page.getByLabel("Người quyết định số liệu").waitFor();
  await session.actAs("head@cong-an-tinh");
  await session.ask("submit");
  await page.getByLabel("Kết quả nổi bật").fill("Đã xác minh toàn bộ vụ việc có dấu hiệu tội phạm.");
  expect(await session.confirm()).toBe("done");
  await session.closeDialogue();
  await session.actAs("office@van-phong-ubnd-tinh");
  await session.ask("confirm");
  expect(await session.confirm()).toBe("done");
  await session.closeDialogue();

  await session.go(`/plans/${plan}/targets/xac-minh-vu-viec`);
  const target = await session.read<TargetDetailBody>(`plans/${plan}/targets/xac-minh-vu-viec`);
  expect(target.reported.missing).toEqual([]);
  const verdict = page.locator("header [data-verdict], main [data-verdict]").first();
  expect(await verdict.getAttribute("data-verdict")).toBe(target.judgement.verdict);
  expect(await page.locator("[data-said]").textContent()).toBe(target.said.vi);
  expect(await page.locator("[data-reading]").count()).toBeGreaterThanOrEqual(4);

  await session.go(`/reports?plan=${plan}&period=2017-02`);
  await page.getByText("Đã xác minh toàn bộ vụ việc có dấu hiệu tội phạm.").waitFor();
  await page.getByLabel("Người ký chốt").fill("Trần Văn Minh");
  await page.getByRole("button", { name: "Chốt", exact: true }).click();
  await page.getByRole("link", { name: "Mở bản đã chốt" }).click();
  await page.getByRole("heading", { name: "Báo cáo tháng 02/2017, bản số 1" }).waitFor();
  await session.settle();
  expect(await page.locator("dd", { hasText: /^[0-9a-f]{64}$/ }).count()).toBe(1);
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(session.faults).toEqual([]);
});

it("asks several agencies for a flash report in one form, on a phone", async () => {
  await using session = await Session.open(site.browser, site.address, { width: 390 });
  const { page } = session;
  await session.go("/");
  await session.actAs("office@van-phong-ubnd-tinh");
  await session.go("/assign");
  await page.getByLabel("Nội dung nhiệm vụ").fill("Báo cáo nhanh các vụ việc ở tuyến biên giới");
  await page.getByLabel("Yêu cầu báo cáo số liệu một lần").check();
  await page.getByRole("button", { name: "Giao nhiệm vụ", exact: true }).click();
  await page.getByText("Chọn ít nhất một cơ quan.").waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
  await page.getByLabel("Công an tỉnh").first().check();
  await page.getByLabel("Bộ chỉ huy Bộ đội Biên phòng tỉnh").first().check();
  await page.getByLabel("Số liệu 1", { exact: true }).fill("Số vụ việc phát hiện từ đầu tháng");
  await page.getByLabel("Thời hạn").fill("17/2/2017 10:00");
  await page.getByLabel("Số, ký hiệu").fill("21/UBND-NC");
  await page.getByLabel("Người quyết định").fill("Trần Văn Minh");
  await page.getByLabel("Chức vụ").fill("Phó Chủ tịch");
  await page.getByRole("button", { name: "Giao nhiệm vụ", exact: true }).click();
  await page.getByText("Đã giao: 2 lượt giao.").waitFor();
  expect(session.faults).toEqual([]);
});
