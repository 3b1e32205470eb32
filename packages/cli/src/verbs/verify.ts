// `kehoach verify`: whether ledgers are intact, and an export for others to verify.

import type { Anchor, LedgerReport } from "@kehoach/engine";
import { ledgerWords } from "@kehoach/engine/words";
import type { Command } from "commander";
import { exitCode } from "../exit-code.ts";
import { writeNewLines } from "../files/new-lines.ts";
import { readAnchors, type WrittenAnchor } from "../files/read-anchors.ts";
import { askPlan } from "../instance/ask-plan.ts";
import type { Instance } from "../instance/instance.ts";
import { type InstanceOptions, openInstance } from "../instance/open-instance.ts";
import type { Session } from "../session.ts";
import { withActor, withData } from "./verb-options.ts";

interface VerifyOptions extends InstanceOptions {
  export?: string;
  anchor?: string;
}

type Report = LedgerReport & { documentId: string };

export function addVerify(program: Command, session: Session): void {
  const { words } = session;
  const command = program
    .command("verify")
    .description(words.verify.summary)
    .argument("[plan]", words.plan)
    .option("--export <file>", words.verify.exportTo)
    .option("--anchor <file>", words.verify.anchor);
  withData(withActor(command, session), session).action((plan: string | undefined, options: VerifyOptions) =>
    verify(session, plan, options),
  );
}

async function verify(session: Session, named: string | undefined, options: VerifyOptions): Promise<void> {
  if (options.export !== undefined && named === undefined) throw session.misuse("exportNeedsPlan");
  const anchors = options.anchor === undefined ? [] : readAnchors(session, options.anchor);
  await using instance = await openInstance(session, options, { verb: "verify", acts: false, makes: false });
  const plans = await plansToVerify(session, instance, named, anchors.length > 0);
  const reports: Report[] = [];
  for (const { id, documentId } of plans) {
    const own = anchors.filter(({ planId }) => planId === id);
    reports.push({ ...(await reportOf(session, instance, id, own)), documentId });
  }
  // A plan that was taken away whole is missed only by its anchor.
  if (named === undefined) reports.push(...missingPlans(anchors, plans));
  for (const report of reports) printReport(session, report);
  const [only] = plans;
  const exported =
    options.export === undefined || only === undefined
      ? null
      : await exportTo(session, instance, only.id, options.export);
  session.answer({ reports, ...(exported !== null && { exported }) });
  session.ending = reports.every(({ intact }) => intact) ? exitCode.fine : exitCode.refused;
}

/** Anchors of one request at most. */
const anchorsAtOnce = 80;

async function reportOf(
  session: Session,
  instance: Instance,
  plan: string,
  anchors: readonly Anchor[],
): Promise<LedgerReport> {
  let from = 0;
  for (;;) {
    const some = anchors.slice(from, from + anchorsAtOnce).map(({ seq, head }) => `${seq}:${head}`);
    from += anchorsAtOnce;
    const query = some.length === 0 ? {} : { anchors: some.join(",") };
    const report = await askPlan(session, instance, "verifyLedger", { params: { plan }, query });
    if (!report.intact || from >= anchors.length) return report;
  }
}

function missingPlans(anchors: readonly WrittenAnchor[], plans: readonly { id: string }[]): Report[] {
  const there = new Set(plans.map(({ id }) => id));
  const missing = new Map(
    anchors.filter(({ planId }) => !there.has(planId)).map((anchor) => [anchor.planId, anchor]),
  );
  const { vi, en } = ledgerWords;
  const code = "anchored_plan_missing";
  return [...missing.values()].map(({ planId, documentId, seq }) => ({
    planId,
    documentId: documentId ?? planId,
    intact: false,
    entries: 0,
    head: "",
    fault: { seq, code, vi: vi[code], en: en[code] },
  }));
}

async function plansToVerify(
  session: Session,
  instance: Instance,
  named: string | undefined,
  mayBeNone: boolean,
): Promise<readonly { id: string; documentId: string }[]> {
  if (named !== undefined) {
    return [await askPlan(session, instance, "plan", { params: { plan: named } })];
  }
  const { items } = await instance.ask("plans");
  if (items.length === 0 && !mayBeNone) throw session.misuse("noPlans");
  return items;
}

function printReport(session: Session, { documentId, intact, entries, head, fault }: Report): void {
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
  const { file, lines } = await writeNewLines(session, given, instance.exportLedger(plan));
  session.say(session.words.verify.exported(String(lines), file));
  return { file, entries: lines };
}
