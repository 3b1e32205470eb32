// Targets, readings and report forms → what pages show: agencies named, fractions as text, judgements in words.

import type { ReadingRow, ReportForm, TargetDetail, TargetView } from "@kehoach/engine";
import type { Change, Judgement, Rational } from "@kehoach/engine/measure";
import { rationalText } from "@kehoach/engine/measure";
import { explainJudgement, explainOutlook } from "@kehoach/engine/words";
import type {
  InputBody,
  LocalText,
  ReadingBody,
  ReportFormBody,
  TargetDetailBody,
  TargetItem,
} from "../contract/index.ts";
import { targetBody } from "./plan-body.ts";
import { agencyName, type PlanGround } from "./plan-facts.ts";

type Input = TargetDetail["inputs"][number];

export function targetItem(ground: PlanGround, view: TargetView): TargetItem {
  const { target, judgement, outlook, reported, caseUnit } = view;
  const told = { ...target, caseUnit };
  return {
    ...targetBody(ground, target),
    type: target.type,
    planId: view.planId,
    documentId: view.documentId,
    direction: target.direction,
    change: changeOf(target)?.mode ?? null,
    span: view.span,
    judgement: judgementBody(ground, judgement),
    said: inBoth((language) => explainJudgement(told, judgement, language)),
    outlook:
      outlook === null
        ? null
        : {
            possibility: outlook.possibility,
            forecast:
              outlook.forecast === null
                ? null
                : { ...outlook.forecast, value: rationalText(outlook.forecast.value) },
            estimate: exact(outlook.estimate),
            periodsLeft: outlook.periodsLeft,
            said: inBoth((language) => explainOutlook(told, judgement, outlook, language)),
          },
    trajectory: view.trajectory.map((point) => ({ ...point })),
    lastReadingAt: view.lastReadingAt,
    reported: {
      expected: reported.expected,
      there: reported.there,
      missing: reported.missing.map(({ input, agency, period }) => ({
        input,
        title: inputTitle(ground, input),
        agency: agencyName(ground, agency),
        period,
      })),
    },
  };
}

/** `tasks`: those of `detail.tasks` that the reader sees, with the bucket of what presses most in each. */
export function targetDetailBody(
  ground: PlanGround,
  detail: TargetDetail,
  tasks: TargetDetailBody["tasks"],
): Omit<TargetDetailBody, "at" | "date"> {
  return {
    ...targetItem(ground, detail),
    inputs: detail.inputs.map((input) => inputBody(ground, input)),
    readings: detail.readings.map((reading) => readingBody(ground, reading)),
    substituted: detail.substituted.map((each) => ({ ...each })),
    tasks,
  };
}

export function reportFormBody(ground: PlanGround, form: ReportForm): ReportFormBody {
  const reading = (row: ReadingRow | null) => (row === null ? null : readingBody(ground, row));
  return {
    planId: form.planId,
    assignmentId: form.assignmentId,
    agency: agencyName(ground, form.agency),
    period: form.period,
    lines: form.lines.map((line) => ({
      input: inputBody(ground, line.input),
      reading: reading(line.reading),
      last: reading(line.last),
      runningTotal: line.runningTotal,
      required: line.required,
    })),
  };
}

function judgementBody(ground: PlanGround, judgement: Judgement): TargetItem["judgement"] {
  const { units, parts, bound, far, oneCase, casesToReach } = judgement;
  const names = (ids: readonly string[]) => ids.map((id) => agencyName(ground, id));
  return {
    verdict: judgement.verdict,
    provisional: judgement.provisional,
    reason: judgement.reason,
    value: exact(judgement.value),
    numerator: exact(judgement.numerator),
    denominator: exact(judgement.denominator),
    bound,
    far,
    current: exact(judgement.current),
    base: exact(judgement.base),
    oneCase,
    casesToReach: casesToReach === null ? null : String(casesToReach),
    units:
      units === null
        ? null
        : {
            reached: units.reached,
            of: units.of,
            short: names(units.short),
            silent: names(units.silent),
            empty: names(units.empty),
          },
    parts:
      parts === null
        ? null
        : Object.entries(parts).map(([target, verdict]) => ({
            target,
            title: ground.plan.targets.find(({ id }) => id === target)?.title ?? target,
            verdict,
          })),
  };
}

function inputBody(ground: PlanGround, input: Input): InputBody {
  const { id, title, unit, kind, every, cumulative, partOf, jump, system, from } = input;
  // Of what is reported under another document, that one's groups are not known here.
  const reporters = ground.inputs.get(id)?.agencies ?? input.agencies;
  const agencies = reporters.map((agency) => agencyName(ground, agency));
  return { id, title, unit, kind, every, cumulative, partOf, jump, system, from, agencies };
}

export function readingBody(ground: PlanGround, reading: ReadingRow): ReadingBody {
  return { ...reading, agency: agencyName(ground, reading.agency) };
}

function inputTitle({ plan }: PlanGround, id: string): string {
  return plan.inputs?.find((input) => input.id === id)?.title ?? id;
}

function changeOf(target: TargetView["target"]): Change | null {
  return "change" in target ? target.change : null;
}

function exact(value: Rational | null): string | null {
  return value === null ? null : rationalText(value);
}

function inBoth(say: (language: "vi" | "en") => string): LocalText {
  return { vi: say("vi"), en: say("en") };
}
