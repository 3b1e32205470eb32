// Handlers of a reporting duty's form as a sheet: handing it out, and reading one that was filled in.

import { Readable } from "node:stream";
import { annexWords, type Language } from "@kehoach/engine/words";
import type { PlanFacts } from "../read/plan-facts.ts";
import { reportFormBody } from "../read/target-body.ts";
import { type FormSheet, formSheet } from "../sheets/form-sheet.ts";
import { formXlsx } from "../sheets/form-xlsx.ts";
import { formBounds, readFormXlsx } from "../tables/read-form.ts";
import { RequestTrouble } from "../trouble.ts";
import type { World } from "../world.ts";
import type { Context, Handlers } from "./handler.ts";

export function formHandlers(world: World): Handlers<"formXlsx" | "readForm"> {
  let uploads = 0;

  /** Throws `not_found` where the reader sees no such duty. */
  async function sheetOf(
    facts: PlanFacts,
    actor: Context<"formXlsx">["actor"],
    id: string,
    language: Language,
  ): Promise<FormSheet> {
    const form = await world.engine.as(actor).reportForm(facts.summary.plan.id, id);
    if (form === null) throw new RequestTrouble("not_found");
    const { number, title } = facts.plan;
    return formSheet(reportFormBody(facts, form), number ?? title, language);
  }

  return {
    async formXlsx({ facts, actor, params, query, reply }) {
      const language = query.lang ?? world.language;
      const sheet = await sheetOf(facts, actor, params.id, language);
      const period = sheet.key.slice(sheet.key.lastIndexOf(":") + 1);
      reply.header("content-disposition", `attachment; filename="form-${period}.xlsx"`);
      return Readable.from([Buffer.from(await formXlsx(sheet, language))]);
    },
    async readForm({ facts, actor, params, request }) {
      if (!(request.body instanceof Readable)) throw new RequestTrouble("unsupported_media");
      const sheet = await sheetOf(facts, actor, params.id, world.language);
      if (uploads >= world.maxUploads) throw new RequestTrouble("too_many_uploads");
      uploads += 1;
      try {
        const bytes = await bytesOf(request.body);
        const read =
          bytes === null ? { ok: false as const, fault: "size" as const } : readFormXlsx(bytes, sheet);
        if (read.ok) return { changes: read.changes, faults: read.faults };
        const { fault } = read;
        const said = { vi: annexWords.vi.faults[fault], en: annexWords.en.faults[fault] };
        return { changes: [], faults: [{ sheet: null, cell: null, code: fault, ...said }] };
      } finally {
        uploads -= 1;
      }
    },
  };
}

/** Null: more than a form has. What is left is not read. */
async function bytesOf(body: Readable): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body.iterator({ destroyOnReturn: false })) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > formBounds.bytes) return null;
  }
  return Buffer.concat(chunks);
}
