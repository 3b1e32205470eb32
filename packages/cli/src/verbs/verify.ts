// `kehoach verify`: whether ledgers are intact, and an export for others to verify.

import { closeSync, openSync, unlinkSync, writeSync } from "node:fs";
import { resolve } from "node:path";
import type { LedgerReport } from "@kehoach/engine";
import type { Command } from "commander";
import { exitCode } from "../exit-code.ts";
import { shownPath } from "../files/read-text.ts";
import { askPlan } from "../instance/ask-plan.ts";
import type { Instance } from "../instance/instance.ts";
import { type InstanceOptions, openInstance } from "../instance/open-instance.ts";
import type { Session } from "../session.ts";
import { withActor, withData } from "./verb-options.ts";

interface VerifyOptions extends InstanceOptions {
  export?: string;
}

export function addVerify(program: Command, session: Session): void {
  const { words } = session;
  const command = program
    .command("verify")
    .description(words.verify.summary)
    .argument("[plan]", words.plan)
    .option("--export <file>", words.verify.exportTo);
  withData(withActor(command, session), session).action((plan: string | undefined, options: VerifyOptions) =>
    verify(session, plan, options),
  );
}

async function verify(session: Session, named: string | undefined, options: VerifyOptions): Promise<void> {
  if (options.export !== undefined && named === undefined) throw session.misuse("exportNeedsPlan");
  await using instance = await openInstance(session, options, { verb: "verify", acts: false, makes: false });
  const plans = await plansToVerify(session, instance, named);
  const reports: (LedgerReport & { documentId: string })[] = [];
  for (const { id, documentId } of plans) {
    const report = await askPlan(session, instance, "verifyLedger", { params: { plan: id } });
    reports.push({ ...report, documentId });
    printReport(session, documentId, report);
  }
  const [only] = plans;
  const exported =
    options.export === undefined || only === undefined
      ? null
      : await exportTo(session, instance, only.id, options.export);
  session.answer({ reports, ...(exported !== null && { exported }) });
  session.ending = reports.every(({ intact }) => intact) ? exitCode.fine : exitCode.refused;
}

async function plansToVerify(
  session: Session,
  instance: Instance,
  named: string | undefined,
): Promise<readonly { id: string; documentId: string }[]> {
  if (named !== undefined) {
    return [await askPlan(session, instance, "plan", { params: { plan: named } })];
  }
  const { items } = await instance.ask("plans");
  if (items.length === 0) throw session.misuse("noPlans");
  return items;
}

function printReport(
  session: Session,
  documentId: string,
  { intact, entries, head, fault }: LedgerReport,
): void {
  const { words, language } = session;
  if (intact) {
    session.say(session.paint("green", words.verify.intact(documentId, String(entries))));
    session.say(`  ${words.verify.head(head)}`);
    return;
  }
  session.say(session.paint("red", words.verify.broken(documentId, String(fault?.seq ?? 0))));
  if (fault !== null) session.say(`  ${language === "vi" ? fault.vi : fault.en}`);
}

/** A new file only: an export is evidence, and none may be overwritten. */
async function exportTo(
  session: Session,
  instance: Instance,
  plan: string,
  given: string,
): Promise<{ file: string; entries: number }> {
  const path = resolve(session.surroundings.workingDirectory, given);
  const file = shownPath(session, path);
  const descriptor = openNew(session, path, file);
  let entries = 0;
  let done = false;
  try {
    for await (const line of instance.exportLedger(plan)) {
      if (line === "") continue;
      writeSync(descriptor, `${line}\n`);
      entries += 1;
    }
    done = true;
  } finally {
    closeSync(descriptor);
    if (!done) unlinkSync(path);
  }
  session.say(session.words.verify.exported(String(entries), file));
  return { file, entries };
}

function openNew(session: Session, path: string, file: string): number {
  try {
    return openSync(path, "wx");
  } catch (error) {
    const exists = (error as NodeJS.ErrnoException).code === "EEXIST";
    throw session.misuse(exists ? "fileExists" : "fileUnwritable", file);
  }
}
