// `kehoach graph`: a plan's lifecycles for other tools to draw.

import type { Lifecycle } from "@kehoach/engine";
import { toMermaid, toStately } from "@kehoach/engine/compile";
import type { Command } from "commander";
import { exitCode } from "../exit-code.ts";
import { printProblem } from "../print/problems.ts";
import { readPlanFile } from "../read-plan-file.ts";
import type { Session } from "../session.ts";
import { choice, withRegister } from "./verb-options.ts";

interface GraphOptions {
  lifecycle?: string;
  format: "mermaid" | "stately";
  register?: readonly string[];
}

export function addGraph(program: Command, session: Session): void {
  const { words } = session;
  const command = program
    .command("graph")
    .description(words.graph.summary)
    .argument("<file>", words.graph.file)
    .option("--lifecycle <id>", words.graph.lifecycle)
    .addOption(choice("--format <format>", words.graph.format, ["mermaid", "stately"]).default("mermaid"));
  withRegister(command, session).action((file: string, options: GraphOptions) =>
    graph(session, file, options),
  );
}

function graph(session: Session, file: string, options: GraphOptions): void {
  const { plan, problems, language } = readPlanFile(session, file, options.register ?? []);
  if (plan === null) {
    session.answer({ problems });
    for (const problem of problems) printProblem(session, problem, language);
    session.ending = exitCode.refused;
    return;
  }
  const lifecycles = Object.values(plan.lifecycles);
  const wanted =
    options.lifecycle === undefined ? lifecycles : lifecycles.filter(({ id }) => id === options.lifecycle);
  if (wanted.length === 0) {
    const ids = lifecycles.map(({ id }) => id).join(", ");
    throw session.misuse("unknownLifecycle", options.lifecycle ?? "", ids);
  }
  const drawn = wanted.map((lifecycle) => ({
    id: lifecycle.id,
    text: draw(session, lifecycle, options.format),
  }));
  session.answer({ format: options.format, lifecycles: drawn });
  if (!session.json) {
    for (const { id, text } of drawn) {
      // Several Stately machines are one JSON text only with --json; here they are told apart by a comment line.
      if (drawn.length > 1) session.print(`${options.format === "mermaid" ? "%%" : "//"} ${id}\n`);
      session.print(text.endsWith("\n") ? text : `${text}\n`);
    }
  }
  session.ending = exitCode.fine;
}

function draw(session: Session, lifecycle: Lifecycle, format: GraphOptions["format"]): string {
  return format === "mermaid" ? toMermaid(lifecycle, session.language) : toStately(lifecycle);
}
