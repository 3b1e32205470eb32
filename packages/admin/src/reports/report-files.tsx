// Where a report's files are fetched.

import { apiAddress } from "../api/ask.ts";
import { buttonClass } from "../parts/button.tsx";
import styles from "./reports-page.module.css";
import { useReportWords } from "./use-report-words.ts";

/** `path` of the report itself, which answers JSON; its documents lie below it. */
export function ReportFiles({ path, search }: { path: string; search: string }) {
  const words = useReportWords();
  const of = (below: string) => apiAddress(`${path}${below}?${search}`);
  return (
    <p className={styles.files}>
      <a className={buttonClass("plain", true)} href={of("/docx")} download>
        {words.docx}
      </a>
      <a className={buttonClass("plain", true)} href={of("/xlsx")} download>
        {words.xlsx}
      </a>
      <a className={buttonClass("plain", true)} href={of("")} download="bao-cao.json">
        {words.json}
      </a>
    </p>
  );
}
