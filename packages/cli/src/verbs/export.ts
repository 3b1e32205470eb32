// `kehoach export`: everything an instance holds, in one file.

import type { Command } from "commander";
import { exitCode } from "../exit-code.ts";
import { writeNewLines } from "../files/new-lines.ts";
import type { PlaceOptions } from "../instance/data-place.ts";
import { openToExport } from "../instance/open-whole.ts";
import type { Session } from "../session.ts";
import { withData } from "./verb-options.ts";

export function addExport(program: Command, session: Session): void {
  const { words } = session;
  const command = program
    .command("export")
    .description(words.export.summary)
    .argument("<file>", words.export.file);
  withData(command, session).action(async (given: string, options: PlaceOptions) => {
    await using engine = await openToExport(session, options);
    const { file, lines } = await writeNewLines(session, given, engine.exportInstance());
    session.say(words.export.written(String(lines), file));
    session.answer({ file, lines });
    session.ending = exitCode.fine;
  });
}
