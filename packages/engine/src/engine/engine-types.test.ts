// Wrong use of the engine that the compiler stops: each marked line must stay an error.

import type { Kysely, Transaction } from "kysely";
import { expect, it } from "vitest";
import { type Actor, createEngine, type Engine } from "../index.ts";

interface Tables {
  letter: { subject: string };
}

async function wrongUse(
  engine: Engine,
  actor: Actor,
  host: { kysely: Kysely<Tables>; transaction: Transaction<Tables> },
): Promise<void> {
  const accept = { target: "assignment", planId: "p", assignmentId: "a", type: "accept", actor } as const;
  await engine.dispatch(accept);
  // @ts-expect-error No assignment named.
  await engine.dispatch({ target: "assignment", planId: "p", type: "accept", actor });
  // @ts-expect-error A plan has no such command.
  await engine.dispatch({ target: "plan", planId: "p", type: "accept", actor });
  // @ts-expect-error Nobody sends it.
  await engine.dispatch({ ...accept, actor: undefined });
  // @ts-expect-error No such position.
  await engine.dispatch({ ...accept, actor: { ...actor, roles: ["boss"] } });
  // @ts-expect-error A misspelt member.
  await engine.dispatch({ ...accept, data: { reson: "" } });
  // @ts-expect-error An instant is a number of microseconds.
  await engine.dispatch({ ...accept, effectiveAt: new Date() });

  const outcome = await engine.dispatch(accept);
  // @ts-expect-error It may have been refused.
  outcome.entries.at(0);
  const issued = await engine.issue({ plan: { text: "" }, actor });
  // @ts-expect-error It may not have been issued.
  issued.planId.at(0);
  // @ts-expect-error There may be no such plan.
  (await engine.plan("p")).plan.id.at(0);

  engine.within(host.transaction);
  // @ts-expect-error Not a transaction.
  engine.within(host.kysely);
  await createEngine({ kysely: host.kysely });
  // @ts-expect-error No such option.
  await createEngine({ uri: "postgresql://" });
  // @ts-expect-error A clock gives microseconds.
  await createEngine({ clock: { now: () => new Date() } });

  const page = await engine.assignments({ bucket: "overdue" });
  await engine.assignments({}, { after: page.next });
  await engine.history("p", { after: (await engine.history("p")).next });
  // @ts-expect-error No such bucket.
  await engine.assignments({ bucket: "late" });
}

it("stops wrong use when it is compiled", () => {
  expect(wrongUse).toHaveLength(3);
});
