// The engine inside a host's transaction: nothing is batched, and nothing holds before the host commits.

import type { Command } from "../execute/command.ts";
import { refuse } from "../execute/refuse.ts";
import type { CommitContext } from "../store/batch.ts";
import { type CommandResult, commitBatch } from "../store/commit-batch.ts";
import { type Connection, isolationOf } from "../store/connection.ts";
import { PlanCache } from "../store/plan-cache.ts";
import { invalidRequest } from "./commands/complete-command.ts";
import type {
  AttachInput,
  CommandInput,
  Engine,
  HostTransaction,
  IssueInput,
  IssueOutcome,
  Outcome,
} from "./engine.ts";
import type { engineFiles } from "./files/engine-files.ts";
import type { AmendInput } from "./plans/amendment.ts";
import { engineAmend } from "./plans/engine-amend.ts";
import { type Door, whileOpen } from "./while-open.ts";

interface Surroundings {
  door: Door;
  files: ReturnType<typeof engineFiles>;
  writing: Parameters<typeof engineAmend>[0];
  issueBy: (
    where: Connection,
    input: IssueInput,
    run: <Result>(work: (transaction: Connection) => Promise<Result>) => Promise<Result>,
  ) => Promise<IssueOutcome>;
  dispatchBy: (
    where: Connection,
    input: CommandInput,
    send: (command: Command) => Promise<CommandResult>,
  ) => Promise<Outcome>;
  wake: (planId: string, send: (command: Command) => Promise<CommandResult>) => Promise<void>;
}

export function engineWithin(surroundings: Surroundings): Engine["within"] {
  const { door, files, writing, issueBy, dispatchBy, wake } = surroundings;
  const { context } = writing;
  /** What a host has amended and may still roll back stays out of the plans that are remembered. */
  const amendedIn = new WeakMap<HostTransaction, PlanCache>();

  return (host) => {
    const given: Partial<HostTransaction> | null | undefined = host;
    if (given?.isTransaction !== true)
      throw invalidRequest({ field: "transaction", wanted: "Kysely Transaction" });
    const transaction = host.withoutPlugins();
    const inside = (): CommitContext => ({ ...context, plans: amendedIn.get(host) ?? context.plans });
    const send = async (command: Command): Promise<CommandResult> => {
      const [result] = await commitBatch(transaction, [command], inside());
      return result ?? refuse("unknown_plan");
    };
    return whileOpen(door, {
      async issue(input: IssueInput) {
        await refuseSnapshot(transaction);
        return issueBy(transaction, input, (work) => work(transaction));
      },
      async amend(input: AmendInput) {
        await refuseSnapshot(transaction);
        if (!amendedIn.has(host)) amendedIn.set(host, new PlanCache());
        const { amend } = engineAmend({
          ...writing,
          connection: transaction,
          context: inside(),
          committed: (work) => work(transaction),
          wake: (planId) => wake(planId, send),
        });
        return amend(input);
      },
      attach: (input: AttachInput) => files.attachWithin(transaction, inside(), input),
      dispatch: (input: CommandInput) =>
        dispatchBy(transaction, input, async (command) => {
          const result = await send(command);
          // Where the host does not commit, the sweep finds nothing.
          if (command.type === "erase") files.erasedIn(command.planId);
          return result;
        }),
    });
  };
}

/** Who else has issued the same document is seen only by a transaction that sees what was committed after it began. */
async function refuseSnapshot(transaction: Connection): Promise<void> {
  const isolation = await isolationOf(transaction);
  if (isolation !== "read committed")
    throw invalidRequest({ field: "transaction", wanted: "isolation level read committed" });
}
