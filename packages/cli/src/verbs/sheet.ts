// `kehoach sheet`: the weekly sheets and the drafts of reminder letters, as files in a folder.

import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { dateOfInstant } from "@kehoach/engine/calendar";
import { sheetsWords } from "@kehoach/engine/words";
import type { Command } from "commander";
import { exitCode } from "../exit-code.ts";
import { shownPath, writeFile } from "../files/read-text.ts";
import { askFigures } from "../instance/ask-figures.ts";
import type { Instance } from "../instance/instance.ts";
import { type InstanceOptions, openInstance } from "../instance/open-instance.ts";
import { parseDate } from "../parse/date.ts";
import type { Session } from "../session.ts";
import { withActor, withData } from "./verb-options.ts";

const kinds = ["agencies", "tasks", "letters"] as const;
type Kind = (typeof kinds)[number];

interface SheetOptions extends InstanceOptions {
  out: string;
  plan?: string;
  agency?: string;
  asOf?: string;
}

interface Draft {
  name: string;
  bytes: Uint8Array;
}

export function addSheet(program: Command, session: Session): void {
  const { words } = session;
  const command = program
    .command("sheet")
    .description(words.sheet.summary)
    .argument("<kind>", words.sheet.kind)
    .requiredOption("--out <folder>", words.sheet.out)
    .option("--plan <plan>", words.list.plan)
    .option("--agency <agency>", words.list.agency)
    .option("--as-of <date>", words.figures.asOf);
  withData(withActor(command, session), session).action((kind: string, options: SheetOptions) =>
    sheet(session, kind, options),
  );
}

async function sheet(session: Session, given: string, options: SheetOptions): Promise<void> {
  const kind = kinds.find((each) => each === given);
  if (kind === undefined) throw session.misuse("unknownSheet", given, kinds.join(", "));
  if (options.asOf !== undefined && kind !== "agencies") throw session.misuse("asOfOfAgencies");
  await using instance = await openInstance(session, options, { verb: "sheet", acts: false, makes: false });
  const drafts = await draw(session, instance, kind, options);
  const folder = resolve(session.surroundings.workingDirectory, options.out);
  const files = drafts.map((draft) => write(session, folder, draft));
  session.answer({ files });
  for (const file of files) session.say(session.words.sheet.written(file));
  if (files.length === 0) session.say(sheetsWords[session.language].tasks.none);
  session.ending = exitCode.fine;
}

async function draw(
  session: Session,
  instance: Instance,
  kind: Kind,
  options: SheetOptions,
): Promise<Draft[]> {
  // The server is a lot to load for commands that need none of it.
  const { pageDocx, sheetPage, sheetXlsx } = await import("@kehoach/server");
  const { language } = session;
  const { plan, agency } = options;
  const words = sheetsWords[language].file[kind];
  const query = { plan, lang: language };
  const today = dateOfInstant(await instance.now());
  if (kind === "letters") {
    const { items } = await askFigures(session, instance, "reminders", { query });
    const drafts: Draft[] = [];
    for (const each of items) {
      if (agency !== undefined && each.agency.id !== agency) continue;
      const params = { issuer: each.issuer.id, agency: each.agency.id };
      const letter = await askFigures(session, instance, "reminder", { params, query });
      const several = items.some((other) => other !== each && other.agency.id === each.agency.id);
      const name = several ? `${params.issuer}-${params.agency}` : params.agency;
      drafts.push({ name: `${words}-${name}-${today}.docx`, bytes: await pageDocx(letter) });
    }
    return drafts;
  }
  const asOf = options.asOf === undefined ? undefined : parseDate(session, options.asOf);
  const model = await askFigures(session, instance, "sheet", {
    params: { sheet: kind },
    query: { ...query, agency, asOf },
  });
  const name = `${words}-${asOf ?? today}`;
  return [
    { name: `${name}.xlsx`, bytes: await sheetXlsx(model, words) },
    { name: `${name}.docx`, bytes: await pageDocx(sheetPage(model, language)) },
  ];
}

/** A new file only: somebody may have written causes into last week's. */
function write(session: Session, folder: string, { name, bytes }: Draft): string {
  const path = join(folder, name);
  const file = shownPath(session, path);
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    throw session.misuse("fileUnwritable", file);
  }
  writeFile(session, path, bytes, "wx");
  return file;
}
