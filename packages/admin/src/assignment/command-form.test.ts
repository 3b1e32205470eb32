// What a dialogue asks for and what it makes of the answers.

import type { AllowedCommandBody, AssignmentBody } from "@kehoach/server/contract";
import { describe, expect, it } from "vitest";
import { dataOf, emptyTyped, faultsOf, fieldsOf } from "./command-form.ts";

const products: AssignmentBody["products"] = [
  { id: "bao_cao", title: "Báo cáo", required: true, document: null },
  { id: "phu_luc", title: "Phụ lục", required: false, document: null },
];
const assignment = { products, percent: null } as unknown as AssignmentBody;

function command(type: string, require: AllowedCommandBody["require"]): AllowedCommandBody {
  return { type, label: { vi: type, en: type }, to: null, require, refusal: null };
}

describe("command form", () => {
  it("asks for what the command needs", () => {
    expect(fieldsOf(command("accept", []), assignment)).toEqual(["note"]);
    expect(fieldsOf(command("progress", []), assignment)).toEqual(["percent", "note"]);
    expect(fieldsOf(command("rework", ["reason"]), assignment)).toEqual(["reason"]);
    expect(fieldsOf(command("submit", ["products", "coordinators_answered"]), assignment)).toEqual([
      "products",
      "note",
    ]);
    expect(fieldsOf(command("adjust_due", ["due", "document"]), assignment)).toEqual([
      "due",
      "document",
      "note",
    ]);
  });

  it("finds what is missing and no more", () => {
    const typed = emptyTyped(assignment, "2017-06-05");
    expect([...faultsOf(["products", "note"], typed, products, null)]).toEqual(["products.bao_cao"]);
    expect([...faultsOf(["reason"], { ...typed, reason: "  ngắn  " }, products, null)]).toEqual(["reason"]);
    expect([...faultsOf(["percent"], { ...typed, percent: "101" }, products, null)]).toEqual(["percent"]);
    expect([...faultsOf(["percent"], { ...typed, percent: "" }, products, null)]).toEqual([]);
    expect([...faultsOf(["due"], { ...typed, due: "31/06/2017" }, products, null)]).toEqual(["due"]);
    expect([...faultsOf(["due"], { ...typed, due: "04/06/2017" }, products, "2017-06-05")]).toEqual(["due"]);
    expect([...faultsOf(["due"], { ...typed, due: "05/06/2017" }, products, "2017-06-05")]).toEqual([]);
    expect([...faultsOf(["answer", "note"], { ...typed, answer: "differ" }, products, null)]).toEqual([
      "note",
    ]);
    expect([...faultsOf(["answer", "note"], { ...typed, answer: "agree" }, products, null)]).toEqual([]);
  });

  it("sends only what was filled in", () => {
    const typed = emptyTyped(assignment, "2017-06-05");
    expect(dataOf(["percent", "note"], { ...typed, percent: "40", note: " đã họp " })).toEqual({
      percent: 40,
      note: "đã họp",
    });
    expect(
      dataOf(["products", "note"], {
        ...typed,
        products: { ...typed.products, bao_cao: { number: "15/BC-CAT", date: "5/6/2017", issuer: "" } },
      }),
    ).toEqual({
      products: { bao_cao: { number: "15/BC-CAT", date: "2017-06-05", issuer: null, title: null } },
    });
  });
});
