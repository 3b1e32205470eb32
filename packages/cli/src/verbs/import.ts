// `kehoach import`: takes the file of a whole instance into an empty database, all of it or nothing; or an annex table
// into a draft plan.

import { createReadStream } from "node:fs";
import { resolve } from "node:path";
import type { Command } from "commander";
import { type AnnexOptions, importAnnex } from "../annex/import-annex.ts";
import { exitCode } from "../exit-code.ts";
import { requireRegular, shownPath } from "../files/read-text.ts";
import type { PlaceOptions } from "../instance/data-place.ts";
import { openToImport } from "../instance/open-whole.ts";
import type { Session } from "../session.ts";
import { withRegister } from "./verb-options.ts";

const annexOptions = ["out", "against", "register"] as const;

export function addImport(program: Command, session: Session): void {
  const { words } = session;
  const command = program
    .command("import")
    .description(words.import.summary)
    .argument("<file>", words.import.file)
    .option("--data <directory>", words.data)
    .option("--out <draft>", words.import.out)
    .option("--against <plan>", words.import.against);
  withRegister(command, session).action(async (given: string, options: PlaceOptions & AnnexOptions) => {
    // The formats that are not taken say so themselves.
    const isTable = /\.(?:xls[xmb]?|doc[xm]?|od[st])$/i.test(given);
    if (isTable && options.data !== undefined) throw session.misuse("dataOption", "--data");
    const foreign = annexOptions.find((name) => !isTable && options[name] !== undefined);
    if (foreign !== undefined) throw session.misuse("annexOption", `--${foreign}`);
    if (isTable) await importAnnex(session, given, options);
    else await importInstance(session, given, options);
  });
}

async function importInstance(session: Session, given: string, options: PlaceOptions): Promise<void> {
  const { words } = session;
  const path = resolve(session.surroundings.workingDirectory, given);
  const file = shownPath(session, path);
  requireRegular(session, path, file);
  await using engine = await openToImport(session, options);
  const heads = await engine.importInstance(createReadStream(path));
  session.say(session.paint("green", words.import.done(file, String(heads.length))));
  for (const { documentId, seq, head } of heads)
    session.say(`  ${words.import.head(documentId, String(seq), head)}`);
  session.answer({ file, heads });
  session.ending = exitCode.fine;
}
