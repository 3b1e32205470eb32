// `kehoach history`: what happened to a plan or to one assignment, oldest first.

import { dateOfInstant, displayDate, hourOfInstant } from "@kehoach/engine/calendar";
import { adminWords } from "@kehoach/engine/words";
import type { RouteAnswer } from "@kehoach/server/contract";
import type { Command } from "commander";
import { exitCode } from "../exit-code.ts";
import { askPlan } from "../instance/ask-plan.ts";
import { findAssignment } from "../instance/assignment-reference.ts";
import { type InstanceOptions, openInstance } from "../instance/open-instance.ts";
import type { Session } from "../session.ts";
import { withActor, withData } from "./verb-options.ts";

type Item = RouteAnswer<"history">["items"][number];

export function addHistory(program: Command, session: Session): void {
  const { words } = session;
  const command = program
    .command("history")
    .description(words.history.summary)
    .argument("<plan>", words.plan)
    .argument("[assignment]", words.assignment);
  withData(withActor(command, session), session).action(
    (plan: string, assignment: string | undefined, options: InstanceOptions) =>
      history(session, plan, assignment, options),
  );
}

async function history(
  session: Session,
  plan: string,
  assignment: string | undefined,
  options: InstanceOptions,
): Promise<void> {
  await using instance = await openInstance(session, options, { verb: "history", acts: false, makes: false });
  const about = assignment === undefined ? null : await findAssignment(session, instance, plan, assignment);
  const items: Item[] = [];
  for (let after: string | undefined; ; ) {
    const query = { after, limit: "200" };
    const page =
      about === null
        ? await askPlan(session, instance, "planHistory", { params: { plan }, query })
        : await askPlan(session, instance, "history", { params: { plan, id: about.id }, query });
    for (const item of page.items) print(session, item);
    if (session.json) items.push(...page.items);
    else if (after === undefined && page.items.length === 0) session.say(session.words.history.none);
    if (page.next === null) break;
    after = page.next;
  }
  session.answer({ items });
  session.ending = exitCode.fine;
}

function print(session: Session, item: Item): void {
  if (session.json) return;
  const { words, language } = session;
  const who = [item.actor, item.agency?.short].filter((part) => part !== undefined).join(" · ");
  const source = adminWords[language].sources[item.source];
  const label = session.paint("bold", item.label[language]);
  session.say(
    `${String(item.seq).padStart(5)}  ${shownInstant(item.recordedAt)}  ${label}  ${who} (${source})`,
  );
  const details: string[] = [];
  if (dateOfInstant(item.effectiveAt) !== dateOfInstant(item.recordedAt)) {
    details.push(words.history.effective(shownInstant(item.effectiveAt)));
  }
  if (item.onBehalfOf !== null) details.push(words.history.onBehalfOf(item.onBehalfOf));
  for (const text of Object.values(item.texts))
    details.push(text === null ? words.history.erased : `“${text}”`);
  for (const { digest, name } of item.files)
    details.push(name === null ? words.history.fileErased(digest) : words.history.file(name, digest));
  if (item.textsHidden) details.push(words.history.hidden);
  for (const detail of details) session.say(`       ${detail}`);
}

function shownInstant(micros: number): string {
  return `${displayDate(dateOfInstant(micros))} ${hourOfInstant(micros)}`;
}
