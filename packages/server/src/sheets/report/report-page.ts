// A report as a printed document: its text in the layout of Decree 30/2020/NĐ-CP (annex III, form 1.4), tables as annexes.

import { type PeriodReport, type ReportTarget, totalOf } from "@kehoach/engine";
import { dateOfInstant } from "@kehoach/engine/calendar";
import { judgementWords, type Language, reportWords, serverWords } from "@kehoach/engine/words";
import { centred, documentFoot, documentHead } from "../document-head.ts";
import type { Block, Line, Page } from "../page.ts";
import { rateText } from "../sheet.ts";
import { sheetPage } from "../sheet-page.ts";
import { type PrintedReport, periodName, standing, subjectOf } from "./printed-report.ts";
import { reportSheets } from "./report-sheets.ts";

const romans = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII"];

/** The text first, then its annexes. */
export function reportPages(printed: PrintedReport, language: Language): [Page, ...Page[]] {
  const { annexes } = reportSheets(printed, language);
  return [
    textPage(printed, language),
    ...annexes.map(({ sheet }, index) => annexPage(sheet, index, printed, language)),
  ];
}

function annexPage(
  sheet: Parameters<typeof sheetPage>[0],
  index: number,
  { sender }: PrintedReport,
  language: Language,
): Page {
  const words = reportWords[language];
  // What all annexes share stands in the text already.
  const page = sheetPage({ ...sheet, subtitles: [] }, language);
  const [title, ...rest] = page.blocks;
  return {
    ...page,
    blocks: [
      block(centred(words.annex(romans[index] ?? String(index + 1)), { bold: true, size: 14 })),
      ...(title === undefined ? [] : [title]),
      block(centred(words.attached(sender), { italic: true, size: 14 })),
      ...rest,
    ],
  };
}

const block = (line: Line): Block => ({ kind: "line", line });
const body = (text: string): Block =>
  block({ align: "justify", indent: true, before: 6, runs: [{ text, size: 14 }] });
/** What introduces a list stays with its first line. */
const intro = (text: string): Block =>
  block({ align: "justify", indent: true, before: 6, heads: true, runs: [{ text, size: 14 }] });

function textPage(printed: PrintedReport, language: Language): Page {
  const words = reportWords[language];
  const { report, sender, above, issuer } = printed;
  const subject = subjectOf(report, language);
  const sections: [keyof typeof words.sections, Block[]][] = [
    [
      "tasks",
      [...taskLines(report, language), ...ongoingLines(report, language), ...changeLines(report, language)],
    ],
    ["targets", targetLines(report, language)],
    ["gaps", gapLines(report, language)],
    ["narratives", narrativeLines(printed, language)],
    ["checks", checkLines(printed, language)],
  ];
  const told = sections.filter(([, lines]) => lines.length > 0);
  return {
    title: subject,
    landscape: false,
    blocks: [
      documentHead(
        { sender, above, number: words.notation, subject: null, issuer, today: dateOfInstant(report.at) },
        language,
      ),
      block({ ...centred(words.kind, { bold: true, size: 14 }), before: 12 }),
      block(centred(subject, { bold: true, size: 14 })),
      block({ runs: [], rule: 0.25 }),
      ...standing(printed, language).map((line, index) =>
        block({ ...centred(line, { italic: true, size: 13 }), before: index === 0 ? 6 : 0 }),
      ),
      ...told.flatMap(([name, lines], index) => [
        block({
          before: 10,
          indent: true,
          heads: true,
          runs: [{ text: `${romans[index] ?? index + 1}. ${words.sections[name]}`, bold: true, size: 14 }],
        }),
        ...lines,
      ]),
      body(words.rests(report.ledgers.length)),
      body(`${words.closing} ${words.closingOf(subject)}./.`),
      block({ runs: [] }),
      documentFoot(words.receivers, language),
    ],
  };
}

function numberText(count: number, language: Language): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, language === "vi" ? "." : ",");
}

