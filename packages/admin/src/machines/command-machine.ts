// The command dialogue as a machine: confirm, sending, then done, refused, in conflict, or not known.

import type { CommandAnswer, Trouble } from "@kehoach/server/contract";
import { assign, fromPromise, setup } from "xstate";
import type { CommandContent } from "../command/command-form.ts";

/** What the machine sends; the rest of the command is the page's. */
export interface Sending extends CommandContent {
  requestId: string;
  expected: number;
}

/** How an attempt ended that was not accepted. unknown: no answer, so it may have been recorded. */
export type Failure = { kind: "refused" | "conflict" | "unknown"; trouble: Trouble | null };

export interface CommandContext<Fresh> {
  requestId: string;
  /** The last entry the person has seen. */
  expected: number;
  content: CommandContent;
  answer: CommandAnswer | null;
  failure: Failure | null;
  /** In conflict: what the command is about as it is now; null until loaded. */
  fresh: Fresh | null;
}

export type CommandEvent =
  | { type: "CONFIRM"; content: CommandContent }
  /** Send the same request again. */
  | { type: "RETRY" }
  /** Back to the form with what was entered. */
  | { type: "EDIT" }
  /** Send it on the version loaded after a conflict. */
  | { type: "AGAIN" };

interface Ended {
  event: { error: unknown };
}

/** A machine whose `send` and `reload` the page provides. One request id serves every attempt: the server records it
 *  at most once. `sequenceOf` reads the entry number that was loaded anew. */
export function createCommandMachine<Fresh>(
  sequenceOf: (fresh: Fresh) => number,
  failureOf: (error: unknown) => Failure,
) {
  return setup({
    types: {
      context: {} as CommandContext<Fresh>,
      events: {} as CommandEvent,
      input: {} as { requestId: string; expected: number },
    },
    actors: {
      send: fromPromise<CommandAnswer, Sending>(() => Promise.reject(new Error("The page provides `send`."))),
      reload: fromPromise<Fresh>(() => Promise.reject(new Error("The page provides `reload`."))),
    },
    guards: {
      inConflict: (_, error: unknown) => failureOf(error).kind === "conflict",
      isRefused: (_, error: unknown) => failureOf(error).kind === "refused",
    },
  }).createMachine({
    id: "command",
    context: ({ input }) => ({ ...input, content: { data: {} }, answer: null, failure: null, fresh: null }),
    initial: "confirm",
    states: {
      confirm: {
        on: { CONFIRM: { target: "sending", actions: assign({ content: ({ event }) => event.content }) } },
      },
      sending: {
        entry: assign({ failure: null }),
        invoke: {
          src: "send",
          input: ({ context: { requestId, expected, content } }) => ({ requestId, expected, ...content }),
          onDone: { target: "done", actions: assign({ answer: ({ event }) => event.output }) },
          onError: [
            {
              guard: { type: "inConflict", params: ({ event }: Ended) => event.error },
              target: "conflict",
              actions: assign({ failure: ({ event }) => failureOf(event.error) }),
            },
            {
              guard: { type: "isRefused", params: ({ event }: Ended) => event.error },
              target: "refused",
              actions: assign({ failure: ({ event }) => failureOf(event.error) }),
            },
            { target: "unknown", actions: assign({ failure: ({ event }) => failureOf(event.error) }) },
          ],
        },
      },
      refused: { on: { EDIT: "confirm" } },
      unknown: { on: { RETRY: "sending" } },
      conflict: {
        initial: "loading",
        states: {
          loading: {
            invoke: {
              src: "reload",
              onDone: { target: "loaded", actions: assign({ fresh: ({ event }) => event.output }) },
              onError: "notLoaded",
            },
          },
          loaded: {
            on: {
              AGAIN: {
                target: "#command.sending",
                actions: assign({
                  expected: ({ context }) =>
                    context.fresh === null ? context.expected : sequenceOf(context.fresh),
                }),
              },
              EDIT: {
                target: "#command.confirm",
                actions: assign({
                  expected: ({ context }) =>
                    context.fresh === null ? context.expected : sequenceOf(context.fresh),
                }),
              },
            },
          },
          notLoaded: { on: { RETRY: "loading" } },
        },
      },
      done: { type: "final" },
    },
  });
}
