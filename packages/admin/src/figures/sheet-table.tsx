// A sheet on screen: the same rows as its files, scrolled sideways within itself where the screen is narrow.

import type { SheetBody } from "@kehoach/server/contract";
import { showDate } from "../show/date.ts";
import { useShow } from "../show/use-show.ts";
import styles from "./figures-page.module.css";

type Cell = SheetBody["rows"][number]["cells"][number];

export function SheetTable({ sheet }: { sheet: SheetBody }) {
  const show = useShow();
  const text = (cell: Cell): string => {
    if (cell === null) return "";
    if (typeof cell === "string") return cell;
    if (typeof cell === "number") return show.number(cell);
    return "date" in cell ? showDate(cell.date) : show.rate(cell.basisPoints);
  };
  return (
    <>
      <p className={styles.soft}>{sheet.subtitles.join(" · ")}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className={styles.scroll} aria-label={sheet.title} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              {sheet.columns.map((column) => (
                <th key={column.title} scope="col" className={styles[column.kind]}>
                  {column.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sheet.rows.map((row, index) =>
              row.kind === "heading" ? (
                <tr key={index}>
                  <td colSpan={sheet.columns.length} className={styles.heading}>
                    {text(row.cells[0] ?? null)}
                  </td>
                </tr>
              ) : (
                <tr
                  key={index}
                  data-kind={row.kind}
                  className={row.kind === "total" ? styles.total : undefined}
                >
                  {sheet.columns.map((column, place) => (
                    <td key={column.title} className={styles[column.kind]}>
                      {text(row.cells[place] ?? null)}
                    </td>
                  ))}
                </tr>
              ),
            )}
          </tbody>
        </table>
      </section>
      {sheet.notes.map((note) => (
        <p key={note} className={styles.soft}>
          {note}
        </p>
      ))}
    </>
  );
}
