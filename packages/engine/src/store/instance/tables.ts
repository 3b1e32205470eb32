// What stands beside the ledgers, table by table, as the instance file carries it; live rows come from the ledgers.

type ColumnType = "text" | "integer" | "bigint" | "uuid" | "date";

/** A column by its name in the database. `nullable` true: the file may have null there. */
interface Column {
  name: string;
  type: ColumnType;
  nullable: boolean;
}

export interface Table {
  /** The word a line of it begins with. */
  kind: "version" | "document" | "text" | "file" | "effect" | "report";
  table: string;
  /** Without `plan_id`, which every table has first. */
  columns: readonly Column[];
  /** Columns that make a row unique within its plan; the file is in their order. */
  key: readonly string[];
}

const column = (name: string, type: ColumnType = "text", nullable = false): Column => ({
  name,
  type,
  nullable,
});
const nothing = true;

/** In the order in which they stand in the file, after their plan. A test holds it to the schema. */
export const besideLedgers: readonly Table[] = [
  {
    kind: "version",
    table: "plan_version",
    key: ["version"],
    columns: [
      column("version", "integer"),
      column("source_text"),
      column("plan"),
      column("register"),
      column("source_hash"),
      column("plan_hash"),
      column("register_hash"),
    ],
  },
  {
    kind: "document",
    table: "register_document",
    key: ["kind", "id", "valid_from"],
    columns: [
      column("kind"),
      column("id"),
      column("valid_from", "date"),
      column("source_text"),
      column("document"),
      column("hash"),
    ],
  },
  {
    kind: "text",
    table: "erasable_text",
    key: ["digest"],
    columns: [column("digest"), column("salt"), column("body", "text", nothing)],
  },
  {
    kind: "file",
    table: "evidence_file",
    key: ["digest"],
    columns: [
      column("digest"),
      column("seq", "bigint"),
      column("salt"),
      column("content", "text", nothing),
      column("name", "text", nothing),
      column("type", "text", nothing),
      column("size", "bigint", nothing),
    ],
  },
  {
    kind: "effect",
    table: "effect",
    key: ["seq", "ordinal"],
    columns: [
      column("seq", "bigint"),
      column("ordinal", "integer"),
      column("kind"),
      column("agency"),
      column("reason"),
      column("assignment_id", "uuid"),
      column("relayed_at", "bigint", nothing),
    ],
  },
  {
    kind: "report",
    table: "report",
    key: ["id"],
    columns: [
      column("id", "uuid"),
      column("seq", "bigint"),
      column("agency", "text", nothing),
      column("regime", "text", nothing),
      column("period"),
      column("period_to", "date"),
      column("number", "integer"),
      column("digest"),
      column("body"),
    ],
  },
];

/** A column's name in the file; `kind` is taken by the line's own. */
export function memberOf(name: string): string {
  return name === "kind" ? "ofKind" : name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

const rowsAtOnce = 200;

/** A page of a plan's rows, each as JSON text, after the row whose key is given (nulls: from the first). */
export function pageSql({ table, columns, key }: Table): string {
  const names = columns
    .map(({ name, type }) => (type === "date" ? `${name}::text as ${name}` : name))
    .join(", ");
  const after = key.map((name, index) => `$${index + 2}::${typeOf(columns, name)}`);
  return `select row_to_json(page)::text as row from (
    select ${names} from kehoach.${table}
    where plan_id = $1 and ($2::text is null or (${key.join(", ")}) > (${after.join(", ")}))
    order by ${key.join(", ")} limit ${rowsAtOnce}) page`;
}

/** Inserts rows given as a JSON array of records. */
export function insertSql({ table, columns }: Pick<Table, "table" | "columns">): string {
  const names = ["plan_id", ...columns.map(({ name }) => name)].join(", ");
  const types = ["plan_id uuid", ...columns.map(({ name, type }) => `${name} ${type}`)].join(", ");
  return `insert into kehoach.${table} (${names})
    select ${names} from json_to_recordset($1::json) as u(${types})`;
}

function typeOf(columns: readonly Column[], wanted: string): ColumnType {
  return columns.find(({ name }) => name === wanted)?.type ?? "text";
}
