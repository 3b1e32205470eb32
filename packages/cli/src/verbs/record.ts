// `kehoach record`: the record of work of an assignment, its documents in order; with --out as a document to keep.

import { resolve } from "node:path";
import { displayDate } from "@kehoach/engine/calendar";
import type { Command } from "commander";
import { exitCode } from "../exit-code.ts";
import { shownPath, writeFile } from "../files/read-text.ts";
import { askPlan } from "../instance/ask-plan.ts";
import { findAssignment } from "../instance/assignment-reference.ts";
import { type InstanceOptions, openInstance } from "../instance/open-instance.ts";
import type { Session } from "../session.ts";
import { withActor, withData } from "./verb-options.ts";

interface RecordOptions extends InstanceOptions {
  out?: string;
}

export function addRecord(program: Command, session: Session): void {
  const { words } = session;
  const command = program
    .command("record")
    .description(words.record.summary)
    .argument("<plan>", words.plan)
    .argument("<assignment>", words.assignment)
    .option("--out <file>", words.record.out);
  withData(withActor(command, session), session).action(
    (plan: string, assignment: string, options: RecordOptions) => record(session, plan, assignment, options),
  );
}

async function record(
  session: Session,
  plan: string,
  assignment: string,
  options: RecordOptions,
): Promise<void> {
  await using instance = await openInstance(session, options, { verb: "record", acts: false, makes: false });
  const { id } = await findAssignment(session, instance, plan, assignment);
  const asked = { params: { plan, id }, query: { lang: session.language } };
  const sheet = await askPlan(session, instance, "record", asked, () =>
    session.misuse("unknownAssignment", assignment),
  );
  if (options.out !== undefined) {
    const { pageDocx, sheetPage } = await import("@kehoach/server");
    const path = resolve(session.surroundings.workingDirectory, options.out);
    writeFile(session, path, await pageDocx(sheetPage(sheet, session.language)), "wx");
    session.say(session.words.sheet.written(shownPath(session, path)));
  } else {
    session.say(session.paint("bold", `${sheet.title}: ${sheet.subtitles.join(" · ")}`));
    for (const { cells } of sheet.rows)
      session.say(
        cells
          .map((cell) => shown(cell))
          .filter((text) => text !== "")
          .join("  "),
      );
    for (const note of sheet.notes) session.say(session.paint("dim", note));
  }
  session.answer(sheet);
  session.ending = exitCode.fine;
}

function shown(cell: string | number | { date: string } | { basisPoints: number } | null): string {
  if (cell === null) return "";
  if (typeof cell === "object")
    return "date" in cell ? displayDate(cell.date) : String(cell.basisPoints / 100);
  return String(cell);
}
