// Registering a document: the province's own records are issued in dated versions, as entries of the register.

import { startOfDay } from "../calendar/index.ts";
import type { RegisterDocument } from "../language/register-document.ts";
import { recordedFacts } from "./brought.ts";
import type { Actor, LargeCommand } from "./command.ts";
import type { Accepted, Refusal } from "./decision.ts";
import { EntryDrafts } from "./entry-draft.ts";
import type { Draw } from "./facts.ts";
import { refuse } from "./refuse.ts";
import type { PlanRow } from "./rows.ts";

/** Why the actor may not add to the register; null: he may. */
export function registerRefusal(actor: Actor): Refusal | null {
  const mayRegister = actor.roles.some(
    (role) => role === "issuer" || role === "vice_chair" || role === "office" || role === "admin",
  );
  if (mayRegister) return null;
  return refuse("not_your_role", {
    command: { vi: "Đăng ký", en: "Register" },
    whoCould: ["issuer", "vice_chair", "office"],
  });
}

/** The entry of a document that the actor may add. `hashes`: digests of the source text and of the canonical
 *  document. */
export function decideRegister(
  register: PlanRow,
  command: LargeCommand,
  document: RegisterDocument,
  hashes: { sourceHash: string; hash: string },
  draw: Draw,
): Accepted {
  const entries = new EntryDrafts(command, register, draw.now);
  entries.add("document_registered", null, Math.min(startOfDay(document.from), draw.now), {
    outcome: {},
    facts: {
      kind: document.kind,
      id: document.id,
      from: document.from,
      ...hashes,
      ...recordedFacts(command),
    },
  });
  return { accepted: true, entries: entries.drafts, texts: [], erased: [], effects: [] };
}
