// A ledger built to the numbers of a published report: so many assignments with this due, done on that day.

import type { DateText } from "../src/calendar/index.ts";
import { endOfDay } from "../src/calendar/index.ts";
import { engineOn, type OpenedDatabase } from "../src/engine/create-engine.ts";
import type { CommandInput, Engine } from "../src/index.ts";
import { headOf, issuer } from "./generated-plan.ts";

/** Assignments alike: when due, when reported done, when their agency was last heard of. Null: never. */
export interface Portion {
  count: number;
  due: DateText | null;
  done: DateText | null;
  heard?: DateText;
}

export interface Report {
  id: string;
  issued: DateText;
  /** How many agencies the work is spread over. */
  agencies: number;
  portions: readonly Portion[];
}

/** Report 1270/BC-TCTTTg on the whole of 2017. */
export const nationalReport2017: Report = {
  id: "national-2017",
  issued: "2017-01-03",
  agencies: 85,
  portions: [
    { count: 14_068, due: "2017-10-31", done: "2017-10-20" },
    { count: 1_983, due: "2017-06-30", done: "2017-08-15" },
    { count: 5_640, due: "2018-03-31", done: null },
    { count: 223, due: "2017-11-30", done: null },
  ],
};

/** The government office's report of August 2016; what was not due yet is invented. */
export const nationalReportAugust2016: Report = {
  id: "national-2016-08",
  issued: "2016-02-01",
  agencies: 60,
  portions: [
    { count: 2_100, due: "2016-07-15", done: "2016-07-08" },
    { count: 401, due: "2016-06-15", done: "2016-07-20" },
    { count: 222, due: "2016-08-15", done: null },
    { count: 40, due: "2016-12-31", done: "2016-05-10" },
    { count: 120, due: "2016-12-31", done: null },
  ],
};

/** Bình Định as of 30/5/2022. */
export const provincialReport2022: Report = {
  id: "province-2022",
  issued: "2022-01-04",
  agencies: 40,
  portions: [
    { count: 506, due: "2022-04-29", done: "2022-04-20" },
    { count: 146, due: "2022-03-31", done: "2022-04-25" },
    { count: 88, due: "2022-09-30", done: null },
    { count: 9, due: "2022-05-13", done: null },
    { count: 7, due: "2022-04-15", done: null },
    { count: 508, due: null, done: "2022-03-15" },
    { count: 102, due: null, done: null, heard: "2022-04-12" },
    { count: 21, due: null, done: null },
  ],
};

export interface ReportedLedger {
  engine: Engine;
  planId: string;
  /** Turns the clock to noon of a day in Vietnam. */
  turnTo: (date: DateText) => void;
}

/** Commands under way together; an engine takes no more than 10,000. */
const atOnce = 2_000;

/** Issues a plan with the report's assignments and sends what their agencies sent, day by day. */
export async function reportedLedger(database: OpenedDatabase, report: Report): Promise<ReportedLedger> {
  let now = endOfDay(report.issued, "12:00");
  const turnTo = (date: DateText): void => {
    now = endOfDay(date, "12:00");
  };
  const engine = engineOn(database, { sweepEvery: null, clock: { now: () => now } });
  const issued = await engine.issue({
    plan: { text: planText(report) },
    register: [{ text: organisationText(report) }, { text: calendarText }],
    actor: issuer,
  });
  if (!issued.issued) throw new Error(`Not issued: ${JSON.stringify(issued).slice(0, 2000)}`);
  const { planId } = issued;
  const sent = await commandsOf(engine, planId, report);
  for (const date of [...sent.keys()].sort()) {
    turnTo(date);
    const commands = sent.get(date) ?? [];
    for (let from = 0; from < commands.length; from += atOnce) {
      const batch = commands.slice(from, from + atOnce);
      const outcomes = await Promise.all(batch.map((command) => engine.dispatch(command)));
      const refused = outcomes.find((outcome) => !outcome.accepted);
      if (refused !== undefined) throw new Error(`Refused on ${date}: ${JSON.stringify(refused)}`);
    }
  }
  return { engine, planId, turnTo };
}

