// The command line's definition: its commands and the options every command has.

import { Command, Option } from "commander";
import { localiseHelp } from "./localise-help.ts";
import type { Session } from "./session.ts";
import { addAmend, addRecompute } from "./verbs/amend.ts";
import { addAnchors } from "./verbs/anchors.ts";
import { addAnnex } from "./verbs/annex.ts";
import { addAssign } from "./verbs/assign.ts";
import { addAttach } from "./verbs/attach.ts";
import { addAuthorities } from "./verbs/authorities.ts";
import { addCheck } from "./verbs/check.ts";
import { addDo } from "./verbs/do.ts";
import { addErase } from "./verbs/erase.ts";
import { addExport } from "./verbs/export.ts";
import { addFigures } from "./verbs/figures.ts";
import { addFile } from "./verbs/file.ts";
import { addFmt } from "./verbs/fmt.ts";
import { addForm } from "./verbs/form.ts";
import { addGraph } from "./verbs/graph.ts";
import { addHistory } from "./verbs/history.ts";
import { addImport } from "./verbs/import.ts";
import { addIssue } from "./verbs/issue.ts";
import { addList } from "./verbs/list.ts";
import { addPeriodReport } from "./verbs/period-report.ts";
import { addRecord } from "./verbs/record.ts";
import { addRegister } from "./verbs/register.ts";
import { addReport } from "./verbs/report.ts";
import { addReports } from "./verbs/reports.ts";
import { addServe } from "./verbs/serve.ts";
import { addSheet } from "./verbs/sheet.ts";
import { addShow } from "./verbs/show.ts";
import { addSimulate } from "./verbs/simulate.ts";
import { addTarget, addTargets } from "./verbs/targets.ts";
import { addVerify } from "./verbs/verify.ts";
import { version } from "./version.ts";

export function createProgram(session: Session): Command {
  const { words, surroundings } = session;
  const program = localiseHelp(new Command("kehoach"), words)
    .description(words.program)
    .version(version, "-V, --version", words.help.version)
    .helpCommand("help [command]", words.help.showOf)
    .addOption(new Option("--lang <language>", words.help.lang).choices(["vi", "en"]))
    .option("--json", words.help.json)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => surroundings.write(text),
      writeErr: (text) => surroundings.writeError(text),
      // Mistakes are told in the reader's language where the run ends.
      outputError: () => {},
    })
    .hook("preAction", (_, command) => {
      session.json = command.optsWithGlobals<{ json?: boolean }>().json === true;
    });
  for (const add of [
    addCheck,
    addFmt,
    addAnnex,
    addShow,
    addGraph,
    addSimulate,
    addIssue,
    addAmend,
    addRecompute,
    addAssign,
    addRegister,
    addAuthorities,
    addDo,
    addReport,
    addAttach,
    addFile,
    addErase,
    addList,
    addFigures,
    addTargets,
    addTarget,
    addSheet,
    addPeriodReport,
    addReports,
    addForm,
    addHistory,
    addRecord,
    addVerify,
    addAnchors,
    addExport,
    addImport,
    addServe,
  ]) {
    add(program, session);
  }
  return program;
}
