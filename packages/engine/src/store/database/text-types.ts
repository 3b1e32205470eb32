// Column types that come back as text from both drivers, because a JavaScript number or Date would lose digits.
import type { ParserOptions } from "@electric-sql/pglite";
import pg from "pg";

/** int8, date, timestamp, timestamptz, interval, numeric: type oids of pg_catalog. */
const scalars = [20, 1082, 1114, 1184, 1186, 1700];
/** The array types of the same, in the same order. */
const arrays = [1016, 1182, 1115, 1185, 1187, 1231];
const textArray = 1009 as Parameters<typeof pg.types.getTypeParser>[0];

const asText = (text: string): string => text;

/** For `PGliteOptions.parsers`; PGlite derives the array parsers from these itself. */
export const pgliteParsers: ParserOptions = Object.fromEntries(scalars.map((oid) => [oid, asText]));

/** For the `types` option of a pg client: this client only, the global parsers stay as the host has them. */
export const pgTypes: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: "text" | "binary") {
    if (format !== "binary") {
      if (scalars.includes(oid)) return asText;
      if (arrays.includes(oid)) return pg.types.getTypeParser(textArray, "text");
    }
    return format === "binary" ? pg.types.getTypeParser(oid, "binary") : pg.types.getTypeParser(oid, "text");
  },
};
