// Figures that agencies of a demo report: invented, the same in every demo, and such as could be.

import type { MissingReading, Plan, ReadingInput } from "@kehoach/engine";

type Input = Plan["inputs"][number];

/** Values for what an agency has not reported yet; dates are left out, since nobody knows them before they come. */
export function inventedFigures(plan: Plan, missing: readonly MissingReading[]): ReadingInput[] {
  const figures = missing.flatMap((gap): ReadingInput[] => {
    const { input: id, agency, period } = gap;
    const input = plan.inputs.find((one) => one.id === id);
    const value = input === undefined ? null : valueFor(plan, input, gap);
    return value === null ? [] : [{ input: id, agency, period, status: "official", value }];
  });
  // A whole before its parts.
  const isPart = ({ input }: ReadingInput) => wholeOf(plan, input) !== null;
  return figures.sort((a, b) => Number(isPart(a)) - Number(isPart(b)));
}

/** What the targets of a plan compare with, reported for the year before it: inputs by the agencies that owe them. */
export function baseGaps(plan: Plan): MissingReading[] {
  const period = String(Number(plan.period.from.slice(0, 4)) - 1);
  const compared = plan.targets.filter((target) => {
    const base = "base" in target ? target.base : "change" in target ? (target.change?.base ?? null) : null;
    return base?.on === "previous_year";
  });
  const inputs = new Set(compared.flatMap((target) => target.inputs));
  return plan.inputs
    .filter(({ id, from, task }) => inputs.has(id) && from === null && task === null)
    .flatMap(({ id, agencies }) =>
      agencies.map((agency) => ({ input: id, agency, period, awaiting: false })),
    );
}

/** Null: it cannot be invented. */
function valueFor(plan: Plan, input: Input, gap: MissingReading): string | null {
  if (input.kind === "date") return null;
  if (input.kind === "yes_no") return "1";
  // What must never occur does not.
  if (plan.targets.some((target) => target.type === "zero" && target.inputs.includes(input.id))) return "0";
  const whole = wholeOf(plan, input.id);
  if (whole !== null) {
    const of = plan.inputs.find(({ id }) => id === whole);
    const most = of === undefined ? 0 : numberOf(of, gap);
    return String(Math.max(0, most - shortfall(input, gap, most)));
  }
  return String(numberOf(input, gap));
}

/** Sizes in the year; a month has its share of what adds up. */
const sizes = [36, 60, 720] as const;

function numberOf(input: Input, { agency, period }: MissingReading): number {
  const size = sizes[hash(`${input.id}/${agency}`) % sizes.length] ?? sizes[0];
  if (!input.cumulative) return size / 12 + (hash(input.id) % 5);
  const share = shares[input.every];
  // What a year brought before is a little less than this one does.
  if (period.length === 4) return Math.round(size * 0.85);
  const swing = hash(`${input.id}/${agency}/${period}`) % Math.max(1, Math.round((size * share) / 2));
  return Math.max(1, Math.round(size * share) + swing);
}

/** The part of a year that a period is. */
const shares: Readonly<Record<Input["every"], number>> = {
  week: 1 / 52,
  month: 1 / 12,
  quarter: 1 / 4,
  half_year: 1 / 2,
  nine_months: 3 / 4,
  year: 1,
};

/** Now and then a case is not done in its period; the year before did worse. */
function shortfall(input: Input, { agency, period }: MissingReading, most: number): number {
  if (period.length === 4) return Math.max(1, Math.round(most * 0.15));
  return hash(`${input.id}/${agency}/${period}/short`) % 6 === 0 ? 1 : 0;
}

/** The input another is a part of: said so, or as the numerator of a rate over it. */
function wholeOf(plan: Plan, input: string): string | null {
  const said = plan.inputs.find(({ id }) => id === input)?.partOf ?? null;
  if (said !== null) return said;
  for (const target of plan.targets) {
    const names =
      target.type === "ratio"
        ? [...target.numerator.names, ...target.denominator.names]
        : "formula" in target && /^\w+\s*\/\s*\w+$/.test(target.formula?.text ?? "")
          ? (target.formula?.names ?? [])
          : [];
    if (names.length === 2 && names[0] === input) return names[1] ?? null;
  }
  return null;
}

function hash(text: string): number {
  let value = 17;
  for (const letter of text) value = (value * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
  return value;
}
