// Written inputs → the plan's inputs: those of all targets in one list, each with its defaults written out.

import { type Loose, many } from "./loose.ts";
import { figureAt } from "./normalise-level.ts";
import { type Path, pathText } from "./path.ts";
import type { Annotated, PeriodUnit } from "./plan.ts";
import { annotated, at, type Reading } from "./reading.ts";
import type { InputKind, TargetInput } from "./target-input.ts";
import type { WrittenInput } from "./written/written-input.ts";
import type { WrittenTarget } from "./written/written-target.ts";

/** What an input takes from where it is written. */
export interface InputDefaults {
  reporters: Reporters;
  regime: string | null;
  every: PeriodUnit;
  cumulative: boolean | undefined;
  /** What a target rests on, its inputs rest on where they say nothing of their own. */
  notes: Annotated;
}

export type Reporters = Pick<TargetInput, "agencies" | "groups" | "except">;

export const nobody: Reporters = { agencies: [], groups: [], except: [] };

/** The inputs of one plan, gathered from wherever they are written. */
export class InputList {
  readonly inputs: TargetInput[] = [];
  private readonly byId = new Map<string, TargetInput>();
  private readonly reading: Reading;

  constructor(reading: Reading) {
    this.reading = reading;
  }

  ids(): readonly string[] {
    return [...this.byId.keys()];
  }

  kindOf(id: string): InputKind | null {
    return this.byId.get(id)?.kind ?? null;
  }

  /** The inputs written at one place. */
  declare(
    written: Loose<Record<string, WrittenInput>> | undefined,
    path: Path,
    defaults: InputDefaults,
  ): readonly string[] {
    return Object.entries(written ?? {}).flatMap(([id, input]) => {
      if (input === undefined) return [];
      this.add(this.full(id, input, [...path, id], defaults), [...path, id]);
      return [id];
    });
  }

  /** The single figure a target means that names none; its id is made of the target's. */
  imply(
    target: string,
    path: Path,
    content: { title: string; unit: string | null; kind: InputKind } & Partial<TargetInput>,
    defaults: InputDefaults,
  ): string {
    const id = this.free(target);
    const { cumulative, reporters, notes, ...rest } = defaults;
    const input = {
      ...bare,
      id,
      ...reporters,
      ...rest,
      ...notes,
      cumulative: cumulative ?? false,
      ...content,
    };
    this.asksCumulative(input, content.cumulative ?? cumulative, path);
    this.add(input, path);
    return id;
  }

  private full(id: string, written: Loose<WrittenInput>, path: Path, defaults: InputDefaults): TargetInput {
    const { reading } = this;
    const { report } = reading;
    const parts = typeof written === "string" ? { title: written } : written;
    const every = parts.report_every ?? defaults.every;
    const cumulative = parts.cumulative ?? defaults.cumulative;
    const own = annotated(reading, parts, path);
    const rests = own.source.length > 0 || own.assumption !== null;
    const notes = rests
      ? own
      : { ...defaults.notes, understood: own.understood ?? defaults.notes.understood };
    if (parts.owner !== undefined && parts.each !== undefined)
      report.problem("reporter_unclear", { path }, {});
    const input: TargetInput = {
      ...bare,
      id,
      title: parts.title ?? "",
      ...this.reporters(parts, defaults.reporters),
      unit: parts.unit ?? null,
      system: parts.system ?? null,
      kind: parts.kind ?? "count",
      every,
      regime: parts.regime ?? defaults.regime,
      cumulative: cumulative ?? false,
      partOf: parts.part_of ?? null,
      jump:
        parts.jump === undefined
          ? null
          : figureAt(reading, parts.jump, [...path, "jump"], notes.understood).value,
      from:
        parts.from === undefined
          ? null
          : { document: parts.from.document ?? "", input: parts.from.input ?? "" },
      ...notes,
    };
    this.asksCumulative(input, cumulative, path);
    return input;
  }

  private reporters(
    { owner, each, except }: Loose<Exclude<WrittenInput, string>>,
    otherwise: Reporters,
  ): Reporters {
    if (owner !== undefined) return { agencies: [owner], groups: [], except: [] };
    if (each === undefined) return { ...otherwise, except: [...otherwise.except, ...many(except)] };
    return eachOf(this.reading, each, except);
  }

  /** Whether the months of a year are added up decides what the year's figure is: nobody may guess it. */
  private asksCumulative(input: TargetInput, stated: boolean | undefined, path: Path): void {
    const figure = input.kind !== "yes_no" && input.kind !== "date";
    if (input.every === "year" || stated !== undefined || !figure) return;
    this.reading.report.problem("cumulative_unstated", { path }, { title: input.title });
  }

  private free(target: string): string {
    // Ids of targets may begin with a digit and have hyphens, those of inputs may not.
    const plain = target.replaceAll("-", "_");
    const wanted = /^[0-9]/.test(plain) ? `n${plain}` : plain;
    let id = wanted;
    for (let more = 2; this.byId.has(id); more += 1) id = `${wanted}_${more}`;
    return id;
  }

  /** Two targets may say the same of one input; a second meaning is a slip. */
  private add(input: TargetInput, path: Path): void {
    const before = this.byId.get(input.id);
    if (before === undefined) {
      this.byId.set(input.id, input);
      this.inputs.push(at(this.reading, path, input));
    } else if (isNobodys(before) && sameContent(before, input)) {
      this.byId.set(input.id, input);
      this.inputs[this.inputs.indexOf(before)] = at(this.reading, path, input);
    } else if (!sameContent(before, input)) {
      const first = pathText(this.reading.paths.get(before) ?? []);
      this.reading.report.problem("input_differs", { path }, { id: input.id, first });
    }
  }
}

/** What the inputs written in a target take from it. */
export function ofTarget(
  reading: Reading,
  written: Loose<WrittenTarget>,
  plan: InputDefaults,
  notes: Annotated,
): InputDefaults {
  return {
    notes,
    regime: written.regime ?? plan.regime,
    every: written.report_every ?? plan.every,
    cumulative: written.cumulative,
    reporters:
      written.type === "per_unit"
        ? eachOf(reading, written.each ?? [], written.except)
        : { ...nobody, agencies: many(written.owner) },
  };
}

function eachOf(
  { isGroup }: Reading,
  each: string | readonly (string | undefined)[],
  except: string | readonly (string | undefined)[] | undefined,
): Reporters {
  const named = many(each);
  return {
    agencies: named.filter((id) => !isGroup(id)),
    groups: named.filter(isGroup),
    except: many(except),
  };
}

export function isNobodys({ agencies, groups }: TargetInput): boolean {
  return agencies.length === 0 && groups.length === 0;
}

/** A target nobody owns yet says nothing of who reports. */
function sameContent(one: TargetInput, other: TargetInput): boolean {
  const unowned = isNobodys(one) || isNobodys(other);
  const content = ({ source, assumption, understood, agencies, groups, except, ...rest }: TargetInput) =>
    JSON.stringify(unowned ? rest : [rest, agencies, groups, except]);
  return content(one) === content(other);
}

const bare = {
  unit: null,
  system: null,
  partOf: null,
  jump: null,
  from: null,
  task: null,
} as const;