function taskLines({ figures }: PeriodReport, language: Language): Block[] {
  const { tasks: words } = reportWords[language];
  const show = (count: number): string => numberText(count, language);
  const { assignments, tasks, ageing, returns, requested, rates } = figures.total;
  if (totalOf(assignments) + assignments.withdrawn === 0) return [body(words.none)];
  const agencies = figures.lines.filter((line) => totalOf(line.assignments) > 0).length;
  const { done_on_time: onTime, done_late: late } = assignments;
  const ages =
    assignments.overdue === 0
      ? ""
      : words.ages(show(ageing["1_30"]), show(ageing["31_60"]), show(ageing["61_90"]), show(ageing.over_90));
  const stated = rates.map(({ id, numerator, denominator, basisPoints }) => {
    const { label } = serverWords[language].rates[id];
    return basisPoints === null
      ? words.noRate(label)
      : words.rate(label, show(numerator), show(denominator), rateText(basisPoints, language));
  });
  const items = [
    words.done(show(onTime + late), show(onTime), show(late)),
    words.awaiting(show(assignments.awaiting_confirmation)),
    words.open(
      show(assignments.in_time + assignments.due_soon),
      show(assignments.due_soon),
      show(assignments.no_due_date),
    ),
    words.overdue(show(assignments.overdue), ages),
    ...(assignments.suspended + assignments.withdrawn === 0
      ? []
      : [words.other(show(assignments.suspended), show(assignments.withdrawn))]),
    ...(returns.times === 0
      ? []
      : [
          words.returns(
            show(returns.times),
            show(returns.assignments),
            show(returns.objective),
            show(returns.subjective),
          ),
        ]),
    ...stated,
  ];
  const asked = totalOf(requested);
  return [
    intro(words.total(show(totalOf(tasks)), show(totalOf(assignments)), show(agencies))),
    ...items.map((text) => body(`- ${text}`)),
    ...(asked === 0 ? [] : [body(words.requested(show(asked)))]),
  ];
}

function changeLines({ changes }: PeriodReport, language: Language): Block[] {
  const { changes: words } = reportWords[language];
  if (changes === null) return [body(words.none)];
  const show = (list: readonly unknown[]): string => numberText(list.length, language);
  const { verdicts } = judgementWords[language];
  return [
    intro(words.heading(periodName(changes.since.period, language), changes.since.number)),
    body(`- ${words.work(show(changes.done), show(changes.overdue), show(changes.opened))}`),
    ...changes.verdicts.map(({ title, from, to }) =>
      body(
        `- ${words.verdict(
          title,
          from === null ? words.notThen : verdicts[from],
          to === null ? words.notNow : verdicts[to],
        )}`,
      ),
    ),
  ];
}

function targetLines({ targets }: PeriodReport, language: Language): Block[] {
  const { targets: words } = reportWords[language];
  if (targets.length === 0) return [body(words.none)];
  const { judged } = judgementWords[language];
  const counts = Object.entries(judged).flatMap(([verdict, name]) => {
    const count = targets.filter((target) => target.verdict === verdict).length;
    return count === 0 ? [] : [words.count(numberText(count, language), name)];
  });
  return [
    intro(words.summary(counts.join("; "))),
    ...targets.map((target) => body(`- ${targetLine(target, language)}`)),
  ];
}

function targetLine({ title, explanation, oneCase }: ReportTarget, language: Language): string {
  const { targets: words } = reportWords[language];
  const line = words.line(title, explanation[language]);
  return oneCase ? `${line} ${words.oneCase}` : line;
}

function ongoingLines({ ongoing }: PeriodReport, language: Language): Block[] {
  const { heading, byTask, manyAgencies } = reportWords[language].ongoing;
  if (ongoing.length === 0) return [];
  const byTitle = Map.groupBy(ongoing, ({ planId, task }) => `${planId} ${task}`);
  const lines = [...byTitle.values()].map((of) => {
    const names = of.map(({ name }) => name);
    const who = names.length > 5 ? manyAgencies(numberText(names.length, language)) : names.join(", ");
    return body(`- ${byTask(of[0]?.title ?? "", who)}.`);
  });
  return [intro(heading), ...lines];
}

