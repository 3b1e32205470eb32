// `kehoach file`: downloads an attached file.

import { resolve } from "node:path";
import type { Command } from "commander";
import { exitCode } from "../exit-code.ts";
import { shownPath, writeFile } from "../files/read-text.ts";
import { askPlan } from "../instance/ask-plan.ts";
import { type InstanceOptions, openInstance } from "../instance/open-instance.ts";
import type { Session } from "../session.ts";
import { withActor, withData } from "./verb-options.ts";

interface FileOptions extends InstanceOptions {
  output?: string;
}

export function addFile(program: Command, session: Session): void {
  const { words } = session;
  const command = program
    .command("file")
    .description(words.file.summary)
    .argument("<plan>", words.plan)
    .argument("<digest>", words.file.digest)
    .option("--output <file>", words.file.output);
  withData(withActor(command, session), session).action(
    (plan: string, digest: string, options: FileOptions) => download(session, plan, digest, options),
  );
}

/** Into a new file only: what lies there may be another version of the same document. */
async function download(session: Session, plan: string, digest: string, options: FileOptions): Promise<void> {
  const { words, surroundings } = session;
  await using instance = await openInstance(session, options, { verb: "file", acts: false, makes: false });
  const { id } = await askPlan(session, instance, "plan", { params: { plan } });
  const found = /^[0-9a-f]{64}$/.test(digest) ? await instance.file(id, digest) : null;
  if (found === null) throw session.misuse("noSuchFile", digest);
  const path = resolve(surroundings.workingDirectory, options.output ?? found.name);
  writeFile(session, path, found.bytes, "wx");
  const file = shownPath(session, path);
  session.say(words.file.done(file));
  session.answer({ file, name: found.name, size: found.bytes.byteLength });
  session.ending = exitCode.fine;
}
