// A whole instance as lines (docs/instance-file.md): ledgers and what stands beside them, read under one snapshot.

import type { Micros } from "../../ledger/entry.ts";
import { planColumns } from "../columns.ts";
import { type Connection, rowsOf } from "../connection.ts";
import { engineVersion } from "../database/engine-version.ts";
import { hot } from "../database/open-database.ts";
import { readFileContent, usedContents } from "../evidence/evidence-files.ts";
import type { FileFolder } from "../evidence/file-folder.ts";
import { entriesAfter } from "../read-entries.ts";
import { type PlanRecord, planOfRecord } from "../row-codec.ts";
import { instanceFormat, Seal, sealedLine } from "./sealed-lines.ts";
import { besideLedgers, memberOf, pageSql, type Table } from "./tables.ts";

const readPlans = `select ${planColumns} from kehoach.plan order by kind desc, document_id, plan_id`;
const countRows = `select ${besideLedgers
  .map(({ kind, table }) => `(select count(*) from kehoach.${table})::int as ${kind}`)
  .join(", ")},
  (select count(*) from kehoach.entry)::int as entry,
  (select count(*) from (select distinct plan_id, content from kehoach.evidence_file where content is not null) c)::int
    as content`;
const page = 500;

/** Lines without line feeds. Call it inside a repeatable-read transaction and read it to the end there. Throws
 *  EngineError `file_damaged` for an attached file that is not what was attached. */
export async function* exportInstance(
  snapshot: Connection,
  at: Micros,
  folder: FileFolder | null,
): AsyncGenerator<string, void, undefined> {
  const seal = new Seal();
  const line = (kind: string, members: object): string => sealedLine(seal, { kind, ...members });
  const plans = (await rowsOf(snapshot, hot<PlanRecord>(readPlans))).map(planOfRecord);
  const [counts] = await rowsOf(snapshot, hot<Record<string, number>>(countRows));
  yield line("instance", {
    format: instanceFormat,
    engine: engineVersion,
    at,
    counts: { plan: plans.length, ...counts },
    heads: plans.map(({ id, documentId, seq, head }) => ({ planId: id, documentId, seq, head })),
  });
  for (const { id: planId, documentId, kind: ofKind } of plans) {
    yield line("plan", { planId, documentId, ofKind });
    for (const table of besideLedgers) {
      for await (const row of rowsOfTable(snapshot, table, planId)) yield line(table.kind, row);
      if (table.kind !== "file") continue;
      for (const content of [...(await usedContents(snapshot, planId))].sort()) {
        const bytes = await readFileContent(snapshot, planId, content, folder);
        const base64 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
        yield line("content", { content, bytes: base64 });
      }
    }
    let after = Number.MIN_SAFE_INTEGER;
    for (;;) {
      const entries = await entriesAfter(snapshot, planId, { after, assignmentId: null, limit: page });
      for (const entry of entries) {
        yield line("entry", entry);
        after = entry.seq;
      }
      if (entries.length < page) break;
    }
  }
  yield line("end", {});
}

async function* rowsOfTable(
  snapshot: Connection,
  table: Table,
  planId: string,
): AsyncGenerator<Record<string, unknown>, void, undefined> {
  const sql = pageSql(table);
  let after: unknown[] = table.key.map(() => null);
  for (;;) {
    const rows = await rowsOf(snapshot, hot<{ row: string }>(sql, [planId, ...after]));
    if (rows.length === 0) return;
    for (const { row } of rows) {
      const record: Record<string, unknown> = JSON.parse(row);
      yield Object.fromEntries(table.columns.map(({ name }) => [memberOf(name), record[name]]));
      after = table.key.map((name) => String(record[name]));
    }
  }
}
