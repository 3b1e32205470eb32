// How a plan covers its signed text: statements nobody represents, and nodes that rest on nothing.

import type { Annotated, Plan } from "./plan.ts";

export interface Coverage {
  /** Ids of the statements that no node names as its source, in the plan's order. */
  statementsWithoutNode: readonly string[];
  /** Nodes with neither a source nor an assumption, in the plan's order. Nothing is inherited: a task taken from the
   *  text may still have a lead that is not in it. */
  nodesWithoutStatement: readonly { path: string; id: string | null }[];
}

export function coverage(plan: Plan): Coverage {
  const named = new Set<string>();
  const nodesWithoutStatement: { path: string; id: string | null }[] = [];
  for (const { path, id, node } of annotatedNodes(plan)) {
    for (const locator of node.source) named.add(locator);
    if (node.source.length === 0 && node.assumption === null) nodesWithoutStatement.push({ path, id });
  }
  const statementsWithoutNode = plan.statements
    .map((statement) => statement.id)
    .filter((id) => !named.has(id));
  return { statementsWithoutNode, nodesWithoutStatement };
}

export interface AnnotatedNode {
  /** Path inside the document with English keys, as in `Place`; empty for the plan itself. */
  path: string;
  /** The node's own id, for parties the agency's or group's; null for leads, which have none. */
  id: string | null;
  node: Annotated;
}

/** Every node of a plan that can carry a source; built-in lifecycles are not the author's and stay out. */
export function* annotatedNodes(plan: Plan): Generator<AnnotatedNode> {
  yield { path: "", id: plan.id, node: plan };
  yield* list("standingLeads", plan.standingLeads, (party) => party.agency);
  yield* list("monitors", plan.monitors, (party) => party.agency);
  yield* list("objectives", plan.objectives, (objective) => objective.id);
  for (const [index, task] of plan.tasks.entries()) {
    const path = `tasks[${index}]`;
    yield { path, id: task.id, node: task };
    yield { path: `${path}.lead`, id: null, node: task.lead };
    yield* list(
      `${path}.coordinators`,
      task.coordinators,
      (coordinator) => coordinator.agency ?? coordinator.group,
    );
    yield* list(`${path}.monitors`, task.monitors, (party) => party.agency);
    yield* list(`${path}.products`, task.products, (product) => product.id);
  }
  for (const input of plan.inputs) yield { path: `inputs.${input.id}`, id: input.id, node: input };
  yield* list("targets", plan.targets, (target) => target.id);
  for (const [id, lifecycle] of Object.entries(plan.lifecycles)) {
    if (lifecycle.version === null) yield { path: `lifecycles.${id}`, id, node: lifecycle };
  }
}

function* list<N extends Annotated>(
  path: string,
  nodes: readonly N[],
  idOf: (node: N) => string | null,
): Generator<AnnotatedNode> {
  for (const [index, node] of nodes.entries()) yield { path: `${path}[${index}]`, id: idOf(node), node };
}
