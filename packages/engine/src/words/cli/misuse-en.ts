// What a mistyped command line is told, in English.

import type { misuseVi } from "./misuse-vi.ts";

export const misuseEn: typeof misuseVi = {
  unknownCommand: (name) => `There is no command “${name}”.`,
  unknownOption: (name) => `There is no option “${name}”.`,
  missingArgument: (name) => `Argument “${name}” is missing.`,
  missingValue: (name) => `Option “${name}” needs a value.`,
  missingOption: (name) => `Option “${name}” is missing.`,
  tooMany: () => "There are too many arguments.",
  notAmong: (name, given, values) => `“${given}” does not fit ${name}; choose one of: ${values}.`,
  other: (detail) => detail,
  seeHelp: (command) => `See: ${command} --help`,
  bothOptions: (a, b) => `Use only one of the two: ${a} or ${b}.`,
  annexOption: (name) => `${name} is only for importing an annex table, .xlsx or .docx.`,
  dataOption: (name) => `${name} is only for importing what kehoach export wrote, not an annex table.`,
  tablesNotTaken: (path, why) => `${path}: ${why}`,
  noAnnex: (path) =>
    `${path}: no table whose heading names a column of tasks and at least one more, such as the lead or the due.`,
  notADuty: (given) => `“${given}” is no duty to report figures of a period.`,
  outOrRead: () => "Name one of the two: --out to write the form, or --read to read one that was filled in.",
  badTableFile: (path) => `${path}: only .xlsx and .docx can be written.`,
  badNumber: (name, given) => `${name}: “${given}” is not a valid whole number.`,
  badDate: (given) => `“${given}” is not a real date; write dd/MM/yyyy or yyyy-MM-dd.`,
  untilTooEarly: (from) => `The last day must be ${from} or later.`,
  badInstant: (given) =>
    `“${given}” is not a moment; write dd/MM/yyyy or dd/MM/yyyy HH:mm (Vietnamese time).`,
  badHour: (given) => `“${given}” is not an hour; write HH:mm.`,
  badFigure: (given) =>
    `“${given}” is not right; write “what it is|unit|kind”, the kind being count, amount, number, yes_no or date.`,
  badSameAs: (given) => `“${given}” is not right; write “plan/task”.`,
  badDocument: (given) => `“${given}” is not complete; write “number,date”, e.g. “15/BC-CAT,20/07/2017”.`,
  badProduct: (given) => `“${given}” is not complete; write “id=number,date”.`,
  badActor: (given) =>
    `“${given}” does not fit; write “agency:role:name”, e.g. “cong-an-tinh:head:Nguyễn Văn A”.`,
  badRole: (given, values) => `There is no role “${given}”; choose from: ${values}.`,
  badCapacity: (given) => `There is no capacity “${given}”; choose from: TM., KT., TL., TUQ., Q.`,
  actorNeeded: () => "Who is acting must be known: add --as “agency:role:name” or set KEHOACH_AS.",
  unknownPlan: (given) => `There is no plan “${given}”.`,
  noPlans: () => "No plan has been issued here yet.",
  unknownAssignment: (given) => `There is no assignment “${given}” in this plan.`,
  ambiguousAssignment: (given, candidates) =>
    `“${given}” fits several assignments; name one of:\n${candidates}`,
  unknownLifecycle: (given, values) => `There is no lifecycle “${given}”; there are: ${values}.`,
  exportNeedsPlan: () => "With --export a plan must be named.",
  unknownSheet: (given, choices) => `There is no sheet “${given}”; choose one of: ${choices}.`,
  asOfOfAgencies: () =>
    "--as-of is only for the sheet agencies: causes and proposals are told as they stand now.",
  badAnchor: (path, line) => `${path}, line ${line}: not an anchor as kehoach anchors writes it.`,
  fileExists: (path) => `File ${path} is already there; choose another name.`,
  fileMissing: (path) => `There is no file ${path}.`,
  fileNotRegular: (path) => `${path} is not a regular file.`,
  fileTooBig: (path, limit) => `${path} is larger than ${limit}.`,
  fileNotText: (path) => `${path} is not UTF-8 text.`,
  noSuchFile: (digest) =>
    `There is no attached file ${digest}, or it was erased, or you may not see it. Name who looks with --as.`,
  badDigest: (given) => `“${given}” is no digest of a text or file; kehoach history --json tells them.`,
  fileUnreadable: (path) => `${path} cannot be read.`,
  fileUnwritable: (path) => `${path} cannot be written.`,
  holderSilent: (pid) =>
    `Process ${pid} holds this data directory and takes no commands. Wait until it is done or stop it, then try again.`,
  serverUnreachable: (address) => `The server at ${address} holds this data directory but does not answer.`,
  serverLacksRoute: (command, address) =>
    `The server at ${address} holds this data directory and does not take “${command}”. Stop the server and try again.`,
  serverTakesNobody: (address) =>
    `The server at ${address} takes no identity from the command line. Use its pages, or stop the server and try again.`,
  noSuchIdentity: (given, choices) => `The demo has no identity “${given}”. There are:\n${choices}`,
  badPort: (given) => `“${given}” is not a port; choose a number from 0 to 65535.`,
  coverageOfFile: () => "Coverage needs the plan's file.",
  noData: (place) =>
    `There are no data in ${place}. Issue a plan first (kehoach issue) or name a directory with --data.`,
  unknownReport: (id) => `There is no issued report “${id}”, or not for you.`,
};
