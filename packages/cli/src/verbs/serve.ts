// `kehoach serve`: runs the server and its pages until it is stopped.

import type { Command } from "commander";
import { exitCode } from "../exit-code.ts";
import { dataPlace } from "../instance/data-place.ts";
import { parsePort } from "../parse/port.ts";
import type { Session } from "../session.ts";

interface ServeOptions {
  port?: string;
  data?: string;
  demo?: boolean;
}

export function addServe(program: Command, session: Session): void {
  const { words } = session;
  program
    .command("serve")
    .description(words.serve.summary)
    .option("--port <port>", words.serve.port)
    .option("--data <directory>", words.data)
    .option("--demo", words.serve.demo)
    .action((options: ServeOptions) => serve(session, options));
}

async function serve(session: Session, options: ServeOptions): Promise<void> {
  const { words, language } = session;
  const port = parsePort(session, options.port);
  const { serveInstance } = await import("../serve-instance.ts");
  await serveInstance(session, {
    place: dataPlace(session, options),
    port,
    onProgress: (step) => session.say(`${language === "vi" ? step.vi : step.en}…`),
    onReady(address) {
      session.answer({ ready: true, address });
      session.say(session.paint("bold", words.serve.ready(address)));
      session.say(words.serve.stop);
    },
    onClosing: () => session.say(words.serve.closing),
  });
  session.say(words.serve.closed);
  session.ending = exitCode.fine;
}
