// Handlers of the record of work: on screen, and as a document to keep.

import { Readable } from "node:stream";
import type { SeenEntry } from "@kehoach/engine";
import { dateOfInstant } from "@kehoach/engine/calendar";
import { entryLabel, type Language, sheetsWords } from "@kehoach/engine/words";
import { agencyName } from "../read/plan-facts.ts";
import { pageDocx } from "../sheets/page-docx.ts";
import { recordSheet } from "../sheets/record-sheet.ts";
import type { Sheet } from "../sheets/sheet.ts";
import { sheetPage } from "../sheets/sheet-page.ts";
import { RequestTrouble } from "../trouble.ts";
import type { World } from "../world.ts";
import type { Context, Handlers } from "./handler.ts";

type RecordContext = Pick<Context<"record">, "facts" | "params" | "actor" | "query">;

export function recordHandlers(world: World): Handlers<"record" | "recordDocx"> {
  const { engine } = world;

  /** Throws `not_found` for an assignment the actor does not see. */
  async function sheetOf({ facts, params, actor, query }: RecordContext): Promise<Sheet> {
    const reader = engine.as(actor);
    const planId = facts.summary.plan.id;
    const view = uuid.test(params.id) ? await reader.assignment(planId, params.id) : null;
    if (view === null) throw new RequestTrouble("not_found");
    const task = facts.plan.tasks.find(({ id }) => id === view.taskId);
    const { items } = await reader.assignments({ planId, of: view.id }, { limit: 500 });
    const entries: { entry: SeenEntry; agency: string }[] = [];
    for (const { id, agencyId } of [view, ...items]) {
      const agency = agencyName(facts, agencyId).name;
      for (let after: string | null = null, more = true; more; more = after !== null) {
        const page: { items: readonly SeenEntry[]; next: string | null } = await reader.history(planId, {
          assignmentId: id,
          after,
          limit: 500,
        });
        entries.push(...page.items.map((entry) => ({ entry, agency })));
        after = page.next;
      }
    }
    const { plan } = facts;
    const { category, doneAt } = view;
    return recordSheet(
      {
        task: task?.title ?? view.taskId,
        agency: agencyName(facts, view.agencyId).name,
        given: {
          number: plan.number,
          date: plan.issued,
          title: plan.title,
          issuer: agencyName(facts, plan.issuer).name,
        },
        entries: entries
          .sort((a, b) => a.entry.seq - b.entry.seq)
          .map((each) => ({ ...each, label: entryLabel(plan.lifecycles, each.entry) })),
        coordination: items
          .filter(({ category: of, stage }) => of !== "cancelled" || stage === "waived")
          .map((row) => ({
            agency: agencyName(facts, row.agencyId).name,
            answer: row.snapshot.context.answer ?? "silent",
            on: row.doneAt === null ? null : dateOfInstant(row.doneAt),
          })),
        products: new Map(task?.products.map(({ id, title }) => [id, title])),
        closedOn: category === "done" && doneAt !== null ? dateOfInstant(doneAt) : null,
      },
      languageOf(query),
    );
  }

  const languageOf = ({ lang }: { lang?: Language }): Language => lang ?? world.language;

  return {
    record: sheetOf,
    async recordDocx(context) {
      const language = languageOf(context.query);
      const file = sheetsWords[language].record.file;
      const document = await pageDocx(sheetPage(await sheetOf(context), language));
      context.reply.header("content-disposition", `attachment; filename="${file}.docx"`);
      return Readable.from([Buffer.from(document)]);
    },
  };
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
