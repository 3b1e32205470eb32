// What a plan's inputs and targets mean once their short forms are written out.

import { describe, expect, it } from "vitest";
import type { Plan } from "./plan.ts";
import { readPlan, readRegisterDocument } from "./read-plan.ts";
import { sampleOrganisation, samplePlan, sampleRegime } from "./testing/sample-texts.ts";

const { document: organisation } = readRegisterDocument(sampleOrganisation);
const { document: regime } = readRegisterDocument(sampleRegime);
if (organisation?.kind !== "organisation" || regime?.kind !== "regime") throw new Error("no register");

function plan(...edits: readonly (readonly [string, string])[]): Plan {
  let text = samplePlan;
  for (const [part, by] of edits) {
    if (!text.includes(part)) throw new Error(`no “${part}”`);
    text = text.replace(part, () => by);
  }
  const read = readPlan(text, { organisation, regime } as Parameters<typeof readPlan>[1]);
  expect(read.problems.map(({ vi }) => vi)).toEqual([]);
  if (read.plan === null) throw new Error("no plan");
  return read.plan;
}
const target = (text: string): readonly [string, string] => ["chỉ tiêu:\n", `chỉ tiêu:\n  - { ${text} }\n`];
const owned = "nội dung: T, cơ quan chịu trách nhiệm: cong-an";

describe("inputs", () => {
  it("of all targets stand once in the plan, with their defaults", () => {
    const { inputs, targets } = plan();
    expect(inputs.map(({ id }) => id)).toEqual(["xu_ly", "tiep_nhan", "khoi_to"]);
    expect(targets.map((each) => each.inputs)).toEqual([
      ["xu_ly", "tiep_nhan"],
      ["khoi_to", "tiep_nhan"],
      [],
    ]);
    expect(inputs[0]).toEqual({
      id: "xu_ly",
      title: "Đã xử lý",
      agencies: ["cong-an"],
      groups: [],
      except: [],
      unit: null,
      system: null,
      kind: "count",
      every: "year",
      regime: "bao-cao",
      cumulative: false,
      partOf: null,
      jump: null,
      from: null,
      task: null,
      source: ["S02"],
      assumption: null,
      understood: null,
    });
  });

  it("beside the targets serve them all, and say all they may", () => {
    const { inputs, targets } = plan(
      [
        "chỉ tiêu:\n",
        `kỳ báo cáo: tháng
số liệu:
  don: { nội dung: Đơn thư, từng cơ quan: [huyen, so-y-te], trừ: huyen-b, lũy kế: có, đơn vị: đơn, hệ thống: HT }
  dung_han: { nội dung: Đúng hạn, từng cơ quan: [huyen, so-y-te], trừ: huyen-b, lũy kế: có, thuộc số liệu: don, ngưỡng biến động: 50 % }
  kinh_phi: { nội dung: Kinh phí, cơ quan chịu trách nhiệm: so-y-te, loại: khối lượng, kỳ báo cáo: quý, lũy kế: không }
  dan_so: { nội dung: Dân số, kỳ báo cáo: năm, từ: { văn bản: nien-giam, số liệu đó: dan_so } }
chỉ tiêu:
`,
      ],
      ["    tử số: xu_ly", "    lũy kế: có\n    tử số: xu_ly"],
      ["    công thức: khoi_to / tiep_nhan", "    lũy kế: có\n    công thức: khoi_to / tiep_nhan"],
      target(`mã: don, ${owned}, dạng: tỷ lệ, tử số: dung_han, mẫu số: don, mức: 90 %`),
    );
    expect(inputs.slice(0, 4)).toMatchObject([
      {
        agencies: ["so-y-te"],
        groups: ["huyen"],
        except: ["huyen-b"],
        every: "month",
        cumulative: true,
        system: "HT",
        unit: "đơn",
      },
      { partOf: "don", jump: "50" },
      { kind: "amount", every: "quarter", cumulative: false },
      { from: { document: "nien-giam", input: "dan_so" }, agencies: [] },
    ]);
    expect(targets[0]?.inputs).toEqual(["dung_han", "don"]);
  });

  it("of a target that names none have an id of its own, even where it is taken", () => {
    const { inputs, targets } = plan(
      target(`mã: xu-ly, ${owned}, dạng: số lượng, mức: 3`),
      target(`mã: 3-sao, ${owned}, dạng: xếp hạng, mức: 3`),
    );
    expect(targets.slice(0, 2).map((each) => each.inputs)).toEqual([["n3_sao"], ["xu_ly_2"]]);
    expect(inputs.map(({ id, kind }) => [id, kind]).slice(-2)).toEqual([
      ["n3_sao", "count"],
      ["xu_ly_2", "count"],
    ]);
  });

  it("of milestones are days, reported or a task's; of a judgement a yes or no of its assessor", () => {
    const { inputs } = plan(
      target(`mã: a, ${owned}, dạng: mốc, sản phẩm: Đề án, thời hạn: quý II`),
      target(`mã: b, ${owned}, dạng: mốc, sản phẩm: Đề án, thời hạn: quý II, đạt khi xong nhiệm vụ: soan`),
      target(`mã: c, ${owned}, dạng: định tính, cơ quan đánh giá: van-phong`),
    );
    const byId = new Map(inputs.map((input) => [input.id, input]));
    expect(byId.get("a")).toMatchObject({ kind: "date", agencies: ["cong-an"], task: null, title: "Đề án" });
    expect(byId.get("b")).toMatchObject({ kind: "date", agencies: [], task: "soan" });
    expect(byId.get("c")).toMatchObject({ kind: "yes_no", agencies: ["van-phong"] });
  });

  it("of a target of each unit are reported by the units", () => {
    const { inputs } = plan(target(`mã: xa, ${owned}, dạng: từng đơn vị, từng cơ quan: huyen, mức: 3`));
    expect(inputs.find(({ id }) => id === "xa")).toMatchObject({ agencies: [], groups: ["huyen"] });
  });
});

