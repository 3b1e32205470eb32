// Registering a document: the province's own records are issued in dated versions, as entries of the register.

import { startOfDay } from "../calendar/index.ts";
import type { RegisterDocument } from "../language/register-document.ts";
import type { PlanCommand } from "./command.ts";
import type { Accepted, Refusal } from "./decision.ts";
import { EntryDrafts } from "./entry-draft.ts";
import type { Draw } from "./facts.ts";
import { refuse } from "./refuse.ts";
import type { PlanRow } from "./rows.ts";

/** `hashes`: digests of the source text and of the canonical document. */
export function decideRegister(
  register: PlanRow,
  command: PlanCommand,
  document: RegisterDocument,
  hashes: { sourceHash: string; hash: string },
  draw: Draw,
): Accepted | Refusal {
  const mayRegister = command.actor.roles.some(
    (role) => role === "issuer" || role === "vice_chair" || role === "office" || role === "admin",
  );
  if (!mayRegister) {
    return refuse("not_your_role", {
      command: { vi: "Đăng ký", en: "Register" },
      whoCould: ["issuer", "vice_chair", "office"],
    });
  }
  const entries = new EntryDrafts(command, register, draw.now);
  entries.add("document_registered", null, Math.min(startOfDay(document.from), draw.now), {
    outcome: {},
    facts: { kind: document.kind, id: document.id, from: document.from, ...hashes },
  });
  return { accepted: true, entries: entries.drafts, texts: [], erased: [], effects: [] };
}