/** What the agencies send, by the day they send it. */
async function commandsOf(
  engine: Engine,
  planId: string,
  report: Report,
): Promise<Map<DateText, CommandInput[]>> {
  const byPortion = new Map<string, { id: string; agencyId: string }[]>();
  for (let after: string | null = null; ; ) {
    const page: Awaited<ReturnType<Engine["assignments"]>> = await engine.assignments(
      { planId },
      { after, limit: 500 },
    );
    for (const { id, agencyId, taskId } of page.items) {
      const portion = taskId.split("-")[0] ?? "";
      byPortion.set(portion, [...(byPortion.get(portion) ?? []), { id, agencyId }]);
    }
    after = page.next;
    if (after === null) break;
  }
  const sent = new Map<DateText, CommandInput[]>();
  for (const [index, { done, heard }] of report.portions.entries()) {
    const type = done === null ? "progress" : "finish";
    const date = done ?? heard;
    if (date === undefined || date === null) continue;
    const commands = (byPortion.get(`p${index}`) ?? []).map(
      ({ id, agencyId }): CommandInput => ({
        target: "assignment",
        planId,
        assignmentId: id,
        type,
        actor: headOf(agencyId),
      }),
    );
    sent.set(date, [...(sent.get(date) ?? []), ...commands]);
  }
  return sent;
}

/** As many tasks for each portion as it takes to give every agency at most one of each. */
function planText({ id, issued, agencies, portions }: Report): string {
  const year = issued.slice(0, 4);
  const tasks = portions.flatMap(({ count, due }, portion) =>
    Array.from({ length: Math.ceil(count / agencies) }, (_, index) => {
      const left = Math.min(agencies, count - index * agencies);
      const leads = Array.from({ length: left }, (_, agency) => `agency-${agency + 1}`);
      return `  - id: p${portion}-${index + 1}
    title: What was asked, ${portion + 1}.${index + 1}
    lead: { each: [${leads.join(", ")}] }
    lifecycle: reported
    tags: field-${(index % 3) + 1}
    source: heading
${due === null ? "" : `    due: ${due}\n`}`;
    }),
  );
  return `kehoach: 1
kind: plan
id: ${id}
number: 1/KH-UBND
title: Reported ${id}
issuer: committee
issued: ${issued}
signer: { name: The Chair, position: Chairman, capacity: TM. }
period: { from: ${year}-01-01, to: ${Number(year) + 1}-12-31 }
organisation: reported-agencies
calendar: reported-days
conventions: { before: strict, due_soon_days: 3 }
source: heading
tasks:
${tasks.join("")}lifecycles:
  reported:
    label: Reported
    initial: open
    states:
      open: { label: Open, category: active }
      finished: { label: Finished, category: done }
    commands:
      progress: { label: Progress, from: open, who: head }
      finish: { label: Finish, from: open, to: finished, who: head, stamps_completion: true }
    assumption: Invented for tests.
`;
}

function organisationText({ agencies }: Report): string {
  const lines = Array.from(
    { length: agencies },
    (_, index) => `  - { id: agency-${index + 1}, name: Agency ${index + 1}, kind: department }`,
  );
  return `kehoach: 1
kind: organisation
id: reported-agencies
title: Agencies of a report
from: 2016-01-01
agencies:
  - { id: committee, name: People's Committee, kind: committee }
${lines.join("\n")}
`;
}

const calendarText = `kehoach: 1
kind: calendar
id: reported-days
title: Working days of a report
from: 2016-01-01
weekend: [saturday, sunday]
covers: { from: 2016-01-01, to: 2030-12-31 }
holidays:
  - { date: 2017-05-01, name: Labour Day }
`;
