// What a dialogue asks for and what it makes of the answers.

import { describe, expect, it } from "vitest";
import {
  contentOf,
  emptyTyped,
  type FieldName,
  type FormGround,
  faultsOf,
  fieldsOf,
  needsDecision,
  type Typed,
  unknownRequirements,
} from "./command-form.ts";

const ground: FormGround = {
  products: [
    { id: "bao_cao", title: "Báo cáo", required: true, document: null },
    { id: "phu_luc", title: "Phụ lục", required: false, document: null },
  ],
  percent: null,
  eventTasks: [
    { id: "xac-minh", title: "Xác minh" },
    { id: "ho-tro", title: "Hỗ trợ" },
  ],
};

function command(type: string, require: string[]) {
  return { type, require };
}

describe("command form", () => {
  it("asks for what the command requires, whatever it is called", () => {
    expect(fieldsOf(command("accept", []), ground)).toEqual(["note"]);
    expect(fieldsOf(command("progress", []), ground)).toEqual(["percent", "note"]);
    expect(fieldsOf(command("send_back", ["reason"]), ground)).toEqual(["reason"]);
    expect(fieldsOf(command("submit", ["products", "coordinators_answered"]), ground)).toEqual([
      "products",
      "note",
    ]);
    expect(fieldsOf(command("adjust_due", ["due", "document"]), ground)).toEqual(["due", "document", "note"]);
    expect(fieldsOf(command("open", ["task", "occurrence"]), ground)).toEqual(["task", "occurrence", "note"]);
    expect(fieldsOf(command("submit", ["products"]), { ...ground, products: [] })).toEqual(["note"]);
  });

  it("names what it has no input for, and leaves conditions to the server", () => {
    const strange = command("seal", ["reason", "seal_of_office", "constructor", "not_submitter"]);
    expect(unknownRequirements(strange)).toEqual(["seal_of_office", "constructor"]);
    expect(fieldsOf(strange, ground)).toEqual(["reason"]);
    expect(needsDecision(command("grant_orally", ["decided_by"]))).toBe(true);
  });

  it("finds what is missing and no more", () => {
    const typed = emptyTyped(ground, "2017-06-05", command("any", []));
    const faults = (fields: FieldName[], more: Partial<Typed>, today: string | null = null) => [
      ...faultsOf(fields, { ...typed, ...more }, ground, today),
    ];
    expect(faults(["products", "note"], {})).toEqual(["products.bao_cao"]);
    expect(faults(["reason"], { reason: "  ngắn  " })).toEqual(["reason"]);
    expect(faults(["percent"], { percent: "101" })).toEqual(["percent"]);
    expect(faults(["percent"], { percent: "" })).toEqual([]);
    expect(faults(["due"], { due: "31/06/2017" })).toEqual(["due"]);
    expect(faults(["due"], { due: "04/06/2017" }, "2017-06-05")).toEqual(["due"]);
    expect(faults(["due"], { due: "05/06/2017", hour: "25:00" }, "2017-06-05")).toEqual(["hour"]);
    expect(faults(["due"], { due: "05/06/2017", hour: "14:00" }, "2017-06-05")).toEqual([]);
    expect(faults(["answer", "note"], { answer: "differ" })).toEqual(["note"]);
    expect(faults(["answer", "note"], { answer: "agree" })).toEqual([]);
    expect(faults(["task", "occurrence"], { occurrence: " " })).toEqual(["task", "occurrence"]);
  });

  it("sends only what was filled in", () => {
    const typed = emptyTyped(ground, "2017-06-05", command("any", []));
    const content = (fields: FieldName[], more: Partial<Typed>) =>
      contentOf(fields, { ...typed, ...more }, "2017-06-05");
    expect(content(["percent", "note"], { percent: "40", note: " đã họp " })).toEqual({
      data: { percent: 40, note: "đã họp" },
    });
    expect(
      content(["products", "note"], {
        products: { ...typed.products, bao_cao: { number: "15/BC-CAT", date: "5/6/2017", issuer: "" } },
      }),
    ).toEqual({
      data: { products: { bao_cao: { number: "15/BC-CAT", date: "2017-06-05", issuer: null, title: null } } },
    });
    expect(content(["due"], { due: "30/6/2017", hour: "14h00" })).toEqual({
      data: { due: "2017-06-30", hour: "14:00" },
    });
    expect(content(["task", "occurrence"], { task: "ho-tro", occurrence: " tin 12 " })).toEqual({
      data: { task: "ho-tro", occurrence: "tin 12" },
    });
  });
});
