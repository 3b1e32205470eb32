// Every code has a status that fits it: a refusal is never a success and never the server's fault.

import { engineErrorCodes, refusalCodes } from "@kehoach/engine";
import { serverWords } from "@kehoach/engine/words";
import { expect, test } from "vitest";
import { type RequestTroubleCode, statusOf } from "./status-of.ts";

test("every refusal is a 4xx", () => {
  for (const code of refusalCodes) expect([code, Math.floor(statusOf(code) / 100)]).toEqual([code, 4]);
});

test("refusals of one kind share a status", () => {
  const byStatus = (status: number) => refusalCodes.filter((code) => statusOf(code) === status);
  const isNotThere = (code: string) => code.startsWith("unknown_") || code === "not_in_report";
  expect(byStatus(404)).toEqual(refusalCodes.filter(isNotThere));
  expect(byStatus(422)).toEqual(
    expect.arrayContaining(refusalCodes.filter((code) => code.endsWith("_required"))),
  );
  const forbidden = ["not_your_role", "own_work", "demo_data"];
  const authority = ["authority_not_in_force", "authority_empty"];
  expect(byStatus(403)).toEqual([...forbidden, ...authority, "content_elsewhere", "not_its_reporter"]);
  expect(statusOf("conflict")).toBe(409);
  expect(statusOf("request_reused")).toBe(422);
});

test("every engine error and every trouble of a request has a status of 400 and above", () => {
  const troubles = Object.keys(serverWords.vi.troubles) as RequestTroubleCode[];
  for (const code of [...engineErrorCodes, ...troubles]) expect(statusOf(code)).toBeGreaterThanOrEqual(400);
});
