// The command `report`: each value checked against its input, its period and what stands, and recorded by an entry.

import { dateOfInstant, displayDate, startOfDay } from "../calendar/index.ts";
import type { CompiledInput } from "../compile/index.ts";
import type { WhoRole } from "../language/plan.ts";
import type { Micros } from "../ledger/entry.ts";
import { compare } from "../measure/index.ts";
import { readingWords } from "../words/readings.ts";
import { erasableTexts, reasonLength, recordedFacts } from "./brought.ts";
import type { PlanCommand } from "./command.ts";
import type { Accepted, Refusal } from "./decision.ts";
import { effectiveAt } from "./effective-at.ts";
import { EntryDrafts } from "./entry-draft.ts";
import type { Draw, Facts } from "./facts.ts";
import { type InputPeriod, inputPeriod } from "./input-period.ts";
import { type ReadingInput, type ReadingRow, type RecordedReading, readingKey } from "./reading.ts";
import { jumpsBeyond, numberOf, valueOfKind } from "./reading-value.ts";
import { notInForce, refuse } from "./refuse.ts";
import { rolesOnPlan } from "./roles-towards.ts";
import { personsOf } from "./stand-in.ts";

export const reportLabel = { vi: "Báo cáo số liệu", en: "Report figures" };

const ofAgency = ["head", "clerk", "officer"] as const;
const forOthers: readonly WhoRole[] = ["issuer", "vice_chair", "office"];

/** What stands, by `readingKey`: that of the values before in the same command too. */
type Standing = Map<string, Pick<ReadingRow, keyof RecordedReading>>;

/** All of the values or none. Values that say what stands already are passed over. */
export function decideReadings(facts: Facts, command: PlanCommand, draw: Draw): Accepted | Refusal {
  const { state } = facts.plan;
  if (state === "suspended" || state === "withdrawn") return notInForce(facts.plan);
  const data = command.data ?? {};
  const sent = data.readings ?? [];
  if (sent.length === 0) return refuse("readings_required");
  const issued = facts.compiled.plan.issued;
  const at = effectiveAt(facts, command, draw.now, issued === null ? 0 : startOfDay(issued));
  if (typeof at !== "number") return at;

  const standing: Standing = new Map((facts.readings ?? []).map((row) => [readingKey(row), row]));
  const taken: { reading: RecordedReading; before: string | null | undefined; confirmed: boolean }[] = [];
  for (const given of sent) {
    const judged = judgeReading(facts, command, given, standing, at);
    if ("accepted" in judged) return judged;
    const key = readingKey(judged);
    const before = standing.get(key)?.value;
    if (before === judged.value) continue;
    if ((before !== undefined || judged.value === null) && !hasReason(data.reason))
      return refuse("reason_required");
    standing.set(key, judged);
    taken.push({ reading: judged, before, confirmed: given.confirmed === true });
  }
  if (taken.length === 0) return refuse("changes_nothing");
  const beyond = taken
    .map(({ reading }) => beyondWhole(facts, reading, standing))
    .find((one) => one !== null);
  if (beyond !== undefined) return beyond;

  const entries = new EntryDrafts(command, facts.plan, draw.now);
  const { texts, digests } = erasableTexts(data, draw);
  const { document } = data;
  taken.forEach(({ reading, before, confirmed }, index) => {
    entries.add("reading_reported", null, at, {
      outcome: {},
      reading: { ...reading },
      facts: {
        ...recordedFacts({ ...command, data: { ...(document !== undefined && { document }) } }),
        ...(before !== undefined && { replaces: before }),
        ...(confirmed && { confirmed }),
      },
      ...(index === 0 && { texts: digests }),
    });
  });
  return { accepted: true, entries: entries.drafts, texts, erased: [], effects: [] };
}

function hasReason(reason: string | undefined): boolean {
  return (reason ?? "").trim().length >= reasonLength;
}

