// Written inputs → the plan's inputs: those of all targets in one list, each with its defaults written out.

import { type Loose, many } from "./loose.ts";
import type { Path } from "./path.ts";
import { annotated, at, type Reading } from "./reading.ts";
import type { InputKind, TargetInput } from "./target-input.ts";
import type { WrittenInput } from "./written/written-target.ts";

/** What an input takes from the target it is written in. */
export interface InputDefaults {
  owner: string | null;
  regime: string | null;
  cumulative: boolean | undefined;
  /** Its units report, where it is a target of each unit. */
  reporters?: Pick<TargetInput, "agencies" | "groups" | "except">;
}

/** The inputs of one plan, gathered from wherever they are written. */
export class InputList {
  readonly inputs: TargetInput[] = [];
  private readonly byId = new Map<string, TargetInput>();
  private readonly reading: Reading;

  constructor(reading: Reading) {
    this.reading = reading;
  }

  has(id: string): boolean {
    return this.byId.has(id);
  }

  ids(): readonly string[] {
    return [...this.byId.keys()];
  }

  declare(id: string, written: Loose<WrittenInput>, path: Path, defaults: InputDefaults): void {
    const full = typeof written === "string" ? { title: written } : written;
    this.add(
      at(this.reading, path, {
        ...plain(id, full.title ?? "", defaults),
        ...(full.owner === undefined ? {} : { ...nobody, agencies: [full.owner] }),
        unit: full.unit ?? null,
        system: full.system ?? null,
        ...annotated(this.reading, {}, path),
      }),
    );
  }

  /** The single figure a target means that names none; its id is made of the target's. */
  imply(
    target: string,
    content: { title: string; unit: string | null; kind: InputKind } & Partial<TargetInput>,
    defaults: InputDefaults,
  ): string {
    const id = impliedId(target);
    this.add({ ...plain(id, content.title, defaults), ...content, id });
    return id;
  }

  private add(input: TargetInput): void {
    if (this.byId.has(input.id)) return;
    this.byId.set(input.id, input);
    this.inputs.push(input);
  }
}

const nobody = { agencies: [], groups: [], except: [] };

/** Ids of targets may begin with a digit and have hyphens, those of inputs may not. */
function impliedId(target: string): string {
  const id = target.replaceAll("-", "_");
  return /^[0-9]/.test(id) ? `n${id}` : id;
}

function plain(id: string, title: string, defaults: InputDefaults): TargetInput {
  const { owner, regime, cumulative, reporters } = defaults;
  return {
    id,
    title,
    ...(reporters ?? { ...nobody, agencies: many(owner ?? undefined) }),
    unit: null,
    system: null,
    kind: "count",
    every: "year",
    regime,
    cumulative: cumulative ?? false,
    partOf: null,
    jump: null,
    from: null,
    task: null,
    source: [],
    assumption: null,
    understood: null,
  };
}
