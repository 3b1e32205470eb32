// Written targets → Target: levels read, formulas parsed, unclear promises asked about.

import { checkFormula, type Formula as FormulaTree, parseFormula, typeOfFormula } from "../measure/index.ts";
import { spellKey, spellKeyword } from "./keywords.ts";
import type { Figure } from "./level-text.ts";
import { type Loose, many, present } from "./loose.ts";
import { normaliseDue } from "./normalise-due.ts";
import { type InputDefaults, type InputList, nobody, ofTarget } from "./normalise-input.ts";
import { type Direction, figureAt, levelAt } from "./normalise-level.ts";
import { trajectoryAt } from "./normalise-trajectory.ts";
import type { Path } from "./path.ts";
import { short } from "./read-written.ts";
import { annotated, at, dateAt, type Reading } from "./reading.ts";
import type { Base, Bound, Change, ChangeMode, Formula, Target, TargetCommon, TargetType } from "./target.ts";
import type { InputKind, TargetInput, Trajectory } from "./target-input.ts";
import type { WrittenPlan } from "./written/written-plan.ts";
import type { WrittenBase, WrittenTarget } from "./written/written-target.ts";

type Written<Type extends TargetType> = Loose<Extract<WrittenTarget, { type: Type }>>;

/** All targets of a plan. Inputs of each may be used by any, so all are declared before the first formula is read.
 *  A target whose type is unknown, which was reported before, is left out. */
export function normaliseTargets(
  reading: Reading,
  written: Loose<WrittenPlan>["targets"],
  inputs: InputList,
  defaults: InputDefaults,
): Target[] {
  return present(written)
    .map(([index, target]) => new TargetReader(reading, target, ["targets", index], inputs, defaults))
    .flatMap((reader) => reader.read() ?? []);
}

const noFormula: Formula = { text: "", names: [], ast: { kind: "number", text: "0", start: 0, end: 0 } };

class TargetReader {
  private readonly reading: Reading;
  private readonly written: Loose<WrittenTarget>;
  private readonly path: Path;
  private readonly common: TargetCommon;
  private readonly list: InputList;
  /** What its inputs take from it. */
  private readonly defaults: InputDefaults;
  /** Ids written in the target itself. */
  private readonly own: readonly string[];
  private readonly used = new Set<string>();

  constructor(
    reading: Reading,
    written: Loose<WrittenTarget>,
    path: Path,
    list: InputList,
    plan: InputDefaults,
  ) {
    this.reading = reading;
    this.written = written;
    this.path = path;
    this.list = list;
    const notes = annotated(reading, written, path);
    this.defaults = ofTarget(reading, written, plan, notes);
    this.own = list.declare(written.inputs, [...path, "inputs"], this.defaults);
    this.common = {
      id: written.id ?? "",
      title: written.title ?? "",
      objective: written.objective ?? null,
      owner: written.owner ?? null,
      unit: written.unit ?? null,
      direction: null,
      regime: written.regime ?? null,
      estimate: written.estimate ?? false,
      smallN: written.small_n ?? null,
      inputs: [],
      trajectory: null,
      ...notes,
    };
  }

  read(): Target | null {
    const target = this.typed();
    if (target === null) return null;
    const { written } = this;
    const trajectory = "trajectory" in written ? this.trajectory(written.trajectory, target) : null;
    return at(this.reading, this.path, { ...target, inputs: [...this.used], trajectory });
  }

  private trajectory(
    written: "linear" | Loose<readonly { on: string; value: string }[]> | undefined,
    target: Target,
  ): Trajectory | null {
    const percent = "level" in target ? target.level.percent : false;
    return trajectoryAt(this.reading, written, [...this.path, "trajectory"], percent);
  }

