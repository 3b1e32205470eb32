// What the page of the plan language says between its tables.

import { type Conventions, defaultConventions } from "../../packages/engine/src/language/index.ts";
import { spellKeyword } from "../../packages/engine/src/language/keywords.ts";
import type { TargetType } from "../../packages/engine/src/language/target.ts";
import { aggregates, formulaLimits } from "../../packages/engine/src/measure/formula.ts";
import { code, table } from "./markdown.ts";

export const targetWord = (type: TargetType): string => spellKeyword(type, "vi");
export const registerWord = (kind: string): string => spellKeyword(kind, "vi");

export const opening = `A plan is one YAML document in one UTF-8 file. Its keys and fixed words are written in Vietnamese or in English: each has exactly one spelling in either, and a file keeps to one language. \`kehoach fmt --keys vi\` and \`kehoach fmt --keys en\` convert a file without touching its content or comments.

For an editor that knows JSON Schema there are two schemas, \`plan.schema.vi.json\` and \`plan.schema.json\`, in \`packages/engine/src/language/generated/\`. Name one in the first line of a file:

\`\`\`yaml
# yaml-language-server: $schema=<path to>/plan.schema.vi.json
\`\`\`

Reading a file answers with a plan, or with [all its problems](problems.md) at once. Beside them stand [questions](questions.md), which never hold a plan back.`;

export const forms = table(
  ["Form", "How"],
  [
    [
      "id",
      "Lower-case letters a–z without accents, digits and hyphens; at most 63. The id of a task is never used again for something else. Ids of inputs have underscores instead of hyphens, so that formulas can name them.",
    ],
    ["text", "Any text. Quotes are needed where YAML would take marks such as `: ` or ` #` for its own."],
    ["date", "`31/12/2026` or `2026-12-31`. A day that does not exist, such as 31/6, is a problem."],
    ["hour", "`14:00`, `14h` or `14h30`."],
    ["figure", "`95`, `2,5` or `2.5`, with ` %` where it is a percentage."],
    ["or a list", "One item may stand without brackets."],
    [
      "keys",
      "A group of keys of its own, listed further down. Where “id, or keys” may stand, the keys are needed only to say more: `chủ trì: so-noi-vu` is the same as `chủ trì: { cơ quan: so-noi-vu }`.",
    ],
    ["by id", "A group whose keys are ids you choose."],
  ],
);

export const document =
  "A document that gives tasks. Without a number, a date of issue or a signer it is a draft: it can be checked, shown and drawn, but not issued.";

/** By heading; a heading is the key in both spellings. */
export const intros: Readonly<Record<string, string>> = {
  "`quy ước` (`conventions`)": `What offices do differently, said once for the whole plan. Where it says nothing: ${defaults()}.`,
  "`đoạn văn bản` (`statements`)":
    "The statements of the signed text, so that `kehoach show --coverage` can tell which of them nothing in the plan represents.",
  "`nhiệm vụ` (`tasks`)":
    "A task is a duty as written. What runs is the assignment: one for each lead agency, and one for each coordinator who must answer, again for each period, window or event. `hình thức` (`mode`) says when: `một lần` (`one_off`) when the plan is issued; `theo đợt` (`window`) too, one for each window; `định kỳ` (`recurring`) as each period begins; `khi phát sinh` (`event`) whenever the event is recorded; `thường xuyên` (`ongoing`) never, since nothing of it can be reported done. Without the key it follows from the due; otherwise once. A task with `báo cáo` (`report`) is a duty to report figures: those it names, or with `có` (`true`) all that its agency reports for the period. It follows the lifecycle [`report`](lifecycles.md#report1) unless it names another; due `mỗi` (`every`) period of a regime without an offset, it is due when the regime has reports sent.",
  "`số liệu` (`inputs`)":
    "One figure that one agency reports, or each of several for itself. In a target, without `cơ quan chịu trách nhiệm` (`owner`) or `từng cơ quan` (`each`), it is the target's owner who reports, or each of its units. How often it is reported follows from the input, else its target, else the plan's `kỳ báo cáo` (`report_every`), else it is once a year; the windows from `chế độ báo cáo` (`regime`) in the same order, else they are those of the calendar. What is reported more than once a year must say whether its figures add up.",
  "`chủ trì` (`lead`)":
    "Exactly one of: an agency; a group; each of several. A plain list of agencies is text that does not say who answers: it is taken with a [question](questions.md).",
  "`phối hợp` (`coordinators`)":
    "Each coordinator who contributes or consents gets an assignment of its own beside the lead's. One who is only informed gets none.",
  "`thời hạn` (`due`)": "A due spelled out part by part. In words it is written as [below](#dues).",
  "`các đợt` (`windows`)":
    "For a task in windows. Each gives an assignment, opened with the plan and due on the window's last day.",
  "`các quy trình` (`lifecycles`)":
    "A process of your own, for tasks the built-in ones do not fit. How they work stands on the page of [lifecycles](lifecycles.md).",
};

