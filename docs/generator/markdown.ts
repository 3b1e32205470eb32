// Writes tables and quotations so that nothing in their cells breaks them.

/** A table; cells are Markdown already, only line breaks and bars are made safe. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |`;
  return [line(head), `|${head.map(() => "---").join("|")}|`, ...rows.map(line)].join("\n");
}

export function code(text: string): string {
  return text.includes("`") ? `\`\` ${text} \`\`` : `\`${text}\``;
}

export function fenced(text: string, language: string): string {
  return `\`\`\`${language}\n${text.replace(/\n+$/, "")}\n\`\`\``;
}

/** Words of a file in both spellings, the Vietnamese one first; once when they are the same. */
export function spelled(vi: string, en: string): string {
  return vi === en ? code(en) : `${code(vi)} (${code(en)})`;
}

/** Blocks with an empty line between them. */
export function page(...blocks: readonly string[]): string {
  return blocks.filter((block) => block !== "").join("\n\n");
}

/** The part of an address that leads to a heading, as GitHub makes it. */
export function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M} _-]/gu, "")
    .replaceAll(" ", "-");
}

function cell(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, "<br>").replaceAll("|", "\\|");
}
