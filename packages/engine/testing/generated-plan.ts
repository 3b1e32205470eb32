// Plan texts of any size for tests, proofs and measurements, with the register documents they are read against.

import type { Actor, SourceText } from "../src/index.ts";
import { seededRandom } from "./random.ts";

/** Agencies that lead and coordinate: `dept-1` … */
export const departments: readonly string[] = Array.from({ length: 12 }, (_, index) => `dept-${index + 1}`);

export const organisationText = `kehoach: 1
kind: organisation
id: generated-agencies
title: Agencies of an invented province
from: 2016-01-01
groups:
  - { id: departments, name: Departments }
agencies:
  - { id: committee, name: People's Committee, kind: committee }
${departments.map((id) => `  - { id: ${id}, name: Department ${id.slice(5)}, kind: department, groups: departments }`).join("\n")}
`;

export const calendarText = `kehoach: 1
kind: calendar
id: generated-days
title: Working days of an invented province
from: 2016-01-01
weekend: [saturday, sunday]
covers: { from: 2016-01-01, to: 2030-12-31 }
holidays:
  - { date: 2017-05-01, name: Labour Day }
  - { date: 2017-09-02, name: National Day }
`;

export const generatedRegister: readonly SourceText[] = [
  { text: organisationText, file: "organisation.yaml" },
  { text: calendarText, file: "calendar.yaml" },
];

/** Issues, confirms, returns: everything on the issuer's side. */
export const issuer: Actor = {
  id: "chair-1",
  name: "The chair",
  agency: "committee",
  roles: ["issuer", "vice_chair", "office"],
};

/** The head of an agency, who may do all its work. */
export function headOf(agency: string): Actor {
  return { id: `head-of-${agency}`, name: `Head of ${agency}`, agency, roles: ["head", "clerk", "officer"] };
}

/** A lifecycle that can go round for ever: open → running → handed → running … */
const relay = `  relay:
    label: Relay
    initial: open
    states:
      open: { label: Open, category: todo }
      running: { label: Running, category: active }
      handed: { label: Handed over, category: waiting }
      closed: { label: Closed, category: done }
      dropped: { label: Dropped, category: cancelled }
    commands:
      start: { label: Start, from: open, to: running, who: [head, clerk, officer] }
      record: { label: Record, from: running, who: [head, officer] }
      hand-over: { label: Hand over, from: running, to: handed, who: head, stamps_completion: true }
      give-back: { label: Give back, from: handed, to: running, who: office, require: reason, clears_completion: true }
      close: { label: Close, from: handed, to: closed, who: office, require: not_submitter }
      reopen: { label: Reopen, from: closed, to: running, who: issuer, require: reason, clears_completion: true }
      drop: { label: Drop, from: [open, running], to: dropped, who: issuer, require: [reason, document] }
    assumption: Invented for tests.
`;

/** What two departments report each month, and a target over it. */
const figures = `report_every: month
inputs:
  cases: { title: Cases received, each: [dept-1, dept-2], cumulative: true, jump: 80 }
  solved: { title: Cases solved, each: [dept-1, dept-2], cumulative: true, part_of: cases }
targets:
  - { id: solving, title: Solve over 95 %, owner: dept-1, type: ratio, numerator: solved, denominator: cases, level: trên 95 % }
`;

export interface GeneratedPlan {
  id: string;
  tasks: number;
  /** relay: one-off tasks that follow the endless lifecycle. plain: one-off tasks of the built-in lifecycle, some with
   *  coordinators. mixed: every kind of task, drawn by `seed`, and
   *  figures that are reported. Default plain. */
  kind?: "relay" | "plain" | "mixed";
  seed?: number;
}

/** The text of a plan of 2017, issued on 10 January by `committee`. */
export function generatedPlan({ id, tasks, kind = "plain", seed = 1 }: GeneratedPlan): string {
  const random = seededRandom(seed);
  const blocks: string[] = [];
  for (let index = 0; index < tasks; index += 1) {
    if (kind === "relay") blocks.push(taskText(index, ["lifecycle: relay", `due: ${dateOf(index)}`]));
    else if (kind === "plain") blocks.push(taskText(index, plainLines(index)));
    else blocks.push(taskText(index, mixedLines(index, random)));
  }
  return `kehoach: 1
kind: plan
id: ${id}
number: 1/KH-UBND
title: Plan ${id}
issuer: committee
issued: 2017-01-10
signer: { name: The Chair, position: Chairman, capacity: TM. }
period: 2017
organisation: generated-agencies
calendar: generated-days
${conventionsOf(kind, seed)}source: heading
objectives:
  - { id: first, title: First objective, source: I.1 }
  - { id: second, title: Second objective, source: I.2 }
tasks:
${blocks.join("")}${kind === "mixed" ? figures : ""}${kind === "plain" ? "" : `lifecycles:\n${relay}`}`;
}