function gapLines({ gaps }: PeriodReport, language: Language): Block[] {
  const { gaps: words } = reportWords[language];
  if (gaps.readings.length === 0 && gaps.duties.length === 0) return [body(words.none)];
  const lines: Block[] = [];
  for (const heading of ["readings", "awaiting"] as const) {
    const of = gaps.readings.filter(({ awaiting }) => awaiting === (heading === "awaiting"));
    if (of.length === 0) continue;
    lines.push(intro(words[heading](numberText(of.length, language))));
    for (const [agency, missing] of Map.groupBy(of, ({ name }) => name)) {
      const figures = [...Map.groupBy(missing, ({ title }) => title)].map(([title, of]) =>
        words.figure(title, of.map(({ period }) => periodName(period, language)).join(", ")),
      );
      lines.push(body(`- ${words.byAgency(agency, figures.join("; "))}.`));
    }
  }
  if (gaps.duties.length > 0) {
    lines.push(intro(words.duties));
    for (const [agency, of] of Map.groupBy(gaps.duties, ({ name }) => name)) {
      const duties = of.map(({ task, occurrence, what }) =>
        words.duty(task, periodName(occurrence, language), words.what[what]),
      );
      lines.push(body(`- ${words.byAgency(agency, duties.join("; "))}.`));
    }
  }
  return lines;
}

function narrativeLines({ report, texts }: PrintedReport, language: Language): Block[] {
  const { narratives: words } = reportWords[language];
  const byPart = Map.groupBy(report.narratives, ({ part }) => part);
  return (Object.keys(words.parts) as (keyof typeof words.parts)[]).flatMap((part) => {
    const written = byPart.get(part) ?? [];
    if (written.length === 0) return [];
    return [
      block({
        before: 6,
        indent: true,
        heads: true,
        runs: [{ text: words.parts[part], bold: true, italic: true, size: 14 }],
      }),
      ...written.flatMap(({ name, digest }) =>
        paragraphs(words.line(name, texts[digest] ?? words.withheld)).map((text, index) =>
          body(index === 0 ? `- ${text}` : text),
        ),
      ),
    ];
  });
}

/** What people write has line breaks; in a document each is a paragraph. */
function paragraphs(text: string): string[] {
  return text.split(/\r?\n/).filter((line) => line.trim() !== "");
}

/** Only where it is drawn up by agency: nobody checks the line of his own report. */
function checkLines({ report, texts, whole }: PrintedReport, language: Language): Block[] {
  const { checks: words, narratives } = reportWords[language];
  const { checks, figures, scope } = report;
  if (scope.agency !== null || (checks.length === 0 && !whole)) return [];
  const names = (list: readonly { name: string }[]): string => list.map(({ name }) => name).join(", ");
  const agree = checks.filter(({ answer }) => answer === "agree");
  const checked = new Set(checks.map(({ agency }) => agency));
  const silent = figures.lines.filter(
    ({ agency, isRequested, assignments }) =>
      !isRequested && totalOf(assignments) > 0 && !checked.has(agency),
  );
  const lines: string[] = [];
  if (agree.length > 0)
    lines.push(
      words.agree(
        numberText(agree.length, language),
        names(agree.map(({ name, holds }) => ({ name: holds ? name : `${name} – ${words.moved}` }))),
      ),
    );
  for (const { name, answer, reason, holds } of checks) {
    if (answer !== "differ") continue;
    const why = (reason === null ? null : texts[reason]) ?? narratives.withheld;
    lines.push(words.differ(name, holds ? why : `${why} (${words.moved})`));
  }
  if (silent.length > 0) lines.push(words.silent(numberText(silent.length, language), names(silent)));
  return lines.flatMap((line) =>
    paragraphs(line).map((text, index) => body(index === 0 ? `- ${text}` : text)),
  );
}
