// The built-in lifecycles, read from their own text by the reader of everyone's.

import { checkShape, type Validator } from "../check-shape.ts";
import { defaultConventions } from "../default-conventions.ts";
import { lifecycleShape } from "../generated/shapes.ts";
import { lifecycleValidator } from "../generated/validate-written.ts";
import type { Loose } from "../loose.ts";
import { normaliseLifecycle } from "../normalise-lifecycle.ts";
import type { Lifecycle } from "../plan.ts";
import { readWritten } from "../read-written.ts";
import type { Reading } from "../reading.ts";
import { Report } from "../report.ts";
import type { WrittenLifecycle } from "../written/written-lifecycle.ts";
import { parseYaml } from "../yaml-text.ts";
import { coordinationLifecycle, coordinationVersion } from "./coordination.ts";
import { reportLifecycle, reportVersion } from "./report.ts";
import { standardLifecycle, standardVersion } from "./standard.ts";

let known: ReadonlyMap<string, Lifecycle> | null = null;

/** By id. Read once; frozen, since every plan shares them. */
export function builtInLifecycles(): ReadonlyMap<string, Lifecycle> {
  known ??= new Map([
    ["standard", read("standard", standardVersion, standardLifecycle)],
    ["coordination", read("coordination", coordinationVersion, coordinationLifecycle)],
    ["report", read("report", reportVersion, reportLifecycle)],
  ]);
  return known;
}

function read(id: string, version: number, text: string): Lifecycle {
  const report = new Report();
  report.keys = "en";
  const root = parseYaml(text, report);
  if (root === null) throw new Error(`the built-in lifecycle ${id} is not YAML`);
  const written = readWritten(root, lifecycleShape, report);
  checkShape(written, lifecycleShape, lifecycleValidator as Validator, report);
  const period = { from: "0001-01-01", to: "9999-12-31" };
  const reading: Reading = {
    report,
    paths: new Map(),
    conventions: defaultConventions,
    period,
    year: null,
    isGroup: () => false,
  };
  const lifecycle = normaliseLifecycle(
    reading,
    id,
    written.value as Loose<WrittenLifecycle>,
    [],
    new Map(),
    version,
  );
  if (report.failed) throw new Error(`the built-in lifecycle ${id} has problems`);
  return deepFreeze(lifecycle);
}

function deepFreeze<Value>(value: Value): Value {
  if (typeof value !== "object" || value === null) return value;
  for (const member of Object.values(value)) deepFreeze(member);
  return Object.freeze(value);
}
