// Targets as plans stored them before they shared their inputs → targets and inputs as of today.

import type { Plan } from "../language/plan.ts";
import type { Formula, Target } from "../language/target.ts";
import type { InputKind, TargetInput } from "../language/target-input.ts";

interface EarlierInput {
  id: string;
  title: string;
  owner: string | null;
  unit: string | null;
  system: string | null;
}

/** Nothing was ever reported for them: each keeps its figures, once a year, by the calendar of its regime. */
export function ofEarlier(targets: readonly Target[]): Pick<Plan, "targets" | "inputs"> {
  const inputs = new Map<string, TargetInput>();
  const changed = targets.map((target): Target => {
    const own = target.inputs as unknown as readonly EarlierInput[];
    const names = new Map<string, string>();
    const declare = (id: string, input: Omit<EarlierInput, "id">, kind: InputKind): string => {
      const same = inputs.get(id);
      const isSame = same?.title === input.title && same.agencies[0] === (input.owner ?? target.owner);
      const free = same === undefined || isSame ? id : `${impliedId(target.id)}_${id}`;
      inputs.set(free, inputOf(free, input, target, kind));
      return free;
    };
    for (const input of own) names.set(input.id, declare(input.id, input, "count"));
    const kind = singleKinds[target.type];
    const only = (): Formula => {
      const input = { title: target.title, owner: null, unit: target.unit, system: null };
      const name = declare(impliedId(target.id), input, kind ?? "count");
      names.set(name, name);
      return { text: name, names: [name], ast: { kind: "name", name, start: 0, end: name.length } };
    };
    const formula = kind === undefined ? {} : { formula: only() };
    return {
      ...renamed({ ...target, ...formula }, names),
      inputs: [...new Set(names.values())],
      trajectory: null,
    };
  });
  return { targets: changed, inputs: [...inputs.values()] };
}

/** Types that named no input then. */
const singleKinds: Readonly<Partial<Record<Target["type"], InputKind>>> = {
  rank: "count",
  index: "number",
  milestone: "date",
  qualitative: "yes_no",
};

function impliedId(target: string): string {
  return `n_${target.replaceAll("-", "_")}`;
}

function inputOf(
  id: string,
  { title, owner, unit, system }: Omit<EarlierInput, "id">,
  target: Target,
  kind: InputKind,
): TargetInput {
  const reporter = owner ?? target.owner;
  const { cumulative = false } = target as { cumulative?: boolean };
  return {
    id,
    title,
    agencies: reporter === null ? [] : [reporter],
    groups: [],
    except: [],
    ...(target.type === "per_unit" && owner === null
      ? { agencies: target.agencies, groups: target.groups, except: target.except }
      : {}),
    unit,
    system,
    kind,
    every: "year",
    regime: target.regime,
    cumulative,
    partOf: null,
    jump: null,
    from: null,
    task: null,
    source: target.source,
    assumption: target.assumption,
    understood: target.understood,
  };
}

/** The target with every formula over the new names. */
function renamed(target: Target, names: ReadonlyMap<string, string>): Target {
  const nameOf = (name: string) => names.get(name) ?? name;
  const isFormula = (value: unknown): value is Formula =>
    typeof value === "object" && value !== null && "ast" in value && "names" in value;
  const ofFormula = ({ text, names: read, ast }: Formula): Formula => ({
    text: text.replaceAll(/[a-z][a-z0-9_]*/g, nameOf),
    names: read.map(nameOf),
    ast: JSON.parse(JSON.stringify(ast), (_, node: { kind?: string; name?: string }) =>
      node?.kind === "name" && node.name !== undefined ? { ...node, name: nameOf(node.name) } : node,
    ) as Formula["ast"],
  });
  const entries = Object.entries(target).map(([key, value]: [string, unknown]) => [
    key,
    isFormula(value) ? ofFormula(value) : value,
  ]);
  return Object.fromEntries(entries) as Target;
}
