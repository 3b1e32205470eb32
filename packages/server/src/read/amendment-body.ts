// What an amendment changes, as answers carry it: as it was reported, with names beside the ids.

import type { AmendmentReport, Plan } from "@kehoach/engine";
import type { AmendmentBody, AmendmentNames } from "../contract/index.ts";
import { agencyName, type PlanGround, taskOf } from "./plan-facts.ts";

export function amendmentBody({ tasks, keys, register, dues, opened, withdrawn, kept }: AmendmentReport) {
  return {
    tasks: {
      added: [...tasks.added],
      removed: [...tasks.removed],
      changed: tasks.changed.map((change) => ({ task: change.task, keys: [...change.keys] })),
    },
    keys: [...keys],
    register: register.map((change) => ({ ...change })),
    dues: dues.map((due) => ({ ...due })),
    opened: opened.map((each) => ({ ...each })),
    withdrawn: withdrawn.map((each) => ({ ...each })),
    kept,
  } satisfies AmendmentBody;
}

/** `next`: the plan as the amendment writes it; null: its text stays. */
export function amendmentNames(
  { tasks, dues, opened, withdrawn }: AmendmentReport,
  facts: PlanGround,
  next: Plan | null,
): AmendmentNames {
  const told = [...dues, ...opened, ...withdrawn];
  const changed = tasks.changed.map(({ task }) => task);
  const ids = new Set([...tasks.added, ...tasks.removed, ...changed, ...told.map(({ task }) => task)]);
  const titleOf = (id: string): string =>
    (next?.tasks.find((task) => task.id === id) ?? taskOf(facts, id))?.title ?? id;
  return {
    tasks: Object.fromEntries([...ids].map((id) => [id, titleOf(id)])),
    agencies: Object.fromEntries(told.map(({ agency }) => [agency, agencyName(facts, agency)])),
  };
}
