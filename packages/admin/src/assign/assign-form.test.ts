// Holds what of a typed task is sent, and what keeps it from being sent.

import { expect, it } from "vitest";
import { assignBody, emptyTask, taskFaults } from "./assign-form.ts";

const typed = {
  ...emptyTask("20/03/2017"),
  content: " Báo cáo kết quả ",
  lead: "cong-an-tinh",
  number: "115/UBND-NC",
  name: "Trần Văn Minh",
  position: "Phó Chủ tịch",
};

it("names every input that is missing, and a day that does not exist", () => {
  expect([...taskFaults(emptyTask("20/03/2017"))].sort()).toEqual([
    "content",
    "lead",
    "name",
    "number",
    "position",
  ]);
  expect([...taskFaults({ ...typed, date: "31/06/2017" })]).toEqual(["date"]);
  expect(taskFaults(typed).size).toBe(0);
});

it("asks several agencies for figures, and names what is missing of them", () => {
  const empty = { leads: [], figures: [{ title: " ", unit: "", kind: "count" }] } as const;
  expect([...taskFaults({ ...typed, lead: "", ask: empty })].sort()).toEqual(["figures", "leads"]);
  const ask = {
    leads: ["so-y-te", "so-gddt"],
    figures: [{ title: " Số ca ", unit: "ca", kind: "count" }],
  } as const;
  expect(taskFaults({ ...typed, lead: "", ask }).size).toBe(0);
  expect(assignBody({ ...typed, ask }, "r3")).toMatchObject({
    lead: ["so-y-te", "so-gddt"],
    report: { inputs: [{ title: "Số ca", unit: "ca", kind: "count" }] },
  });
});

it("sends what was typed and leaves out what was not", () => {
  expect(assignBody(typed, "r1")).toEqual({
    requestId: "r1",
    content: "Báo cáo kết quả",
    lead: "cong-an-tinh",
    kind: "letter",
    document: { number: "115/UBND-NC", date: "2017-03-20", issuer: null, title: null },
    decidedBy: { name: "Trần Văn Minh", position: "Phó Chủ tịch", capacity: null },
  });
  const more = {
    ...typed,
    due: "Quý III",
    coordinators: ["so-y-te"],
    product: "Báo cáo",
    capacity: "KT.",
  } as const;
  expect(assignBody(more, "r2")).toMatchObject({
    due: "Quý III",
    coordinators: ["so-y-te"],
    product: "Báo cáo",
    decidedBy: { capacity: "KT." },
  });
});