it("reads a trajectory by days, months and quarters", () => {
  const { targets } = plan(
    target(
      `mã: a, ${owned}, dạng: số lượng, mức: 12, lộ trình: [{ vào ngày: 31/3/2017, giá trị: 2 }, { vào ngày: quý II, giá trị: "5,5" }, { vào ngày: cuối năm, giá trị: 12 }]`,
    ),
    target(`mã: b, ${owned}, dạng: số lượng, mức: 12, lộ trình: đều đặn`),
  );
  expect(targets[1]?.trajectory).toEqual({
    form: "points",
    points: [
      { by: "2017-03-31", value: "2", percent: false },
      { by: "2017-06-30", value: "5.5", percent: false },
      { by: "2017-12-31", value: "12", percent: false },
    ],
  });
  expect(targets[0]?.trajectory).toEqual({ form: "linear" });
});

it("gives reporting duties their lifecycle and the regime's day", () => {
  const { tasks, lifecycles } = plan(
    ["    chủ trì: so-y-te\n    thời hạn", "    chủ trì: so-y-te\n    báo cáo: có\n    thời hạn"],
    [
      "    chủ trì: cong-an\n    các đợt",
      "    chủ trì: cong-an\n    báo cáo: [xu_ly]\n    quy trình: standard\n    các đợt",
    ],
  );
  expect(tasks.map(({ report, lifecycle }) => [report, lifecycle])).toEqual([
    [null, "standard"],
    [null, "standard"],
    [{ inputs: null }, "report"],
    [{ inputs: ["xu_ly"] }, "standard"],
    [null, "nhanh"],
  ]);
  expect(tasks[2]?.due).toMatchObject({ form: "each_period", regime: "bao-cao", offset: null });
  expect(Object.keys(lifecycles)).toContain("report");
});

it.each([
  "Số nạn nhân được hỗ trợ",
  "Số trẻ em sinh ra trong kỳ",
  "Số hộ chiếu đã cấp",
  "Số căn cước công dân đã cấp cho người dưới 14 tuổi",
  "Ngày sinh hoạt chuyên đề",
  "Số điện thoại đường dây nóng đã công bố",
])("takes “%s” for a figure", (title) => {
  expect(
    plan(target(`mã: a, ${owned}, dạng: số lượng, mức: 1, số liệu: { a: ${title} }`)).inputs,
  ).toHaveLength(4);
});

it.each([
  "Họ, tên",
  "Họ và tên người nộp",
  "CCCD",
  "Ngày, tháng, năm sinh",
  "Danh sách nạn nhân",
  "Địa chỉ của hộ",
  "Số điện thoại",
])("sees persons in “%s”", (title) => {
  const text = samplePlan.replace("xu_ly: Đã xử lý", `xu_ly: "${title}"`);
  expect(readPlan(text).problems.map(({ code }) => code)).toEqual(["input_personal"]);
});
