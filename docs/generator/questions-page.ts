// The page of questions: what signed text can leave unclear, and how it is settled.

import { type QuestionCode, questionCodes } from "../../packages/engine/src/language/index.ts";
import { fenced, page } from "./markdown.ts";
import type { Sample } from "./problem-samples.ts";
import { entry } from "./problems-page.ts";
import { readSample, shownBy } from "./read-sample.ts";
import { basePlan } from "./sample-texts.ts";

const withTarget = (...keys: readonly string[]): Sample => ({
  kind: "plan",
  text: `${basePlan}  - mã: khac\n    nội dung: Chỉ tiêu khác\n${keys.map((key) => `    ${key}\n`).join("")}`,
});
const owner = "cơ quan chịu trách nhiệm: so-noi-vu";
const rate = ["dạng: tăng giảm", "chiều: tăng", "số liệu: { a: A, b: B }", "công thức: a / b", "mức: 2%"];

/** A part of the base plan, with two leads. */
const unclear = `  - mã: quy-che
    nội dung: Ban hành quy chế
    chủ trì: [so-noi-vu, so-tai-chinh]
`;
const understanding = `    cách hiểu:
      hiểu là: Sở Nội vụ chịu trách nhiệm chính, Sở Tài chính lo kinh phí
      người quyết định: Trần Thị B, Văn phòng UBND tỉnh
      vào ngày: 10/01/2026
`;

function withLeads(task: string): Sample {
  const written = basePlan.slice(
    basePlan.indexOf("  - mã: quy-che"),
    basePlan.indexOf("    sản phẩm: Quyết định"),
  );
  return { kind: "plan", text: basePlan.replace(written, () => task) };
}

const samples: Readonly<Record<QuestionCode, Sample>> = {
  two_leads: withLeads(unclear),
  change_mode_unstated: withTarget(owner, ...rate, "so với: năm trước"),
  base_unstated: withTarget(owner, ...rate, "cách tính thay đổi: điểm phần trăm"),
  target_without_owner: withTarget("dạng: số lượng", "mức: 12"),
  thousands_or_decimal: withTarget(owner, "dạng: số lượng", 'mức: "1.014"'),
  question_noted: {
    kind: "plan",
    text: basePlan.replace(
      "    sản phẩm: Quyết định",
      "    # ? Có cần Hội đồng nhân dân thông qua không?\n    sản phẩm: Quyết định",
    ),
  },
};

/** The settled part; throws when it settles nothing. */
function settled(): string {
  const { problems, questions } = readSample(withLeads(`${unclear}${understanding}`));
  if (problems.length > 0 || questions[0]?.settled === null || questions.length !== 1)
    throw new Error("not settled");
  return `nhiệm vụ:\n${unclear}${understanding}`;
}

export function questionsPage(): string {
  return page(
    "# Questions",
    "A question is a point of signed text that needs the office's understanding: *điểm cần làm rõ*. A signed plan is never refused for being unclear. The question is shown with the plan until it is settled, and stands in the ledger's first entry when the plan is issued with it open.",
    "It is settled by writing under the part in question how it is understood, by whom and when:",
    fenced(settled(), "yaml"),
    "Where the text itself may be completed, completing it settles the question too: naming one lead, stating how a change is reckoned. A comment that begins with `# ?` is a question too, noted by whoever wrote the file or by `kehoach import`; deleting it settles it.",
    ...questionCodes.map((name) => entry(name, shownBy(name, samples[name]))),
  );
}
