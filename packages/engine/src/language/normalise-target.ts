// Written targets → Target: levels read, formulas parsed, unclear promises asked about.

import { checkFormula, type Formula as FormulaTree, parseFormula, typeOfFormula } from "../measure/index.ts";
import { spellKey } from "./keywords.ts";
import { type Figure, figureText, looksLikeThousands, readFigure, readLevel } from "./level-text.ts";
import { type Loose, many } from "./loose.ts";
import { normaliseDue } from "./normalise-due.ts";
import type { Path } from "./path.ts";
import { short } from "./read-written.ts";
import { annotated, at, dateAt, type Reading } from "./reading.ts";
import type {
  Base,
  Bound,
  Change,
  ChangeMode,
  Formula,
  Target,
  TargetCommon,
  TargetInput,
  TargetType,
} from "./target.ts";
import type { WrittenBase, WrittenInput, WrittenTarget } from "./written/written-target.ts";

type Written<Type extends TargetType> = Loose<Extract<WrittenTarget, { type: Type }>>;
type Direction = "up" | "down" | null;

/** Null for a target whose type is unknown, which was reported before. */
export function normaliseTarget(reading: Reading, written: Loose<WrittenTarget>, path: Path): Target | null {
  const reader = new TargetReader(reading, written, path);
  const target = reader.read();
  return target === null ? null : at(reading, path, target);
}

const noBound: Bound = { operator: ">=", value: "0", percent: false };
const noFormula: Formula = { text: "", names: [], ast: { kind: "number", text: "0", start: 0, end: 0 } };

class TargetReader {
  private readonly reading: Reading;
  private readonly written: Loose<WrittenTarget>;
  private readonly path: Path;
  private readonly common: TargetCommon;

  constructor(reading: Reading, written: Loose<WrittenTarget>, path: Path) {
    this.reading = reading;
    this.written = written;
    this.path = path;
    this.common = {
      id: written.id ?? "",
      title: written.title ?? "",
      objective: written.objective ?? null,
      owner: written.owner ?? null,
      unit: written.unit ?? null,
      direction: null,
      regime: written.regime ?? null,
      cumulative: written.cumulative ?? false,
      estimate: written.estimate ?? false,
      smallN: written.small_n ?? null,
      inputs: this.inputs(written.inputs),
      ...annotated(reading, written, path),
    };
  }

  read(): Target | null {
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
      direction: "down",
      publisher,
      fieldSize,
      lagMonths,
      level,
      change,
    };
  }

  private directional(written: Written<"directional">): Target {
    const measured = written.formula !== undefined || this.common.inputs.length > 0;
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
  private measure(written: string | undefined): { formula: Formula; inputs: readonly TargetInput[] } {
    const { inputs, title, unit } = this.common;
    if (inputs.length === 0 && written === undefined) {
      const value: TargetInput = { id: "value", title, owner: null, unit, system: null };
      return { formula: bareName("value"), inputs: [value] };
    }
    if (written !== undefined) return { formula: this.formula(written, "formula"), inputs };
    const [only] = inputs;
    if (only !== undefined && inputs.length === 1) return { formula: bareName(only.id), inputs };
    this.reading.report.problem(
      "formula_missing",
      { path: this.path },
      { key: spellKey("formula", this.reading.report.keys) },
    );
    return { formula: noFormula, inputs };
  }

  private inputs(written: Loose<Record<string, WrittenInput>> | undefined): TargetInput[] {
    return Object.entries(written ?? {}).flatMap(([id, input]) => {
      if (input === undefined) return [];
      const path = [...this.path, "inputs", id];
      const {
        title = "",
        owner = null,
        unit = null,
        system = null,
      } = typeof input === "string" ? { title: input } : input;
      return [at(this.reading, path, { id, title, owner, unit, system })];
    });
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
    const names = this.common.inputs.map((input) => input.id);
    const problems = checkFormula(parsed.ast, names);
    for (const problem of problems) report.foreign(problem, { path, within: problem }, problem.replacement);
    if (typeOfFormula(parsed.ast) !== "number") report.problem("formula_not_figure", { path }, {});
    return { text, names: parsed.names, ast: parsed.ast };
  }

  /** The level and the way that is better: as written, or as its operator tells. */
  private level(text: string | undefined, key: string, direction: Direction): [Bound, Direction] {
    if (text === undefined) return [noBound, direction];
    const level = text.length > 100 ? null : readLevel(text, direction);
    if (level === null) {
      this.reading.report.problem(
        "level_not_understood",
        { path: [...this.path, key] },
        { text: short(text) },
      );
      return [noBound, direction];
    }
    this.askThousands(text, level, [...this.path, key]);
    const told = level.operator === "=" ? null : level.operator.startsWith("<") ? "down" : "up";
    return [level, direction ?? told];
  }

  private figure(text: string | undefined, key: string): Figure & { understood: boolean } {
    if (text === undefined) return { value: "0", percent: false, understood: false };
    const figure = text.length > 100 ? null : readFigure(text);
    const path = [...this.path, ...key.split(".")];
    if (figure === null) {
      this.reading.report.problem("figure_not_understood", { path }, { text: short(text) });
      return { value: "0", percent: false, understood: false };
    }
    this.askThousands(text, figure, path);
    return { ...figure, understood: true };
  }

  private askThousands(text: string, figure: { value: string; percent: boolean }, path: Path): void {
    if (figure.percent || !looksLikeThousands(text)) return;
    const { report } = this.reading;
    const thousands = text.replace(/[^\d]/g, "");
    const decimal = figureText(figure, report.keys);
    report.question(
      "thousands_or_decimal",
      { path },
      { text: short(text), thousands, decimal },
      this.common.understood,
    );
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

function bareName(name: string): Formula {
  return { text: name, names: [name], ast: { kind: "name", name, start: 0, end: name.length } };
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
