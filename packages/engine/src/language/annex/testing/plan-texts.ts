// Generated plans for tests of the annex table: several forms of leads, dues, products, styles of writing and words.

import fc from "fast-check";

const words = fc.constantFrom(
  "Rà soát",
  "tuyên truyền",
  "- Báo cáo",
  "“quý”",
  "A: b",
  "#1",
  "=1+1",
  "ngày 30/7",
  "{x}",
  "10%",
  "Sở Y tế",
  "đề án, dự án",
  "ủy ban",
  "@cơ sở",
  "1. mục",
  "a) ý",
);
const title = fc.array(words, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(" "));

const lead = fc.oneof(
  fc.constantFrom("cong-an", "so-y-te", "[cong-an, so-y-te]", "{ từng cơ quan: huyen }"),
  fc.constant("{ cơ quan: cong-an, giả định: theo chức năng }"),
  fc.constant("{ từng cơ quan: [huyen, so-y-te], trừ: huyen-a }"),
);
const coordinators = fc.constantFrom(
  "",
  "so-y-te",
  "[so-y-te, { nhóm: huyen, trách nhiệm: để biết }]",
  "[{ cơ quan: so-y-te, trách nhiệm: đồng thuận, thời hạn: 10 ngày làm việc kể từ khi giao việc }]",
);
const due = fc.constantFrom(
  "",
  "30/6/2017",
  "quý III",
  "thường xuyên",
  "hằng tháng",
  "tháng 7 (cao điểm)",
  "{ số lượng: 10, đơn vị: ngày làm việc, tính từ: ban hành }",
  "chậm nhất 14:00 ngày 30/6/2017",
);
const product = fc.constantFrom(
  "",
  "Báo cáo",
  "[Báo cáo, Sổ tay]",
  "[{ mã: so, nội dung: Sổ tay, bắt buộc: không }, Báo cáo]",
);

interface GeneratedTask {
  title: string;
  lead: string;
  coordinators: string;
  due: string;
  product: string;
  objective: string;
  flow: boolean;
}

const task: fc.Arbitrary<GeneratedTask> = fc.record({
  title,
  lead,
  coordinators,
  due,
  product,
  objective: fc.constantFrom("", "chung", "rieng", "khac"),
  flow: fc.boolean(),
});

export const planTexts: fc.Arbitrary<string> = fc.array(task, { minLength: 1, maxLength: 8 }).map(
  (tasks) => `kehoach: 1
loại: kế hoạch
mã: thu
nội dung: Kế hoạch thử # ghi chú của người soạn
cơ quan ban hành: tinh
thời gian thực hiện: 2017
tổ chức bộ máy: tinh-2017
lịch: lich-2017
mục tiêu:
  - { mã: chung, nội dung: Mục tiêu chung }
  - { mã: rieng, nội dung: Mục tiêu riêng, cấp trên: chung }
  - mã: khac
    nội dung: Khác
nhiệm vụ: # các việc
${tasks.map(written).join("")}`,
);

function written(each: GeneratedTask, index: number): string {
  const pairs = [
    ["mã", `nv-${index + 1}`],
    ["nội dung", JSON.stringify(each.title)],
    ["thuộc mục tiêu", each.objective],
    ["chủ trì", each.lead],
    ["phối hợp", each.coordinators],
    ["sản phẩm", each.product],
    ["thời hạn", each.due],
    ["lĩnh vực", "[thử]"],
  ].filter(([, value]) => value !== "");
  if (each.flow)
    return `  - { ${pairs.map(([key, value]) => `${key}: ${flow(value ?? "")}`).join(", ")} } # dòng ${index}\n`;
  return `  # việc ${index}\n  - ${pairs.map(([key, value]) => `${key}: ${value}`).join("\n    ")} # cuối\n`;
}

/** Inside brackets a comma ends a value. */
function flow(value: string): string {
  return /^["[{]/.test(value) ? value : JSON.stringify(value);
}
