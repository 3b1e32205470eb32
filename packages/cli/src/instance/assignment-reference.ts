// A short name for an assignment that a person can read and type: task@agency#occurrence.

import type { RouteAnswer } from "@kehoach/server/contract";
import type { Session } from "../session.ts";
import { askPlan } from "./ask-plan.ts";
import type { Instance } from "./instance.ts";

type Item = RouteAnswer<"assignments">["items"][number];

/** The occurrence is left out where there is only one; a coordination begins with "+". */
export function assignmentReference(item: Item): string {
  const { role, task, agency, occurrence } = item;
  return `${role === "coordinator" ? "+" : ""}${task.id}@${agency.id}${occurrence === "once" ? "" : `#${occurrence}`}`;
}

/** The assignment that an id or a reference names; of several generations the last. Throws Misuse where there is none,
 *  or more than one. */
export async function findAssignment(
  session: Session,
  instance: Instance,
  plan: string,
  given: string,
): Promise<Item> {
  if (/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(given)) {
    return askPlan(session, instance, "assignment", { params: { plan, id: given } }, () =>
      session.misuse("unknownAssignment", given),
    );
  }
  const coordinator = given.startsWith("+");
  const [task = "", rest = ""] = split(coordinator ? given.slice(1) : given, "@");
  const [agency = "", occurrence = ""] = split(rest, "#");
  const query = {
    task,
    role: coordinator ? ("coordinator" as const) : ("lead" as const),
    ...(agency !== "" && { agency }),
    limit: "200",
  };
  const { items } = await askPlan(session, instance, "assignments", { params: { plan }, query });
  const fitting = latest(items.filter((item) => occurrence === "" || item.occurrence === occurrence));
  const [only] = fitting;
  if (only === undefined) throw session.misuse("unknownAssignment", given);
  if (fitting.length > 1) {
    const names = fitting.slice(0, 12).map((item) => `  ${assignmentReference(item)}  ${item.id}`);
    throw session.misuse("ambiguousAssignment", given, names.join("\n"));
  }
  return only;
}

function latest(items: readonly Item[]): Item[] {
  const kept = new Map<string, Item>();
  for (const item of items) {
    const key = `${assignmentReference(item)} ${item.of ?? ""}`;
    const other = kept.get(key);
    if (other === undefined || other.generation < item.generation) kept.set(key, item);
  }
  return [...kept.values()];
}

function split(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}
