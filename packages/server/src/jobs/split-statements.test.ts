// A text of several statements comes apart only where a statement ends.

import { expect, test } from "vitest";
import { splitStatements } from "./split-statements.ts";

test.each([
  ["select 1", ["select 1"]],
  ["begin; select 1; commit;", ["begin", "select 1", "commit"]],
  ["select ';'; select \";\"", ["select ';'", 'select ";"']],
  ["select 'it''s; fine'; select 2", ["select 'it''s; fine'", "select 2"]],
  ["select E'a\\';b'; select 2", ["select E'a\\';b'", "select 2"]],
  ["select -- a; b\n 1; select 2", ["select -- a; b\n 1", "select 2"]],
  ["select /* a; /* b; */ c; */ 1; select 2", ["select /* a; /* b; */ c; */ 1", "select 2"]],
  ["do $$ begin x; end $$; select 2", ["do $$ begin x; end $$", "select 2"]],
  ["do $f$ a; $$ b; $$ $f$; select 2", ["do $f$ a; $$ b; $$ $f$", "select 2"]],
  ["select $1; select a$b$c; select 3", ["select $1", "select a$b$c", "select 3"]],
  [";; -- nothing\n; /* nothing */", []],
  ["select 'open", ["select 'open"]],
])("%s", (sql, statements) => {
  expect(splitStatements(sql)).toEqual(statements);
});
