// `kehoach list`: assignments, by due date.

import { type Bucket, buckets } from "@kehoach/engine";
import { displayDate } from "@kehoach/engine/calendar";
import { adminWords } from "@kehoach/engine/words";
import type { RouteAnswer, RouteQuery } from "@kehoach/server/contract";
import type { Command } from "commander";
import { exitCode } from "../exit-code.ts";
import { askPlan } from "../instance/ask-plan.ts";
import { assignmentReference } from "../instance/assignment-reference.ts";
import type { Instance } from "../instance/instance.ts";
import { type InstanceOptions, openInstance } from "../instance/open-instance.ts";
import { parseWhole } from "../parse/command-data.ts";
import { table } from "../print/table.ts";
import type { Session } from "../session.ts";
import { choice, withActor, withData } from "./verb-options.ts";

type Item = RouteAnswer<"assignments">["items"][number];

interface ListOptions extends InstanceOptions {
  plan?: string;
  agency?: string;
  bucket?: Bucket;
  open?: boolean;
  role?: "lead" | "coordinator";
  text?: string;
  limit: string;
}

/** What the server gives at once. */
const mostAtOnce = 200;

export function addList(program: Command, session: Session): void {
  const { words } = session;
  const command = program
    .command("list")
    .description(words.list.summary)
    .option("--plan <plan>", words.list.plan)
    .option("--agency <agency>", words.list.agency)
    .addOption(choice("--bucket <bucket>", words.list.bucket, buckets))
    .option("--open", words.list.open)
    .addOption(choice("--role <role>", words.list.role, ["lead", "coordinator"]))
    .option("--text <text>", words.list.text)
    .option("--limit <count>", words.list.limit, "100");
  withData(withActor(command, session), session).action((options: ListOptions) => list(session, options));
}

async function list(session: Session, options: ListOptions): Promise<void> {
  const limit = parseWhole(session, "--limit", options.limit);
  await using instance = await openInstance(session, options, { verb: "list", acts: false, makes: false });
  const { agency, bucket, open, role, text } = options;
  const query = { agency, bucket, role, text, ...(open === true && { open: "true" as const }) };
  const plans = await plansToRead(session, instance, options.plan);
  const items: Item[] = [];
  let more = false;
  for (const plan of plans) {
    more = (await addPages(session, instance, plan, query, items, limit)) || more;
  }
  if (plans.length > 1)
    items.sort((a, b) => (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity) || (a.id < b.id ? -1 : 1));
  session.answer({ items, more });
  print(session, items, more);
  session.ending = exitCode.fine;
}

async function plansToRead(
  session: Session,
  instance: Instance,
  named: string | undefined,
): Promise<string[]> {
  if (named !== undefined) return [named];
  const { items } = await instance.ask("plans");
  if (items.length === 0) throw session.misuse("noPlans");
  return items.map(({ id }) => id);
}

/** True: there is more than `limit`. */
async function addPages(
  session: Session,
  instance: Instance,
  plan: string,
  query: RouteQuery<"assignments">,
  items: Item[],
  limit: number,
): Promise<boolean> {
  for (let after: string | undefined; ; ) {
    const left = limit - items.length;
    if (left <= 0) return true;
    const page = await askPlan(session, instance, "assignments", {
      params: { plan },
      query: { ...query, after, limit: String(Math.min(left, mostAtOnce)) },
    });
    items.push(...page.items);
    if (page.next === null) return false;
    after = page.next;
  }
}

function print(session: Session, items: readonly Item[], more: boolean): void {
  const { words, language } = session;
  if (items.length === 0) {
    session.say(words.list.none);
    return;
  }
  const { head } = words.list;
  const rows = items.map((item) => [
    item.dueOn === null ? "–" : displayDate(item.dueOn),
    adminWords[language].buckets[item.bucket],
    item.stage.label[language],
    assignmentReference(item),
    item.role === "lead" ? item.task.title : words.list.coordinates(item.task.title),
  ]);
  const [first = "", ...lines] = table([
    [head.due, head.bucket, head.stage, words.list.reference, head.task],
    ...rows,
  ]);
  session.say(session.paint("bold", first));
  for (const line of lines) session.say(line);
  session.say();
  session.say(more ? words.list.more(String(items.length)) : words.list.count(String(items.length)));
}
