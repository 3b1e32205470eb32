// A plan's annex table as a sheet: what `kehoach annex` writes and `kehoach import --against` reads back.

import type { Plan } from "@kehoach/engine";
import { annexRows, type OrganisationDocument } from "@kehoach/engine/language";
import { annexWords, type Language } from "@kehoach/engine/words";
import type { Sheet } from "./sheet.ts";

/** Without the organisation document parties show their ids. */
export function annexSheet(plan: Plan, organisation: OrganisationDocument | null, language: Language): Sheet {
  const words = annexWords[language];
  const { table } = words;
  const text = (title: string, width: number) => ({ title, kind: "text" as const, width });
  const named = plan.number === null ? plan.title : `${plan.number}: ${plan.title}`;
  return {
    title: table.title,
    subtitles: [named],
    columns: [
      { title: table.columns.number, kind: "number", width: 8 },
      text(table.columns.code, 16),
      text(table.columns.task, 44),
      text(table.columns.lead, 24),
      text(table.columns.coordinators, 28),
      text(table.columns.due, 20),
      text(table.columns.product, 24),
    ],
    rows: annexRows(plan, organisation, words).map(({ kind, id, number, texts }) => ({
      kind: kind === "group" ? "total" : "row",
      cells: [
        number,
        id,
        texts.title,
        ...[texts.lead, texts.coordinators, texts.due, texts.product].map((cell) =>
          cell === "" ? null : cell,
        ),
      ],
    })),
    notes: [table.note],
  };
}
