// A printed page on screen: the blocks its document is made of.

import type { PageBody } from "@kehoach/server/contract";
import type { CSSProperties } from "react";
import styles from "./printed-page.module.css";

type Block = PageBody["blocks"][number];
type Line = Extract<Block, { kind: "line" }>["line"];

/** The text, and below it each annex to open: a long table hides what comes after it. */
export function PrintedPages({ pages }: { pages: readonly PageBody[] }) {
  const [text, ...annexes] = pages;
  return (
    <div className={styles.pages}>
      {text !== undefined && <PrintedPage page={text} />}
      {annexes.map((page, index) => (
        <details key={index} className={styles.annex}>
          <summary>{headingOf(page)}</summary>
          <PrintedPage page={page} />
        </details>
      ))}
    </div>
  );
}

/** An annex's first two lines: its number, and what it holds. */
function headingOf({ title, blocks }: PageBody): string {
  const lines = blocks.flatMap((block) =>
    block.kind === "line" ? [block.line.runs.map(({ text }) => text).join("")] : [],
  );
  return lines.slice(0, 2).join(" – ") || title;
}

function PrintedPage({ page }: { page: PageBody }) {
  return (
    <article className={page.landscape ? styles.wide : styles.sheet} aria-label={page.title}>
      {page.blocks.map((block, index) => (
        <ShownBlock key={index} block={block} label={page.title} />
      ))}
    </article>
  );
}

function ShownBlock({ block, label }: { block: Block; label: string }) {
  if (block.kind === "line") return <ShownLine line={block.line} />;
  const whole = block.shares.reduce((sum, share) => sum + share, 0);
  if (block.kind === "beside")
    return (
      <div
        className={styles.beside}
        style={{ "--columns": block.shares.map((share) => `${share}fr`).join(" ") } as CSSProperties}
      >
        {block.columns.map((lines, column) => (
          <div key={column}>
            {lines.map((line, index) => (
              <ShownLine key={index} line={line} />
            ))}
          </div>
        ))}
      </div>
    );
  const [head, ...rows] = block.rows;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className={styles.scroll} aria-label={label} tabIndex={0}>
      <table className={styles.table}>
        <colgroup>
          {block.shares.map((share, column) => (
            <col key={column} style={{ width: `${(share / whole) * 100}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {head?.map(({ line, span }, column) => (
              <th key={column} scope="col" colSpan={span}>
                <ShownLine line={line} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={row}>
              {cells.map(({ line, span }, column) => (
                <td key={column} colSpan={span}>
                  <ShownLine line={line} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ShownLine({ line }: { line: Line }) {
  const { runs, align = "left", indent = false, rule, before = 0 } = line;
  if (rule !== undefined) return <hr className={styles.rule} style={{ width: `${rule * 100}%` }} />;
  return (
    <p
      className={indent ? styles.indented : styles.line}
      style={{ textAlign: align, marginTop: before === 0 ? undefined : `${before}pt` }}
    >
      {runs.map(({ text, bold = false, italic = false, size }, index) => (
        <span
          key={index}
          style={{
            fontWeight: bold ? 700 : undefined,
            fontStyle: italic ? "italic" : undefined,
            // Relative to the body's 14 points, so that a reader's own text size still counts.
            fontSize: size === undefined ? undefined : `${size / 14}em`,
          }}
        >
          {text}
        </span>
      ))}
    </p>
  );
}
