// One SQL text of several statements → the statements, since a parameterised protocol takes one at a time.

/** Splits at semicolons outside quotes, dollar quotes and comments. Blank statements are dropped. */
export function splitStatements(sql: string): string[] {
  const statements: string[] = [];
  let start = 0;
  let index = 0;
  while (index < sql.length) {
    const end = endOfToken(sql, index);
    if (end === index + 1 && sql[index] === ";") {
      statements.push(sql.slice(start, index));
      start = end;
    }
    index = end;
  }
  statements.push(sql.slice(start));
  return statements.map((statement) => statement.trim()).filter((statement) => !isBlank(statement));
}

/** The index after the quoted text, comment or single character that begins at `index`. */
function endOfToken(sql: string, index: number): number {
  const rest = sql.slice(index, index + 64);
  const character = sql[index];
  if (character === "'" || character === '"') return endOfQuoted(sql, index, character);
  if (rest.startsWith("--")) return endAfter(sql, "\n", index + 2);
  if (rest.startsWith("/*")) return endOfComment(sql, index);
  const tag = character === "$" ? /^\$(?:[A-Za-z_][A-Za-z0-9_]*)?\$/.exec(rest)?.[0] : undefined;
  // `$1$` is a parameter, and a tag never follows a letter or digit of a name.
  if (tag !== undefined && !/[A-Za-z0-9_]/.test(sql[index - 1] ?? ""))
    return endAfter(sql, tag, index + tag.length);
  return index + 1;
}

function endOfQuoted(sql: string, index: number, quote: string): number {
  // In E'…' a backslash escapes; elsewhere a quote is doubled, which reads as two texts side by side.
  const escapes = quote === "'" && /[eE]$/.test(sql.slice(0, index)) && !/\w[eE]$/.test(sql.slice(0, index));
  for (let at = index + 1; at < sql.length; at += 1) {
    if (escapes && sql[at] === "\\") at += 1;
    else if (sql[at] === quote) return at + 1;
  }
  return sql.length;
}

function endOfComment(sql: string, index: number): number {
  let depth = 0;
  for (let at = index; at < sql.length; at += 1) {
    if (sql.startsWith("/*", at)) {
      depth += 1;
      at += 1;
    } else if (sql.startsWith("*/", at)) {
      depth -= 1;
      at += 1;
      if (depth === 0) return at + 1;
    }
  }
  return sql.length;
}

function endAfter(sql: string, mark: string, from: number): number {
  const found = sql.indexOf(mark, from);
  return found === -1 ? sql.length : found + mark.length;
}

function isBlank(statement: string): boolean {
  return statement.replaceAll(/--[^\n]*(\n|$)|\/\*[\s\S]*?\*\//g, "").trim() === "";
}