function defaults(): string {
  const values: Readonly<Record<keyof Conventions, [key: string, value: unknown]>> = {
    before: ["before", defaultConventions.before ?? "each due must say"],
    rollForward: ["roll_forward", defaultConventions.rollForward],
    dueSoonDays: ["due_soon_days", defaultConventions.dueSoonDays],
    answerDays: ["answer_days", defaultConventions.answerDays],
    silenceAgrees: ["silence_agrees", defaultConventions.silenceAgrees],
    enteredLateDays: ["entered_late_days", defaultConventions.enteredLateDays],
    acceptDays: ["accept_days", defaultConventions.acceptDays],
    declineDays: ["decline_days", "no limit"],
    extensionsMax: ["extensions_max", "no limit"],
    oralDays: ["oral_days", defaultConventions.oralDays],
    standingLeadConfirms: ["standing_lead_confirms", defaultConventions.standingLeadConfirms],
    escalateDays: ["escalate_days", "nobody is told"],
  };
  return Object.values(values)
    .map(([key, value]) => `${code(key)} ${value}`)
    .join(", ");
}

export const origin =
  "Every part of a plan can say where it comes from. A signed plan is never refused for being unclear: what the text leaves out is filled in and marked as an assumption, and how unclear text is meant is recorded with who settled it and when. That also settles the part's [questions](questions.md).";

export const dues =
  "A due is written as the signed text says it, or [part by part](#thời-hạn-due). The words are kept, and the date they mean is always shown beside them. “Before day D” means D itself to some offices and the day before to others, so the plan says once in its conventions which it means, or writes `chậm nhất` (`by`) instead.";

export const computedDues =
  "A date the text states never moves. A *computed* date that falls on a day off moves to the next working day where `lùi sang ngày làm việc` (`roll_forward`) says so. The day of the event itself is not counted (Civil Code 2015, art. 147). The beginning, middle and end of a month are its 1st, 15th and last day; the middle of a year is 30 June (art. 146).";

export const targets =
  "What the plan promises, as one of the types below. What agencies report for them is declared once, under `số liệu` (`inputs`) beside the targets, or in a target: that is the same thing written shorter, and any target may use it. A target that names no input is one figure of its own. `lộ trình` (`trajectory`) says what it should have reached when: in even steps, or so much by a day or the end of a month or quarter.";

export const levels =
  "Without a word before it a level is to be reached: at least it, or at most it where `chiều` (`direction`) is `giảm` (`down`). `trên 95%` is strict: 19 of 20 is exactly 95 % and does not meet it.";

export const formulas = `Over the inputs of the plan: \`+ - * /\`, parentheses, numbers with a decimal point, one comparison at a time (\`= != < <= > >=\`), \`and\`, \`or\`, \`not\`, and the aggregates ${aggregates.map(code).join(", ")}. A formula is checked when the plan is read: names no input has, an input that is no figure, a condition where a number belongs, division by what is always zero. It has at most ${formulaLimits.length.toLocaleString("en")} characters and ${formulaLimits.depth} levels of nesting.`;

export const register =
  "The province's own record, which plans refer to by id: its agencies, its working calendar, its reporting regimes; and who stands in for whom. Each is a document of its own, issued in dated versions. A version in the register never changes; a change is a new version with a later first day.";

export const registerMeaning = {
  organisation:
    "The agencies of a province and their groups. Courts, procuracy, vertical and mass bodies are only *requested*: what is asked of them is followed and never rated.",
  calendar:
    "Days off, working days swapped for them, and days off that are worked all the same. One that extends another (`kế thừa`, `extends`) has that one's days too, and what it says about a day overrules them; its own id means the version before. A day with `giả định` (`assumption`) is not confirmed. See [the calendar](../calendar.md).",
  regime: "How a year is cut into reporting periods, and when a report is due after a period's cut-off.",
  authorities:
    "Who holds which position, and who stands in for whom by which document: an absent head's deputy, a delegate. A command names an authority by its id; what the other one holds on that day is looked up then, and nothing more may be done in his place, no day before the first or after the last. No plan refers to it.",
};