  private typed(): Target | null {
    const { written } = this;
    if (written.type === undefined) return null;
    // Parts that answer for themselves make up a composite, and a milestone's task has a lead.
    if (this.common.owner === null && written.type !== "composite") this.ask("target_without_owner", {});
    switch (written.type) {
      case "ratio":
        return this.ratio(written);
      case "count":
        return { ...this.measured(written), type: "count" };
      case "delta":
        return this.delta(written);
      case "range":
        return this.range(written);
      case "composite":
        return { ...this.common, type: "composite", allOf: many(written.all_of) };
      case "per_unit":
        return this.perUnit(written);
      case "mean":
        return this.mean(written);
      case "rank":
        return this.rank(written);
      case "index": {
        const [level, direction] = this.level(written.level, "level", written.direction ?? null);
        const { publisher = null, lag_months: lagMonths = 0 } = written;
        return {
          ...this.common,
          type: "index",
          formula: this.yearly("number"),
          direction,
          publisher,
          lagMonths,
          level,
          change: this.change(written, level, false),
        };
      }
      case "milestone":
        return {
          ...this.common,
          type: "milestone",
          formula: this.yearly("date", {
            title: written.product ?? this.common.title,
            unit: null,
            ...(written.by_task === undefined ? {} : { ...nobody, task: written.by_task }),
          }),
          product: written.product ?? "",
          due: normaliseDue(this.reading, written.due, [...this.path, "due"]).due,
        };
      case "zero":
        return { ...this.common, type: "zero", direction: "down", ...this.measure(written.formula) };
      case "directional":
        return this.directional(written);
      case "qualitative":
        return {
          ...this.common,
          type: "qualitative",
          formula: this.yearly("yes_no", {
            unit: null,
            ...(written.assessor === undefined ? {} : { ...nobody, agencies: [written.assessor] }),
          }),
          assessor: written.assessor ?? null,
          criteria: written.criteria ?? null,
          on: dateAt(this.reading.report, written.on, [...this.path, "on"]),
        };
    }
  }

  private ratio(written: Written<"ratio">): Target {
    const [level, direction] = this.level(written.level, "level", written.direction ?? null);
    return {
      ...this.common,
      type: "ratio",
      direction,
      numerator: this.formula(written.numerator, "numerator"),
      denominator: this.formula(written.denominator, "denominator"),
      level,
      denEmpty: written.den_empty ?? "not_applicable",
    };
  }

  private delta(written: Written<"delta">): Target {
    const measured = this.measured({ ...written, direction: undefined });
    const change = this.changeOf(
      written.change,
      written.base,
      measured.level.percent,
      isRate(measured.formula.ast),
    );
    return { ...measured, type: "delta", direction: written.direction ?? "up", change };
  }

  private range(written: Written<"range">): Target {
    const from = this.figure(written.from, "from");
    const to = this.figure(written.to, "to");
    const understood = from.understood && to.understood;
    if (understood && from.percent !== to.percent) {
      this.reading.report.problem("level_percent_mixed", { path: [...this.path, "to"] }, {});
    }
    const measure = this.measure(written.formula);
    const changes = written.change !== undefined || written.base !== undefined;
    return {
      ...this.common,
      ...measure,
      type: "range",
      direction: written.direction ?? "up",
      from: from.value,
      to: to.value,
      percent: from.percent,
      binding: written.binding ?? "floor",
      change: changes
        ? this.changeOf(written.change, written.base, from.percent, isRate(measure.formula.ast))
        : null,
    };
  }

  private perUnit(written: Written<"per_unit">): Target {
    const named = many(written.each);
    const { isGroup } = this.reading;
    return {
      ...this.measured(written),
      type: "per_unit",
      agencies: named.filter((id) => !isGroup(id)),
      groups: named.filter(isGroup),
      except: many(written.except),
      share: written.share === undefined ? null : this.level(written.share, "share", null)[0],
    };
  }

  private mean(written: Written<"mean">): Target {
    const [level, direction] = this.level(written.level, "level", written.direction ?? null);
    const total = this.formula(written.total, "total");
    return {
      ...this.common,
      type: "mean",
      direction,
      total,
      units: this.formula(written.units, "units"),
      level,
    };
  }

  private rank(written: Written<"rank">): Target {
    const climbs = written.change !== undefined || written.base !== undefined;
    const [level] = this.level(written.level, "level", climbs ? null : "down");
    const { publisher = null, field_size: fieldSize = null, lag_months: lagMonths = 0 } = written;
    const change = this.change(written, level, false);
    return {
      ...this.common,
      type: "rank",
      formula: this.yearly("count"),
      direction: "down",
      publisher,
      fieldSize,
      lagMonths,
      level,
      change,
    };
  }

  private directional(written: Written<"directional">): Target {
    const measured = written.formula !== undefined || this.own.length > 0;
    return {
      ...this.common,
      type: "directional",
      direction: written.direction ?? "up",
      formula: measured ? this.measure(written.formula).formula : null,
      base: this.base(written.base),
    };
  }

  private measured(written: {
    formula?: string | undefined;
    level?: string | undefined;
    direction?: Direction | undefined;
  }) {
    const [level, direction] = this.level(written.level, "level", written.direction ?? null);
    return { ...this.common, ...this.measure(written.formula), level, direction };
  }

