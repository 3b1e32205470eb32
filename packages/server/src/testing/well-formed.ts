// Whether an XML text is well-formed, as far as files of ours need to be looked at.

/** Throws where tags do not close in order, or a character stands there that XML does not have. */
export function wellFormed(xml: string): void {
  const open: string[] = [];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: looked for
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(xml) || !xml.isWellFormed())
    throw new Error("a character that XML does not have");
  for (const [, closing, name = "", self] of xml.matchAll(
    /<(\/?)([A-Za-z_][\w:.-]*)(?:[^<>"']|"[^"<]*"|'[^'<]*')*?(\/?)>/g,
  )) {
    if (closing === "/") {
      if (open.pop() !== name) throw new Error(`</${name}> closes something else`);
    } else if (self !== "/") open.push(name);
  }
  const text = xml.replace(/<[^>]*>/g, "");
  if (open.length > 0 || /<|&(?!amp;|lt;|gt;|quot;|apos;|#)/.test(text)) throw new Error("not well-formed");
}
