// Lead assignments by agency, most pressing first, with sums that match the counts above; requested bodies
// stand apart and are not rated.

import type { AgencyCounts, Bucket, Counts } from "@kehoach/server/contract";
import { Link } from "@tanstack/react-router";
import { useLanguage } from "../language/language.tsx";
import type { ListSearch } from "../list/list-search.ts";
import { Hidden } from "../parts/notice.tsx";
import { plus, pressing, sumOf, totalOf } from "../show/counts.ts";
import { useShow } from "../show/use-show.ts";
import { BucketName } from "../status/badge.tsx";
import { CountsBar } from "../status/counts-bar.tsx";
import styles from "./agency-table.module.css";

const columns = [
  "overdue",
  "due_soon",
  "awaiting_confirmation",
  "in_time",
  "no_due_date",
  "done_on_time",
  "done_late",
] as const satisfies readonly Bucket[];
const others = ["suspended", "withdrawn"] as const satisfies readonly Bucket[];

export function AgencyTable({ plan, agencies }: { plan: string; agencies: readonly AgencyCounts[] }) {
  const { words } = useLanguage();
  const rows = agencies
    .filter((row) => totalOf(row.counts) > 0)
    .toSorted((a, b) => Number(a.requested) - Number(b.requested) || pressing(a.counts, b.counts));
  const showOthers = rows.some((row) => sumOf(row.counts, others) > 0);
  const parts = [
    { party: "assigned", rows: rows.filter((row) => !row.requested), label: words.overview.assignedSum },
    { party: "requested", rows: rows.filter((row) => row.requested), label: words.overview.requestedSum },
  ] as const;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{words.overview.agency}</th>
          <th scope="col" className={styles.numeric}>
            {words.overview.total}
          </th>
          {columns.map((bucket) => (
            <th key={bucket} scope="col" className={styles.numeric}>
              <BucketName bucket={bucket} />
            </th>
          ))}
          {showOthers && (
            <th scope="col" className={styles.numeric}>
              {words.overview.other}
            </th>
          )}
        </tr>
      </thead>
      {parts
        .filter((part) => part.rows.length > 0)
        .map((part) => (
          <tbody key={part.party}>
            {part.rows.map((row) => (
              <Row key={row.agency.id} plan={plan} row={row} showOthers={showOthers} />
            ))}
            <tr className={styles.sum} data-sum={part.party}>
              <th scope="row" className={styles.agency}>
                {part.label}
              </th>
              <Cells
                plan={plan}
                counts={part.rows.map((row) => row.counts).reduce(plus)}
                base={{ role: "lead", party: part.party }}
                showOthers={showOthers}
              />
            </tr>
          </tbody>
        ))}
    </table>
  );
}

function Row({ plan, row, showOthers }: { plan: string; row: AgencyCounts; showOthers: boolean }) {
  const { words } = useLanguage();
  const show = useShow();
  const base: ListSearch = { agency: row.agency.id, role: "lead" };
  const total = totalOf(row.counts);
  return (
    <tr data-agency={row.agency.id}>
      <th scope="row" className={styles.agency}>
        <Link to="/plans/$plan/tasks" params={{ plan }} search={{ by: "agency", agency: row.agency.id }}>
          {row.agency.name}
        </Link>
        {row.requested && <span className={styles.requested}>{words.overview.requestedMark}</span>}
        <CountsBar counts={row.counts} height={8} label={words.overview.bar(show.number(total))} />
      </th>
      <Cells plan={plan} counts={row.counts} base={base} showOthers={showOthers} />
    </tr>
  );
}

interface CellsProps {
  plan: string;
  counts: Counts;
  /** The filters of the list behind the numbers, a bucket aside. */
  base: ListSearch;
  showOthers: boolean;
}

function Cells({ plan, counts, base, showOthers }: CellsProps) {
  const { words } = useLanguage();
  const show = useShow();
  return (
    <>
      <td className={styles.numeric} data-total>
        <Hidden>{words.overview.total}: </Hidden>
        <Link to="/plans/$plan/assignments" params={{ plan }} search={base}>
          {show.number(totalOf(counts))}
        </Link>
        <span className={styles.cellName} aria-hidden="true">
          {words.overview.total}
        </span>
      </td>
      {columns.map((bucket) => (
        <td key={bucket} className={styles.numeric} data-zero={counts[bucket] === 0}>
          {counts[bucket] === 0 ? (
            <span className={styles.zero}>0</span>
          ) : (
            <Link to="/plans/$plan/assignments" params={{ plan }} search={{ ...base, bucket }}>
              {show.number(counts[bucket])}
            </Link>
          )}
          <span className={styles.cellName} aria-hidden="true">
            <BucketName bucket={bucket} />
          </span>
        </td>
      ))}
      {showOthers && (
        <td className={styles.numeric} data-zero={sumOf(counts, others) === 0}>
          {show.number(sumOf(counts, others))}
          <span className={styles.cellName} aria-hidden="true">
            {words.overview.other}
          </span>
        </td>
      )}
    </>
  );
}
