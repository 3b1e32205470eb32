// The register by itself: documents added without a plan, and the authorities to stand in that hold now.

import type { AuthorityInForce } from "../../execute/authority.ts";
import type { Actor, Decision } from "../../execute/command.ts";
import type { Refusal } from "../../execute/decision.ts";
import { refuse } from "../../execute/refuse.ts";
import type { Problem } from "../../language/problem.ts";
import type { RegisterDocument } from "../../language/register-document.ts";
import type { EntrySource, Micros } from "../../ledger/entry.ts";
import { requestHash } from "../../ledger/request-hash.ts";
import type { CommitContext } from "../../store/batch.ts";
import type { Connection } from "../../store/connection.ts";
import { type DocumentText, registerDocuments } from "../../store/register-documents.ts";
import { authoritiesAt } from "../../store/stand-in-of.ts";
import { actorFault, requestFault, textsFault } from "../commands/command-shape.ts";
import { invalidRequest, isStorable, throwIf } from "../commands/complete-command.ts";
import type { Engine, SourceText } from "../engine.ts";
import { readWithExtended } from "./check-plan.ts";

export interface RegisterInput {
  /** The documents' texts. Those the register holds already, as they are, stay as they are. */
  documents: readonly SourceText[];
  actor: Actor;
  /** Default: "api". */
  source?: EntrySource;
  onBehalfOf?: Decision;
}

export type RegisterOutcome =
  | { registered: true; documents: readonly Pick<RegisterDocument, "kind" | "id" | "title" | "from">[] }
  /** Nothing was stored. */
  | { registered: false; problems: readonly Problem[]; refusal: Refusal | null };

interface Surroundings {
  connection: Connection;
  context: CommitContext;
  now: () => Promise<Micros>;
  /** Runs work in a transaction of its own. */
  committed: <Result>(work: (transaction: Connection) => Promise<Result>) => Promise<Result>;
  /** Told when something was stored. */
  announce: () => void;
}

export function engineRegister(surroundings: Surroundings): Pick<Engine, "register" | "authorities"> {
  const { connection, context, now, committed, announce } = surroundings;
  return {
    async register({ documents: given, actor, source = "api", onBehalfOf }: RegisterInput) {
      throwIf(textsFault({ text: "" }, given) ?? actorFault(actor));
      const requestId = `register:${requestHash({ texts: given.map(({ text }) => text) })}`;
      throwIf(requestFault({ requestId, actor, source, onBehalfOf }));
      if (!isStorable(JSON.stringify({ actor, onBehalfOf })))
        throw invalidRequest({ field: "actor", wanted: "Unicode" });
      const reads = await readWithExtended(connection, given);
      const problems = reads.flatMap((read) => read.problems);
      if (problems.length > 0) return { registered: false, problems, refusal: null };
      if (source === "demo" && !context.demo) return refused(refuse("demo_data"));
      const documents = reads.flatMap(({ document }, index): DocumentText[] =>
        document === null ? [] : [{ document, text: given[index]?.text ?? "" }],
      );
      const command = {
        target: "plan",
        type: "issue",
        planId: "",
        requestId,
        actor,
        source,
        onBehalfOf,
      } as const;
      const refusal = await committed((transaction) =>
        registerDocuments(transaction, documents, command, context),
      );
      if (refusal !== null) return refused(refusal);
      announce();
      return {
        registered: true,
        documents: documents.map(({ document: { kind, id, title, from } }) => ({ kind, id, title, from })),
      };
    },
    async authorities(): Promise<readonly AuthorityInForce[]> {
      return authoritiesAt(connection, await now());
    },
  };
}

function refused(refusal: Refusal): RegisterOutcome {
  return { registered: false, problems: [], refusal };
}