function judgeReading(
  facts: Facts,
  command: PlanCommand,
  given: ReadingInput,
  standing: Standing,
  at: Micros,
): RecordedReading | Refusal {
  const compiled = facts.compiled.inputs.get(given.input);
  if (compiled === undefined) return refuse("unknown_input", { detail: given.input });
  const { input } = compiled;
  const elsewhere = reportedElsewhere(facts, compiled);
  if (elsewhere !== null) return refuse("reported_elsewhere", { detail: elsewhere });
  const agency = given.agency ?? command.actor.agency ?? "";
  const notHis = mayNotReport(facts, command, compiled, agency);
  if (notHis !== null) return notHis;
  const period = inputPeriod(compiled, given.period, facts.compiled.plan.period);
  if (period === null) return refuse("unknown_period", { detail: `${given.period} (${input.title})` });
  const day = dateOfInstant(at);
  const early = tooEarly(compiled, period, given.status, day);
  if (early !== null) return early;
  const recorded = { input: input.id, agency, period: period.id, status: given.status };
  const row = { ...recorded, from: period.from, to: period.to };
  if (given.status === "estimate" && standing.has(readingKey({ ...recorded, status: "official" })))
    return refuse("official_stands", { detail: `${input.title}, ${period.id}` });
  if (given.value === null) return { ...row, value: null };
  const value = valueOfKind(input.kind, given.value, given.status === "official" ? day : null);
  if (value === null) {
    const wanted = { vi: readingWords.vi.wanted[input.kind], en: readingWords.en.wanted[input.kind] };
    return refuse("value_impossible", { detail: `${input.title}: ${given.value}`, stage: wanted });
  }
  const last = given.confirmed === true ? null : lastBefore(period, { ...row, value }, standing);
  if (last !== null && jumpsBeyond(input.jump, last, value))
    return refuse("confirmation_required", { detail: `${input.title}: ${last} → ${value}` });
  return { ...row, value };
}

/** Where an input is reported that is not reported in this plan; null: it is. */
function reportedElsewhere({ compiled }: Facts, { input }: CompiledInput): string | null {
  if (input.from !== null) return `${input.from.document} / ${input.from.input}`;
  return input.task === null ? null : (compiled.tasks.get(input.task)?.task.title ?? input.task);
}

function mayNotReport(
  { compiled }: Facts,
  { actor, onBehalfOf }: PlanCommand,
  { input, agencies }: CompiledInput,
  agency: string,
): Refusal | null {
  if (!agencies.includes(agency))
    return refuse("not_its_reporter", {
      detail: input.title,
      command: bothWays(compiled.agencyName(agency)),
    });
  const own = personsOf(actor).some(
    (person) => person.agency === agency && ofAgency.some((role) => person.roles.includes(role)),
  );
  if (own) return null;
  const holds = rolesOnPlan(actor, compiled.plan);
  if (!forOthers.some((role) => holds.includes(role)))
    return refuse("not_your_role", { command: reportLabel, whoCould: [...ofAgency, "office"] });
  return (onBehalfOf?.name ?? "").trim() === "" ? refuse("decided_by_required") : null;
}

function bothWays(name: string): { vi: string; en: string } {
  return { vi: name, en: name };
}

/** What became of a period is official when it is over; that something is done, or was judged, on the day it is. */
function tooEarly(
  { input }: CompiledInput,
  { from, to }: InputPeriod,
  status: ReadingInput["status"],
  day: string,
): Refusal | null {
  if (day < from) return refuse("period_not_begun", { detail: displayDate(from) });
  const ofADay = input.kind === "date" || input.kind === "yes_no";
  return status === "official" && !ofADay && day < to
    ? refuse("official_too_early", { detail: displayDate(to) })
    : null;
}

/** The value that stands for the last period of the same length before this one; null: none. */
function lastBefore(period: InputPeriod, reading: RecordedReading, standing: Standing): string | null {
  let last: RecordedReading | null = null;
  for (const row of standing.values()) {
    if (row.input !== reading.input || row.agency !== reading.agency || row.to >= period.from) continue;
    if (row.value === null || shapeOf(row.period) !== shapeOf(period.id)) continue;
    if (last === null || row.to > last.to || (row.to === last.to && row.status === "official")) last = row;
  }
  return last?.value ?? null;
}

/** Ids of periods of one length look alike. */
function shapeOf(period: string): string {
  return period.replaceAll(/\d/g, "0");
}

/** A part is never more than its whole, of the same agency, period and status. */
function beyondWhole({ compiled }: Facts, reading: RecordedReading, standing: Standing): Refusal | null {
  const standingOf = (input: string): string | null =>
    standing.get(readingKey({ ...reading, input }))?.value ?? null;
  for (const { input } of compiled.inputs.values()) {
    if (input.partOf === null || (input.id !== reading.input && input.partOf !== reading.input)) continue;
    const [part, whole] = [standingOf(input.id), standingOf(input.partOf)];
    const [of, to] = [numberOf(part), numberOf(whole)];
    if (of === null || to === null || compare(of, to) <= 0) continue;
    const title = compiled.inputs.get(input.partOf)?.input.title ?? input.partOf;
    return refuse("part_over_whole", { detail: `${input.title} ${part} > ${title} ${whole}` });
  }
  return null;
}
