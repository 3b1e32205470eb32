// Changes to stored rows that no engine makes: every column altered or exchanged, rows deleted, added, moved.

import { sql } from "kysely";
import type { Connection } from "../src/store/connection.ts";
import type { Random } from "./random.ts";

/** The tables that verification answers for. */
export const guardedTables = [
  "entry",
  "assignment",
  "reading",
  "plan",
  "erasable_text",
  "plan_version",
  "register_document",
  "evidence_file",
  "evidence_content",
  "report",
] as const;
export type GuardedTable = (typeof guardedTables)[number];

export interface Column {
  table: GuardedTable;
  name: string;
  type: string;
  nullable: boolean;
}

/** Takes away what a database administrator could take away: triggers, checks and keys. NOT NULL stays. */
export async function disarm(connection: Connection): Promise<void> {
  for (const table of guardedTables) {
    const { rows } = await sql<{ name: string }>`select conname as name from pg_constraint
      where conrelid = ${`kehoach.${table}`}::regclass and contype <> 'n' order by contype = 'p'`.execute(
      connection,
    );
    for (const { name } of rows) {
      await sql`alter table ${sql.table(`kehoach.${table}`)} drop constraint if exists ${sql.ref(name)} cascade`.execute(
        connection,
      );
    }
    await sql`alter table ${sql.table(`kehoach.${table}`)} disable trigger all`.execute(connection);
  }
}

export async function guardedColumns(connection: Connection): Promise<Column[]> {
  const { rows } = await sql<{ table: GuardedTable; name: string; type: string; nullable: boolean }>`
    select table_name as "table", column_name as name, data_type as type, is_nullable = 'YES' as nullable
    from information_schema.columns
    where table_schema = 'kehoach' and table_name = any(${guardedTables as unknown as string[]}::text[])
    order by table_name, ordinal_position`.execute(connection);
  return rows;
}

interface Cell {
  /** Where the row lies; it stands still within a transaction that has not changed it. */
  place: string;
  value: string | null;
}

/** Columns that tell of a salt that it still vouches for something: that of an erased text or file does not. */
const vouchedFor: Partial<Record<GuardedTable, string>> = { erasable_text: "body", evidence_file: "content" };

function cells(connection: Connection, column: Column): Promise<Cell[]> {
  const vouched = column.name === "salt" ? vouchedFor[column.table] : undefined;
  const living = vouched === undefined ? sql`` : sql`where ${sql.ref(vouched)} is not null`;
  return sql<Cell>`select ctid::text as place, ${sql.ref(column.name)}::text as value
    from ${sql.table(`kehoach.${column.table}`)} ${living} order by ctid`
    .execute(connection)
    .then(({ rows }) => rows);
}

async function put(
  connection: Connection,
  column: Column,
  place: string,
  value: string | null,
): Promise<void> {
  await sql`update ${sql.table(`kehoach.${column.table}`)}
    set ${sql.ref(column.name)} = ${value}::text::${sql.raw(column.type)} where ctid = ${place}::tid`.execute(
    connection,
  );
}

/** Alters one cell of the column in a row drawn at random; says what it did, or null when there is nothing to alter. */
export async function alter(connection: Connection, column: Column, random: Random): Promise<string | null> {
  const found = await cells(connection, column);
  if (found.length === 0) return null;
  const { place, value } = random.pick(found);
  const altered =
    value !== null && column.nullable && random.chance(0.2) ? null : otherValue(column, value, random);
  await put(connection, column, place, altered);
  return `${column.table}.${column.name} ${place}: ${shown(value)} → ${shown(altered)}`;
}

/** Exchanges two different values of the column between two rows. */
export async function exchange(
  connection: Connection,
  column: Column,
  random: Random,
): Promise<string | null> {
  const found = await cells(connection, column);
  const one = found.length === 0 ? undefined : random.pick(found);
  const others = found.filter((cell) => cell.value !== one?.value);
  if (one === undefined || others.length === 0) return null;
  const other = random.pick(others);
  await put(connection, column, one.place, other.value);
  await put(connection, column, other.place, one.value);
  return `${column.table}.${column.name}: ${one.place} ↔ ${other.place}`;
}

