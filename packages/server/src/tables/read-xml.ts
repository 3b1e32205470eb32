// Walks XML as office programs write it: elements, attributes and text; a document type declaration ends the reading.

export interface XmlVisitor {
  /** Names are local: without prefix. */
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text(text: string): void;
}

/** By local name; `id` is also given as `r:id` when it was written with a prefix. */
export type Attributes = ReadonlyMap<string, string>;

/** Deeper than any document a person made. */
const mostDepth = 256;
const mostElements = 2_000_000;

/** False: it is not well formed, declares a document type or entities, or nests or counts beyond any real document. What
 *  came before was visited already. */
export function readXml(text: string, visitor: XmlVisitor): boolean {
  const open: string[] = [];
  let at = text.startsWith("\ufeff") ? 1 : 0;
  let elements = 0;
  while (at < text.length) {
    const mark = text.indexOf("<", at);
    const end = mark < 0 ? text.length : mark;
    if (end > at) {
      const plain = unescaped(text.slice(at, end));
      if (plain === null || (open.length === 0 && plain.trim() !== "")) return false;
      if (open.length > 0) visitor.text(plain);
    }
    if (mark < 0) break;
    if (text.startsWith("<?", mark) || text.startsWith("<!--", mark)) {
      const closing = text.startsWith("<?", mark) ? "?>" : "-->";
      const past = text.indexOf(closing, mark + 2);
      if (past < 0) return false;
      at = past + closing.length;
      continue;
    }
    if (text.startsWith("<![CDATA[", mark)) {
      const past = text.indexOf("]]>", mark);
      if (past < 0 || open.length === 0) return false;
      visitor.text(text.slice(mark + 9, past));
      at = past + 3;
      continue;
    }
    if (text.startsWith("<!", mark)) return false;
    const past = endOfTag(text, mark);
    if (past < 0) return false;
    if (text[mark + 1] === "/") {
      const name = text.slice(mark + 2, past).trim();
      if (open.pop() !== name) return false;
      visitor.close(local(name));
    } else {
      elements += 1;
      const empty = text[past - 1] === "/";
      const tag = readTag(text.slice(mark + 1, empty ? past - 1 : past));
      if (tag === null || elements > mostElements || open.length >= mostDepth) return false;
      visitor.open(local(tag.name), tag.attributes);
      if (empty) visitor.close(local(tag.name));
      else open.push(tag.name);
    }
    at = past + 1;
  }
  return open.length === 0 && elements > 0;
}

/** Where the tag's `>` is, which an attribute's value may hold too; -1: nowhere. */
function endOfTag(text: string, start: number): number {
  let quote: string | null = null;
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text[at] ?? "";
    if (quote !== null) {
      if (character === quote) quote = null;
    } else if (character === '"' || character === "'") quote = character;
    else if (character === ">") return at;
    else if (character === "<") return -1;
  }
  return -1;
}

const attribute = /\s+([^\s=<>"'/]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;

function readTag(inside: string): { name: string; attributes: Attributes } | null {
  const name = /^[^\s=<>"'/]+/.exec(inside)?.[0];
  if (name === undefined) return null;
  const attributes = new Map<string, string>();
  attribute.lastIndex = name.length;
  let at = name.length;
  for (let found = attribute.exec(inside); found !== null; found = attribute.exec(inside)) {
    const [, written = "", double, single] = found;
    const value = unescaped(double ?? single ?? "");
    if (value === null) return null;
    attributes.set(local(written), value);
    if (local(written) !== written) attributes.set(written, value);
    at = attribute.lastIndex;
  }
  return inside.slice(at).trim() === "" ? { name, attributes } : null;
}

function local(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

const named: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/** Null: it uses an entity that only a document type could declare. */
function unescaped(text: string): string | null {
  if (!text.includes("&")) return text;
  let sound = true;
  const plain = text.replace(/&([^;&\s]{0,10});|&/g, (_, entity: string | undefined) => {
    const known = entity === undefined ? undefined : (named[entity] ?? numbered(entity));
    if (known === undefined) sound = false;
    return known ?? "";
  });
  return sound ? plain : null;
}

function numbered(entity: string): string | undefined {
  const [, hex, decimal] = /^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))$/.exec(entity) ?? [];
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return Number.isInteger(code) && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
