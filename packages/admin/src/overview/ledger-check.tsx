// The button that verifies a plan's ledger on the server and says what came of it.

import { useMutation } from "@tanstack/react-query";
import { apiAddress, ask } from "../api/ask.ts";
import { useLanguage } from "../language/language.tsx";
import { Button } from "../parts/button.tsx";
import { TroubleNotice } from "../parts/notice.tsx";
import { showMoment } from "../show/date.ts";
import { useShow } from "../show/use-show.ts";
import { toneClass } from "../status/badge.tsx";
import { Icon } from "../status/icon.tsx";
import styles from "./ledger-check.module.css";

export function LedgerCheck({ plan }: { plan: string }) {
  const { words, pick } = useLanguage();
  const show = useShow();
  const check = useMutation({
    mutationFn: () => ask<"verifyLedger">(`plans/${encodeURIComponent(plan)}/ledger/verify`),
  });
  const report = check.data;
  return (
    <div className={styles.check}>
      <Button small onClick={() => check.mutate()} disabled={check.isPending}>
        <Icon name="chain" />
        {check.isPending ? words.ledger.checking : words.ledger.check}
      </Button>
      <div role="status">
        {report !== undefined && (
          <div
            className={[styles.result, toneClass(report.intact ? "on-time" : "overdue")].join(" ")}
            data-intact={report.intact}
          >
            <Icon name={report.intact ? "tick" : "octagon"} />
            <div>
              <strong>
                {report.intact
                  ? words.ledger.intact(show.number(report.entries))
                  : words.ledger.broken(show.number(report.fault?.seq ?? 0))}
              </strong>
              {report.fault !== null && <p>{pick(report.fault)}</p>}
              <p>
                {words.ledger.head}: <code title={report.head}>{report.head.slice(0, 12)}…</code> ·{" "}
                {words.ledger.checkedAt}: {showMoment(report.checkedAt)}
              </p>
              <a href={apiAddress(`plans/${encodeURIComponent(plan)}/ledger`)} download>
                {words.ledger.export}
              </a>
            </div>
          </div>
        )}
      </div>
      {check.error !== null && <TroubleNotice error={check.error} retry={() => check.mutate()} />}
    </div>
  );
}