export async function remove(
  connection: Connection,
  table: GuardedTable,
  random: Random,
): Promise<string | null> {
  const { rows } = await sql<{
    place: string;
  }>`select ctid::text as place from ${sql.table(`kehoach.${table}`)}
    order by ctid`.execute(connection);
  if (rows.length === 0) return null;
  const { place } = random.pick(rows);
  await sql`delete from ${sql.table(`kehoach.${table}`)} where ctid = ${place}::tid`.execute(connection);
  return `${table} ${place} deleted`;
}

/** What tells a row of each table from the others. */
const keys: Readonly<Record<GuardedTable, string>> = {
  entry: "seq",
  assignment: "id",
  reading: "period",
  report: "id",
  plan: "plan_id",
  erasable_text: "digest",
  plan_version: "version",
  register_document: "id",
  evidence_file: "digest",
  evidence_content: "content",
};

/** Adds a copy of a row: exactly the same, or with a key of its own. */
export async function add(
  connection: Connection,
  table: GuardedTable,
  columns: readonly Column[],
  random: Random,
): Promise<string | null> {
  const { rows } = await sql<{
    place: string;
  }>`select ctid::text as place from ${sql.table(`kehoach.${table}`)}
    order by ctid`.execute(connection);
  const key = columns.find((column) => column.table === table && column.name === keys[table]);
  if (rows.length === 0 || key === undefined) return null;
  const { place } = random.pick(rows);
  // A second row of the same plan id could not be told from the first: only a plan of its own.
  const fresh = table === "plan" || random.chance(0.5);
  const own = (column: Column) => column === key && fresh;
  const [{ value } = { value: null }] = (
    await sql<{ value: string }>`select ${sql.ref(key.name)}::text as value
      from ${sql.table(`kehoach.${table}`)} where ctid = ${place}::tid`.execute(connection)
  ).rows;
  const list = columns.filter((column) => column.table === table);
  const values = list.map((column) =>
    own(column) ? sql`${otherValue(key, value, random)}::text::${sql.raw(key.type)}` : sql.ref(column.name),
  );
  await sql`insert into ${sql.table(`kehoach.${table}`)} (${sql.join(list.map((column) => sql.ref(column.name)))})
    select ${sql.join(values)} from ${sql.table(`kehoach.${table}`)} where ctid = ${place}::tid`.execute(
    connection,
  );
  return `${table} ${place} ${fresh ? "added with a key of its own" : "added twice"}`;
}

/** A value of the column's type that is not this one. */
function otherValue(column: Column, value: string | null, random: Random): string {
  switch (column.type) {
    case "uuid":
      return flipDigit(value ?? "00000000-0000-4000-8000-000000000000", random);
    case "bigint":
    case "integer":
    case "smallint":
      return String(Number(value ?? 0) + random.pick([-2, -1, 1, 2, 7]));
    case "bytea":
      return value === null || value.length < 4
        ? "\\x00"
        : `${value.slice(0, -1)}${value.endsWith("0") ? "1" : "0"}`;
    case "boolean":
      return value === "true" ? "false" : "true";
    case "date":
      return value === "2017-03-03" ? "2017-03-04" : "2017-03-03";
    default:
      return otherText(value ?? "", random);
  }
}

function flipDigit(text: string, random: Random): string {
  const at = random.pick([...text].flatMap((letter, index) => (letter === "-" ? [] : [index])));
  const digit = "0123456789abcdef".replace(text[at] ?? "", "")[random.below(15)];
  return `${text.slice(0, at)}${digit}${text.slice(at + 1)}`;
}

/** One letter changed, left out, doubled or put in. */
function otherText(text: string, random: Random): string {
  if (text === "") return "x";
  const at = random.below(text.length);
  const letter = text.charAt(at);
  const changed = letter === "e" ? "f" : "e";
  const [before, after] = [text.slice(0, at), text.slice(at + 1)];
  return random.pick([
    `${before}${changed}${after}`,
    `${before}${after}`,
    `${before}${letter}${letter}${after}`,
    `${before} ${letter}${after}`,
    letter === letter.toUpperCase()
      ? `${before}${changed}${after}`
      : `${before}${letter.toUpperCase()}${after}`,
  ]);
}

function shown(value: string | null): string {
  return value === null ? "null" : JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value);
}
