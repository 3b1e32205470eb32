// Rows in aligned columns, the last one as long as it is.

/** Columns that one terminal cell per character fills; Vietnamese letters are composed (NFC) first. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const cells = rows.map((row) => row.map((cell) => cell.normalize("NFC").replace(/\s+/g, " ").trim()));
  const widths: number[] = [];
  for (const row of cells) {
    for (const [index, cell] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, [...cell].length);
  }
  return cells.map((row) =>
    row
      .map((cell, index) =>
        index === row.length - 1 ? cell : cell + " ".repeat((widths[index] ?? 0) - [...cell].length),
      )
      .join("  ")
      .trimEnd(),
  );
}
