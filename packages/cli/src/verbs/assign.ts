// `kehoach assign`: gives one task outside a plan: a letter, a conclusion, a leader's note on a document.

import { randomUUID } from "node:crypto";
import type { Command } from "commander";
import { exitCode } from "../exit-code.ts";
import { askOrTell } from "../instance/ask-plan.ts";
import { type InstanceOptions, openInstance } from "../instance/open-instance.ts";
import { parseDecision } from "../parse/actor.ts";
import { parseDocument } from "../parse/command-data.ts";
import { printProblem, printQuestion } from "../print/problems.ts";
import { printRefusal } from "../print/refusal.ts";
import type { Session } from "../session.ts";
import { choice, withActor, withData } from "./verb-options.ts";

interface AssignOptions extends InstanceOptions {
  lead: readonly string[];
  except?: readonly string[];
  figure?: readonly string[];
  document: string;
  decidedBy: string;
  about?: string;
  with?: readonly string[];
  due?: string;
  product?: string;
  kind?: "plan" | "programme" | "decision" | "directive" | "conclusion" | "letter";
  sameAs?: string;
  like?: string;
  request?: string;
}

export function addAssign(program: Command, session: Session): void {
  const { words } = session;
  const kinds = ["letter", "conclusion", "decision", "directive", "plan", "programme"];
  const command = program
    .command("assign")
    .description(words.assign.summary)
    .argument("<content>", words.assign.content)
    .requiredOption("--lead <agency...>", words.assign.lead)
    .requiredOption("--document <number,date>", words.assign.document)
    .requiredOption("--decided-by <name,position,capacity>", words.assign.decidedBy)
    .option("--about <title>", words.assign.about)
    .option("--except <agency...>", words.assign.except)
    .option("--figure <title|unit|kind...>", words.assign.figure)
    .option("--with <agency...>", words.assign.with)
    .option("--due <due>", words.assign.due)
    .option("--product <title>", words.assign.product)
    .addOption(choice("--kind <kind>", words.assign.kind, kinds))
    .option("--same-as <plan/task>", words.assign.sameAs)
    .option("--like <plan>", words.assign.like)
    .option("--request <id>", words.do.request);
  withData(withActor(command, session), session).action((content: string, options: AssignOptions) =>
    assign(session, content, options),
  );
}

async function assign(session: Session, content: string, options: AssignOptions): Promise<void> {
  const { words } = session;
  const { due, product, kind, like, about, except } = options;
  const [only = ""] = options.lead;
  const isOne = options.lead.length === 1 && options.figure === undefined;
  const decision = parseDecision(session, options.decidedBy);
  const body = {
    requestId: options.request ?? randomUUID(),
    content,
    lead: isOne ? only : [...options.lead],
    ...(except !== undefined && { except: [...except] }),
    ...(options.figure !== undefined && {
      report: { inputs: options.figure.map((given) => parseFigure(session, given)) },
    }),
    document: { ...parseDocument(session, options.document), title: about ?? null },
    decidedBy: { ...decision, position: decision.position ?? "" },
    ...(options.with !== undefined && { coordinators: [...options.with] }),
    ...(due !== undefined && { due }),
    ...(product !== undefined && { product }),
    ...(kind !== undefined && { kind }),
    ...(like !== undefined && { like }),
    ...(options.sameAs !== undefined && { sameAs: parseSameAs(session, options.sameAs) }),
  };
  await using instance = await openInstance(session, options, { verb: "assign", acts: true, makes: false });
  const outcome = await askOrTell(session, instance, "assign", { body });
  session.answer(outcome);
  for (const question of outcome.questions) printQuestion(session, question, session.language);
  if (outcome.assigned) {
    session.say(session.paint("green", words.assign.given(outcome.documentId ?? "")));
    session.say(words.issue.opened(String(outcome.assignments)));
    session.ending = exitCode.fine;
    return;
  }
  for (const problem of outcome.problems) printProblem(session, problem, session.language);
  if (outcome.refusal !== null) printRefusal(session, outcome.refusal);
  session.say(words.assign.notGiven);
  session.ending = exitCode.refused;
}

const figureKinds = ["count", "amount", "number", "yes_no", "date"] as const;

/** `Số vụ|vụ|count`; unit and kind may be left out. */
function parseFigure(
  session: Session,
  given: string,
): { title: string; unit?: string; kind?: (typeof figureKinds)[number] } {
  const [title = "", unit = "", word = "", ...more] = given.split("|").map((part) => part.trim());
  const kind = figureKinds.find((one) => one === word);
  if (title === "" || more.length > 0 || (word !== "" && kind === undefined))
    throw session.misuse("badFigure", given);
  return { title, ...(unit !== "" && { unit }), ...(kind !== undefined && { kind }) };
}

function parseSameAs(session: Session, given: string): { planId: string; taskId: string } {
  const [planId = "", taskId = "", ...more] = given.split("/");
  if (planId === "" || taskId === "" || more.length > 0) throw session.misuse("badSameAs", given);
  return { planId, taskId };
}
