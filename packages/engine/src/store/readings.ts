// The table of readings: read as rows of the core, written where an entry gave or replaced one.

import { type ReadingRow, readingKey } from "../execute/reading.ts";
import { type Connection, rowsOf } from "./connection.ts";
import { hot } from "./database/open-database.ts";

/** Columns of `kehoach.reading`; bigint as text. */
export interface ReadingRecord {
  plan_id: string;
  input: string;
  agency: string;
  period: string;
  status: ReadingRow["status"];
  first_day: string;
  last_day: string;
  value: string | null;
  seq: string | number;
  recorded_at: string | number;
  effective_at: string | number;
  entered_by: string;
}

const columns = [
  ["plan_id", "uuid"],
  ["input", "text"],
  ["agency", "text"],
  ["period", "text"],
  ["status", "text"],
  ["first_day", "date"],
  ["last_day", "date"],
  ["value", "text"],
  ["seq", "bigint"],
  ["recorded_at", "bigint"],
  ["effective_at", "bigint"],
  ["entered_by", "text"],
] as const;
const key = ["plan_id", "input", "agency", "period", "status"];

const names = columns.map(([name]) => name).join(", ");
const types = columns.map(([name, type]) => `${name} ${type}`).join(", ");
const shown = columns
  .map(([name, type]) => (type === "date" ? `r.${name}::text as ${name}` : `r.${name}`))
  .join(", ");
const replaced = columns
  .filter(([name]) => !key.includes(name))
  .map(([name]) => `${name} = excluded.${name}`)
  .join(", ");

/** Writes rows given as a JSON array of records; what stood under the same key gives way. */
export const writeReadingsSql = `insert into kehoach.reading (${names})
  select ${names} from json_to_recordset($1::json) as u(${types})
  on conflict (${key.join(", ")}) do update set ${replaced}`;

const readSome = `select ${shown} from kehoach.reading r
  where r.plan_id = $1 and ($2::text[] is null or r.input = any($2)) and ($3::text[] is null or r.agency = any($3))
  order by r.input, r.agency, r.last_day, r.period, r.status`;

/** What stands in a plan, of these inputs and agencies; null: of all. In order of input, agency and period. */
export async function readReadings(
  connection: Connection,
  planId: string,
  inputs: readonly string[] | null = null,
  agencies: readonly string[] | null = null,
): Promise<ReadingRow[]> {
  return (await readReadingRecords(connection, planId, inputs, agencies)).map(readingOfRecord);
}

/** The same, as they are stored. */
export function readReadingRecords(
  connection: Connection,
  planId: string,
  inputs: readonly string[] | null = null,
  agencies: readonly string[] | null = null,
): Promise<readonly ReadingRecord[]> {
  return rowsOf(connection, hot<ReadingRecord>(readSome, [planId, inputs, agencies]));
}

export async function writeReadings(connection: Connection, rows: Iterable<ReadingRow>): Promise<void> {
  const records = [...rows].map(recordOfReading);
  if (records.length > 0) await rowsOf(connection, hot(writeReadingsSql, [JSON.stringify(records)]));
}

export function readingOfRecord(record: ReadingRecord): ReadingRow {
  return {
    planId: record.plan_id,
    input: record.input,
    agency: record.agency,
    period: record.period,
    status: record.status,
    from: record.first_day,
    to: record.last_day,
    value: record.value,
    seq: Number(record.seq),
    recordedAt: Number(record.recorded_at),
    effectiveAt: Number(record.effective_at),
    by: record.entered_by,
  };
}

export function recordOfReading(row: ReadingRow): ReadingRecord {
  return {
    plan_id: row.planId,
    input: row.input,
    agency: row.agency,
    period: row.period,
    status: row.status,
    first_day: row.from,
    last_day: row.to,
    value: row.value,
    seq: row.seq,
    recorded_at: row.recordedAt,
    effective_at: row.effectiveAt,
    entered_by: row.by,
  };
}

/** By `readingKey`. */
export function readingsByKey(rows: Iterable<ReadingRow>): Map<string, ReadingRow> {
  return new Map([...rows].map((row) => [readingKey(row), row]));
}