/** Of a mixed plan they differ from seed to seed, and so does who follows it. */
function conventionsOf(kind: GeneratedPlan["kind"], seed: number): string {
  const stated = [
    "before: strict",
    "due_soon_days: 3",
    "answer_days: 5",
    `silence_agrees: ${seed % 2 === 0}`,
    "entered_late_days: 30",
  ];
  if (kind !== "mixed") return `conventions: { ${[...stated, "accept_days: by_hand"].join(", ")} }\n`;
  const random = seededRandom(seed + 1);
  stated.push(`accept_days: ${random.pick(["by_hand", "0", "2"])}`, `oral_days: ${1 + random.below(8)}`);
  if (random.chance(0.4)) stated.push(`decline_days: ${1 + random.below(20)}`);
  if (random.chance(0.4)) stated.push(`extensions_max: ${random.below(3)}`);
  stated.push(`escalate_days: ${random.pick(["0", "[0, 2]", "[1, 3, 5, 10]", "[2, 2, 2, 2]"])}`);
  const parties = random.chance(0.5) ? ["standing_leads: dept-1", "monitors: [dept-2]"] : [];
  if (parties.length > 0) stated.push(`standing_lead_confirms: ${random.chance(0.5)}`);
  return [...parties, `conventions: { ${stated.join(", ")} }`, ""].join("\n");
}

function taskText(index: number, lines: readonly string[]): string {
  const own = lines.some((line) => line.startsWith("lead:"))
    ? []
    : [`lead: ${departments[index % departments.length]}`];
  const all = [
    `title: Do what clause ${index + 1} asks for`,
    `objective: ${index % 2 === 0 ? "first" : "second"}`,
    ...own,
    ...lines,
    `source: II.${index + 1}`,
  ];
  return `  - id: task-${index + 1}\n${all.map((line) => `    ${line}\n`).join("")}`;
}

/** Due days spread over March to December. */
function dateOf(index: number): string {
  const month = 3 + (index % 10);
  const day = 1 + ((index * 7) % 28);
  return `2017-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

function plainLines(index: number): string[] {
  const coordinator = departments[(index + 5) % departments.length];
  return [
    ...(index % 4 === 0 ? [`coordinators: ${coordinator}`] : []),
    `product: Report on clause ${index + 1}`,
    `due: ${dateOf(index)}`,
  ];
}

function mixedLines(index: number, random: ReturnType<typeof seededRandom>): string[] {
  const lines: string[] = [];
  const mode = random.pick(["one_off", "one_off", "one_off", "recurring", "window", "event"] as const);
  const waits = mode === "one_off" && index > 0 && random.chance(0.3);
  if (random.chance(0.2)) lines.push(`lead: { each: [${departments.slice(0, 3).join(", ")}] }`);
  if (random.chance(0.5)) {
    const agency = departments[(index + 1 + random.below(10)) % departments.length];
    lines.push(
      `coordinators:\n      - { agency: ${agency}, duty: ${random.pick(["consent", "contribute"])} }`,
    );
  }
  if (random.chance(0.5)) lines.push("product: Report");
  if (random.chance(0.5)) lines.push("lifecycle: relay");
  if (mode !== "one_off") lines.push(`mode: ${mode}`);
  if (mode === "recurring") lines.push("due: { every: quarter, offset: 3, unit: working_days }");
  else if (mode === "event") lines.push("due: { count: 4, unit: working_days, event: opening }");
  else if (mode === "window") {
    lines.push(
      "windows:\n      - { from: 2017-04-01, to: 2017-04-30 }\n      - { from: 2017-08-01, to: 2017-08-31 }",
    );
    lines.push("due: { window_end: true }");
  } else if (waits) {
    // Only tasks of plain one-off kind are waited for: task-1 always is one.
    lines.push("after: task-1", "due: { count: 10, unit: working_days, completed: task-1 }");
  } else lines.push(`due: ${dateOf(index)}`);
  return lines;
}
