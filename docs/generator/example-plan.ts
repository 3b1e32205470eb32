// The example plan and its register documents, read once for the pages that show something of them.

import { readFileSync } from "node:fs";
import {
  builtInLifecycles,
  readPlan,
  readRegisterDocument,
} from "../../packages/engine/src/language/index.ts";
import type { Lifecycle, Plan } from "../../packages/engine/src/language/plan.ts";

const folder = new URL("../../plans/examples/", import.meta.url);
const text = (name: string) => readFileSync(new URL(name, folder), "utf8").replaceAll("\r\n", "\n");

function readExample(): Plan {
  const [organisation, calendar, regime] = ["organisation-sample", "calendar-2026", "regime-nd-09-2019"].map(
    (name) => readRegisterDocument(text(`register/${name}.yaml`)).document,
  );
  if (organisation?.kind !== "organisation" || calendar?.kind !== "calendar" || regime?.kind !== "regime") {
    throw new Error("the register documents of the example cannot be read");
  }
  const { plan, problems } = readPlan(text("vi-du.yaml"), { organisation, calendar, regime });
  if (plan === null)
    throw new Error(`the example has problems: ${problems.map(({ code }) => code).join(", ")}`);
  return plan;
}

let example: Plan | null = null;

/** A lifecycle of the example plan, or a built-in one. */
export function lifecycleOf(id: string): Lifecycle {
  example ??= readExample();
  const lifecycle = example.lifecycles[id] ?? builtInLifecycles().get(id);
  if (lifecycle === undefined) throw new Error(`there is no lifecycle ${id}`);
  return lifecycle;
}

/** The lines of the example from one of its top-level keys to the next. */
export function exampleExcerpt(key: string): string {
  const lines = text("vi-du.yaml").split("\n");
  const first = lines.indexOf(key);
  if (first < 0) throw new Error(`the example has no ${key}`);
  const length = lines.slice(first + 1).findIndex((line) => /^\S/.test(line));
  return lines
    .slice(first, length < 0 ? undefined : first + 1 + length)
    .join("\n")
    .trimEnd();
}
