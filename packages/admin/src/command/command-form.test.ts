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
  agencies: [{ id: "so-y-te", name: "Sở Y tế" }],
  askedDue: null,
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

  it("asks what a report of figures says beside them, and sends the parts that were written", () => {
    const submit = command("submit", ["figures", "products"]);
    const fields = fieldsOf(submit, { ...ground, products: [] });
    expect(fields).toEqual(["narrative", "note"]);
    const empty = emptyTyped(ground, "2017-06-05", submit);
    expect(contentOf(fields, empty, null).data).toEqual({});
    const written = {
      ...empty,
      narrative: { ...empty.narrative, limits: " Thiếu người ", next: "Tiếp tục" },
    };
    expect(contentOf(fields, written, null).data).toEqual({
      narrative: { limits: "Thiếu người", next: "Tiếp tục" },
    });
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

  it("asks and offers what extensions, returns, handovers and mendings need", () => {
    const fields = (type: string, ...require: string[]) => fieldsOf(command(type, require), ground);
    expect(fields("request_extension", "reason", "due", "extensions_left")).toEqual(["reason", "due"]);
    expect(fields("grant_extension", "document")).toEqual(["otherDue", "document", "note"]);
    expect(fields("reassign", "reason", "agency")).toEqual(["agency", "reason"]);
    expect(fields("assign_within", "handler")).toEqual(["handler", "note"]);
    expect(fields("rework", "reason")).toEqual(["reason", "cause"]);
    expect(fields("correct", "reason")).toEqual(["reason", "otherDue", "completion"]);

    const asked = { ...ground, askedDue: "2017-07-15" };
    const typed = emptyTyped(asked, "2017-06-05", command("grant_extension", ["document"]));
    expect(typed.due).toBe("15/07/2017");
    const faults = (names: FieldName[], more: Partial<Typed>) => [
      ...faultsOf(names, { ...typed, ...more }, asked, "2017-06-05"),
    ];
    expect(faults(["agency", "handler"], {})).toEqual(["agency", "handler"]);
    expect(faults(["cause"], { cause: "objective" })).toEqual(["causeConfirmedBy"]);
    expect(
      faults(["otherDue", "completion"], { due: "x", completedOn: "31/6/2017", completedAt: "" }),
    ).toEqual(["due", "completedOn", "completedAt"]);
    const data = (names: FieldName[], more: Partial<Typed>) =>
      contentOf(names, { ...typed, ...more }, "2017-06-05").data;
    expect(data(["otherDue"], { due: "" })).toEqual({});
    expect(data(["otherDue"], {})).toEqual({ due: "2017-07-15" });
    expect(data(["agency"], { agency: "so-y-te" })).toEqual({ agency: "so-y-te" });
    expect(data(["handler"], { handler: { unit: "Phòng Nội chính", officer: " ", innerDue: "" } })).toEqual({
      unit: "Phòng Nội chính",
    });
    expect(data(["cause"], { cause: "objective", causeConfirmedBy: "Văn phòng" })).toEqual({
      cause: "objective",
      causeConfirmedBy: "Văn phòng",
    });
    expect(data(["completion"], { completedOn: "2/6/2017", completedAt: "16:00" })).toEqual({
      completedAt: Date.UTC(2017, 5, 2, 9) * 1000,
    });
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