  /** A formula left out is the one input; inputs left out are one figure, reported as such. */
  private measure(written: string | undefined): { formula: Formula } {
    if (written !== undefined) return { formula: this.formula(written, "formula") };
    if (this.own.length === 0) return { formula: this.single("count") };
    const [only] = this.own;
    if (only !== undefined && this.own.length === 1) return { formula: this.named(only) };
    this.reading.report.problem(
      "formula_missing",
      { path: this.path },
      { key: spellKey("formula", this.reading.report.keys) },
    );
    return { formula: noFormula };
  }

  /** The one figure of a target that names none. */
  private single(kind: InputKind, content: Partial<TargetInput> = {}): Formula {
    const { id, title, unit } = this.common;
    const input = { title, unit, kind, ...content };
    return this.named(this.list.imply(id, this.path, input, this.defaults));
  }

  /** What is published or judged comes once a year, unless the target says otherwise. */
  private yearly(kind: InputKind, content: Partial<TargetInput> = {}): Formula {
    return this.single(kind, { every: this.written.report_every ?? "year", cumulative: false, ...content });
  }

  private named(name: string): Formula {
    this.used.add(name);
    return { text: name, names: [name], ast: { kind: "name", name, start: 0, end: name.length } };
  }

  private formula(text: string | undefined, key: string): Formula {
    if (text === undefined) return noFormula;
    const { report } = this.reading;
    const path = [...this.path, key];
    const parsed = parseFormula(text);
    if (!parsed.ok) {
      report.foreign(parsed, { path, within: parsed }, parsed.replacement);
      return noFormula;
    }
    const problems = checkFormula(parsed.ast, this.list.ids());
    for (const problem of problems) report.foreign(problem, { path, within: problem }, problem.replacement);
    if (typeOfFormula(parsed.ast) !== "number") report.problem("formula_not_figure", { path }, {});
    for (const name of parsed.names) {
      this.used.add(name);
      const kind = this.list.kindOf(name);
      if (kind !== "yes_no" && kind !== "date") continue;
      const spelled = spellKeyword(kind, report.keys);
      report.problem("formula_of_no_figure", { path }, { name, kind: spelled });
    }
    return { text, names: parsed.names, ast: parsed.ast };
  }

  private level(text: string | undefined, key: string, direction: Direction): [Bound, Direction] {
    return levelAt(this.reading, text, [...this.path, key], direction, this.common.understood);
  }

  private figure(text: string | undefined, key: string): Figure & { understood: boolean } {
    return figureAt(this.reading, text, [...this.path, ...key.split(".")], this.common.understood);
  }

  /** Null where the target is of the value itself. */
  private change(
    written: { change?: ChangeMode | undefined; base?: Loose<WrittenBase> | undefined },
    level: Bound,
    rate: boolean,
  ): Change | null {
    if (written.change === undefined && written.base === undefined) return null;
    return this.changeOf(written.change, written.base, level.percent, rate);
  }

  /** A rate that rises by "2 %" may mean points or a factor; a count that does can only mean a factor (domain.md §6). */
  private changeOf(
    mode: ChangeMode | undefined,
    base: Loose<WrittenBase> | undefined,
    percent: boolean,
    rate: boolean,
  ): Change {
    const unclear = percent && (rate || this.common.unit === "%");
    if (mode === undefined && unclear) {
      const level = "level" in this.written ? this.written.level : undefined;
      this.ask("change_mode_unstated", { level: short(level ?? "%") });
    }
    if (base === undefined) this.ask("base_unstated", {});
    const implied = unclear ? null : percent ? "relative" : "absolute";
    return { mode: mode ?? implied, base: this.base(base) };
  }

  private base(written: Loose<WrittenBase> | undefined): Base | null {
    if (written === undefined) return null;
    if (typeof written === "number") return { on: "fixed_year", year: written };
    if (typeof written === "string") return { on: written };
    const { value, percent } = this.figure(written.value, "base.value");
    return { on: "value", value, percent, label: written.label ?? null };
  }

  private ask(
    ...[code, params]:
      | ["target_without_owner" | "base_unstated", Record<never, never>]
      | ["change_mode_unstated", { level: string }]
  ): void {
    const spot = { path: this.path };
    const { understood } = this.common;
    if (code === "change_mode_unstated") this.reading.report.question(code, spot, params, understood);
    else this.reading.report.question(code, spot, params, understood);
  }
}

/** Whether a formula's value is a share, so that a percentage of it is ambiguous. */
function isRate(ast: FormulaTree): boolean {
  switch (ast.kind) {
    case "arithmetic":
      return ast.operator === "/" || isRate(ast.left) || isRate(ast.right);
    case "negate":
      return isRate(ast.operand);
    case "aggregate":
      return ast.arguments.some(isRate);
    default:
      return false;
  }
}
