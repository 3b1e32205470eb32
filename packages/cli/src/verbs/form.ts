// `kehoach form`: the form of a duty to report figures, out as a sheet, and back as figures reported.

import { randomUUID } from "node:crypto";
import { resolve } from "node:path";
import { annexWords, formWords } from "@kehoach/engine/words";
import type { FormChange, FormFault, FormSheet } from "@kehoach/server";
import type { Command } from "commander";
import { exitCode } from "../exit-code.ts";
import { readBytes, shownPath, writeFile } from "../files/read-text.ts";
import { askPlan } from "../instance/ask-plan.ts";
import { findAssignment } from "../instance/assignment-reference.ts";
import type { Instance, Sent } from "../instance/instance.ts";
import { type InstanceOptions, openInstance } from "../instance/open-instance.ts";
import { printRefusal } from "../print/refusal.ts";
import type { Session } from "../session.ts";
import { withActor, withData } from "./verb-options.ts";

interface FormOptions extends InstanceOptions {
  out?: string;
  read?: string;
  send?: boolean;
  reason?: string;
  confirmed?: boolean;
  request?: string;
}

/** The sheet of one duty, with what reporting it needs. */
interface Duty {
  sheet: FormSheet;
  planId: string;
  period: string;
}

export function addForm(program: Command, session: Session): void {
  const { words } = session;
  const command = program
    .command("form")
    .description(words.form.summary)
    .argument("<plan>", words.plan)
    .argument("<assignment>", words.assignment)
    .option("--out <file>", words.form.out)
    .option("--read <file>", words.form.read)
    .option("--send", words.form.send)
    .option("--reason <text>", words.do.reason)
    .option("--confirmed", words.form.confirmed)
    .option("--request <id>", words.do.request);
  withData(withActor(command, session), session).action(
    (plan: string, assignment: string, options: FormOptions) => form(session, plan, assignment, options),
  );
}

async function form(session: Session, plan: string, assignment: string, options: FormOptions): Promise<void> {
  const { out, read } = options;
  if ((out === undefined) === (read === undefined)) throw session.misuse("outOrRead");
  if (out !== undefined && !/\.xlsx$/i.test(out)) throw session.misuse("badTableFile", out);
  const acts = options.send === true;
  await using instance = await openInstance(session, options, { verb: "form", acts, makes: false });
  const duty = await dutyOf(session, instance, plan, assignment);
  if (out !== undefined) await write(session, duty, out);
  else if (read !== undefined) await bringBack(session, instance, duty, read, options);
}

async function dutyOf(session: Session, instance: Instance, plan: string, assignment: string): Promise<Duty> {
  // The server is a lot to load for commands that need none of it.
  const { formSheet } = await import("@kehoach/server");
  const item = await findAssignment(session, instance, plan, assignment);
  const params = { plan: item.planId, id: item.id };
  const body = await askPlan(session, instance, "reportForm", { params }, () =>
    session.misuse("notADuty", assignment),
  );
  const { number, title } = await askPlan(session, instance, "plan", { params: { plan: item.planId } });
  return {
    sheet: formSheet(body, number ?? title, session.language),
    planId: item.planId,
    period: body.period.id,
  };
}

async function write(session: Session, { sheet }: Duty, out: string): Promise<void> {
  const { formXlsx } = await import("@kehoach/server");
  const path = resolve(session.surroundings.workingDirectory, out);
  writeFile(session, path, await formXlsx(sheet, session.language), "wx");
  const file = shownPath(session, path);
  session.answer({ file, form: sheet });
  session.say(session.words.form.written(file, String(sheet.rows.length)));
  session.ending = exitCode.fine;
}

async function bringBack(
  session: Session,
  instance: Instance,
  duty: Duty,
  given: string,
  options: FormOptions,
): Promise<void> {
  const { readFormXlsx } = await import("@kehoach/server");
  const { words, language } = session;
  const { name, bytes } = readBytes(session, given);
  const read = readFormXlsx(bytes, duty.sheet);
  if (!read.ok) throw session.misuse("tablesNotTaken", name, annexWords[language].faults[read.fault]);
  const { changes, faults } = read;
  for (const change of changes) await printChange(session, duty.sheet, change);
  for (const fault of faults) printFault(session, fault);
  const count = String(changes.length);
  if (faults.length > 0) {
    session.answer({ changes, faults, sent: false });
    session.say(words.form.wrong(String(faults.length)));
    session.ending = exitCode.refused;
    return;
  }
  session.ending = exitCode.fine;
  if (options.send !== true || changes.length === 0) {
    session.answer({ changes, faults, sent: false });
    session.say(changes.length === 0 ? formWords[language].same : words.form.ready(count));
    return;
  }
  const outcome = await instance.send(command(duty, changes, options));
  if (!outcome.accepted) {
    session.answer({ changes, faults, sent: false, refusal: outcome });
    printRefusal(session, outcome);
    session.ending = exitCode.refused;
    return;
  }
  session.answer({ changes, faults, sent: true, seq: outcome.seq });
  session.say(session.paint("green", words.form.sent(count)));
}

function command({ planId, period }: Duty, changes: readonly FormChange[], options: FormOptions): Sent {
  const { reason, confirmed, request } = options;
  return {
    requestId: request ?? randomUUID(),
    target: "plan",
    planId,
    type: "report",
    data: {
      readings: changes.map(({ input, after }) => ({
        input,
        period,
        ...after,
        ...(confirmed === true && { confirmed }),
      })),
      ...(reason !== undefined && { reason }),
    },
  } as Sent;
}

async function printChange(
  session: Session,
  sheet: FormSheet,
  { input, label, cell, before, after }: FormChange,
): Promise<void> {
  const { shownValue } = await import("@kehoach/server");
  const { language } = session;
  const { statuses, unreported } = formWords[language];
  const kind = sheet.rows.find(({ id }) => id === input)?.kind ?? "number";
  const told = (one: FormChange["before"]) => {
    if (one === null) return unreported;
    return one.value === null
      ? statuses.none
      : `${shownValue(kind, one.value, language)} (${statuses[one.status]})`;
  };
  session.say(session.paint("yellow", `~ ${label} (${cell})`));
  session.say(`    - ${told(before)}`);
  session.say(`    + ${told(after)}`);
}

function printFault(session: Session, { sheet, cell, vi, en }: FormFault): void {
  const place = cell === null ? sheet : `${sheet}!${cell}`;
  session.say(session.paint("red", `${place}: ${session.language === "vi" ? vi : en}`));
}
