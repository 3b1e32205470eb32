// `kehoach erase`: removes a free text or an attached file for good, by its digest.

import { randomUUID } from "node:crypto";
import type { Command } from "commander";
import { exitCode } from "../exit-code.ts";
import { TroubleAnswer } from "../instance/ask.ts";
import { askPlan } from "../instance/ask-plan.ts";
import { type InstanceOptions, openInstance } from "../instance/open-instance.ts";
import { printRefusal } from "../print/refusal.ts";
import type { Session } from "../session.ts";
import { withActor, withData } from "./verb-options.ts";

interface EraseOptions extends InstanceOptions {
  reason: string;
  request?: string;
}

export function addErase(program: Command, session: Session): void {
  const { words } = session;
  const command = program
    .command("erase")
    .description(words.erase.summary)
    .argument("<plan>", words.plan)
    .argument("<digest>", words.erase.digest)
    .requiredOption("--reason <text>", words.do.reason)
    .option("--request <id>", words.do.request);
  withData(withActor(command, session), session).action(
    (plan: string, digest: string, options: EraseOptions) => erase(session, plan, digest, options),
  );
}

async function erase(session: Session, plan: string, digest: string, options: EraseOptions): Promise<void> {
  const { words } = session;
  if (!/^[0-9a-f]{64}$/.test(digest)) throw session.misuse("badDigest", digest);
  await using instance = await openInstance(session, options, { verb: "erase", acts: true, makes: false });
  const { id, title } = await askPlan(session, instance, "plan", { params: { plan } });
  const body = { requestId: options.request ?? randomUUID(), digest, reason: options.reason };
  try {
    const outcome = await instance.ask("erase", { params: { plan: id }, body });
    session.answer(outcome);
    session.say(session.paint("green", words.erase.done(title)));
    if (outcome.repeated) session.say(words.do.repeated);
    session.ending = exitCode.fine;
  } catch (error) {
    const refusal = error instanceof TroubleAnswer ? error.refusal : null;
    if (refusal === null) throw error;
    session.answer(refusal);
    printRefusal(session, refusal);
    session.ending = exitCode.refused;
  }
}
