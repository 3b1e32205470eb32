// `kehoach import`: takes the file of a whole instance into an empty database, all of it or nothing.

import { createReadStream } from "node:fs";
import { resolve } from "node:path";
import type { Command } from "commander";
import { exitCode } from "../exit-code.ts";
import { requireRegular, shownPath } from "../files/read-text.ts";
import type { PlaceOptions } from "../instance/data-place.ts";
import { openToImport } from "../instance/open-whole.ts";
import type { Session } from "../session.ts";

export function addImport(program: Command, session: Session): void {
  const { words } = session;
  program
    .command("import")
    .description(words.import.summary)
    .argument("<file>", words.import.file)
    .option("--data <directory>", words.data)
    .action(async (given: string, options: PlaceOptions) => {
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
    });
}
