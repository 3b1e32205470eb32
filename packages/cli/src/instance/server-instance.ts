// Sends a command to the server that holds the data.

import type { Actor } from "@kehoach/engine";
import type { AttachAnswer } from "@kehoach/server/contract";
import type { Session } from "../session.ts";
import { type Ask, askThrough, pathOf, TroubleAnswer, troubleOf } from "./ask.ts";
import type { Instance } from "./instance.ts";
import { serverTransport } from "./server-transport.ts";

/** `actor` is who was named to act; null: whoever the server takes us for. Throws Misuse when the server is a demo
 *  without that identity, or takes nobody from the command line. */
export async function reachServer(session: Session, address: string, actor: Actor | null): Promise<Instance> {
  const askAnybody = askThrough(serverTransport(session, address, null));
  const { demo } = await askAnybody("instance");
  const identity = actor === null || !demo ? null : await identityOf(session, askAnybody, actor);
  const transport = serverTransport(session, address, identity);
  const ask = demo ? askThrough(transport) : askSignedIn(session, address, askThrough(transport));
  return {
    address,
    ask,
    now: async () => (await ask("instance")).now,
    async send({ target, ...command }) {
      const { planId, requestId, type, data, expected, effectiveAt, onBehalfOf, authority } = command;
      const about = { planId, requestId, type, expected, effectiveAt, onBehalfOf, authority };
      const body = { ...about, data: data as never };
      try {
        const assignmentId =
          target === "assignment" ? (Reflect.get(command, "assignmentId") as string) : undefined;
        return await ask("sendCommand", { body: { ...body, assignmentId } });
      } catch (error) {
        const refusal = error instanceof TroubleAnswer ? error.refusal : null;
        if (refusal === null) throw error;
        return refusal;
      }
    },
    async attach({ planId, assignmentId, product, name, bytes, requestId }) {
      const path = pathOf("attach", { params: { plan: planId, id: assignmentId }, query: { product } });
      const about = { "x-file-name": encodeURIComponent(name), "idempotency-key": requestId };
      const answered = await transport.upload(path, about, bytes);
      // The server holds its answers to the contract, which both sides share.
      if (answered.status === 200) return answered.body as AttachAnswer;
      const trouble = troubleOf(answered);
      if (trouble.status === 401 && !demo) throw session.misuse("serverTakesNobody", address);
      if (trouble.refusal === null) throw trouble;
      return trouble.refusal;
    },
    file: (planId, digest) => transport.download(pathOf("file", { params: { plan: planId, digest } })),
    exportLedger: (planId) => transport.lines(pathOf("exportLedger", { params: { plan: planId } })),
    async [Symbol.asyncDispose]() {},
  };
}

/** The demo's identity with the same agency and position. */
async function identityOf(session: Session, ask: Ask, actor: Actor): Promise<string> {
  const { items } = await ask("identities");
  const fits = ({ agency, roles }: (typeof items)[number]): boolean =>
    (agency?.id ?? null) === actor.agency && roles.some((role) => actor.roles.includes(role));
  const found = items.find(fits);
  if (found !== undefined) return found.id;
  const near = items.filter(({ agency }) => agency?.id === actor.agency);
  const choices = (near.length > 0 ? near : items).slice(0, 12);
  throw session.misuse(
    "noSuchIdentity",
    `${actor.agency ?? ""}:${actor.roles.join(",")}`,
    choices.map(({ agency, roles, name }) => `  ${agency?.id ?? ""}:${roles.join(",")}  ${name}`).join("\n"),
  );
}

function askSignedIn(session: Session, address: string, ask: Ask): Ask {
  return async (name, asked) => {
    try {
      return await ask(name, asked);
    } catch (error) {
      if (error instanceof TroubleAnswer && error.status === 401)
        throw session.misuse("serverTakesNobody", address);
      throw error;
    }
  };
}
