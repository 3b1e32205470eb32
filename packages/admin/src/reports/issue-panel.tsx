// Issuing a report: why it cannot be, or the button and who signs.

import type { RefusalBody } from "@kehoach/server/contract";
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { ask } from "../api/ask.ts";
import { useLanguage } from "../language/language.tsx";
import { Button, buttonClass } from "../parts/button.tsx";
import { Field } from "../parts/field.tsx";
import { TroubleNotice } from "../parts/notice.tsx";
import { Card } from "../parts/page.tsx";
import { useLive } from "../shell/live-connection.tsx";
import { newRequestId } from "../show/request-id.ts";
import { Icon } from "../status/icon.tsx";
import styles from "./reports-page.module.css";
import { useReportWords } from "./use-report-words.ts";

export interface ReportAbout {
  plan: string | undefined;
  agency: string | undefined;
  period: string;
}

/** `refusal` null: the person acting may issue it. */
export function IssuePanel({ about, refusal }: { about: ReportAbout; refusal: RefusalBody | null }) {
  const words = useReportWords();
  const { pick } = useLanguage();
  const { refreshAfter } = useLive();
  const [requestId] = useState(newRequestId);
  const [signer, setSigner] = useState({ name: "", position: "" });
  const issuing = useMutation({
    mutationFn: () => {
      const name = signer.name.trim();
      const position = signer.position.trim() === "" ? null : signer.position.trim();
      const onBehalfOf = name === "" ? {} : { onBehalfOf: { name, position, capacity: null } };
      return ask<"issueReport">("reports", { body: { ...about, requestId, ...onBehalfOf } });
    },
    onSuccess: ({ frozen }) => void refreshAfter(frozen.ledger, frozen.seq),
  });
  if (issuing.isSuccess)
    return (
      <Card heading={words.issue}>
        <p className={styles.done} role="status" data-issued={issuing.data.frozen.id}>
          <Icon name="tick" />
          {words.issued(issuing.data.frozen.number)}
        </p>
        <Link
          to="/reports/$report"
          params={{ report: issuing.data.frozen.id }}
          search={{}}
          className={buttonClass("primary")}
        >
          {words.open}
        </Link>
      </Card>
    );
  return (
    <Card heading={words.issue}>
      {refusal !== null ? (
        <p className={styles.blocked}>
          <Icon name="struck" />
          <span>
            <strong>{words.cannotIssue}:</strong> {pick(refusal)}
          </span>
        </p>
      ) : (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            issuing.mutate();
          }}
        >
          <p className={styles.soft}>{words.issueNote}</p>
          <div className={styles.pair}>
            <Field label={words.decidedBy}>
              {(tied) => (
                <input
                  {...tied}
                  maxLength={200}
                  value={signer.name}
                  onChange={(event) => setSigner({ ...signer, name: event.target.value })}
                />
              )}
            </Field>
            <Field label={words.position}>
              {(tied) => (
                <input
                  {...tied}
                  maxLength={200}
                  value={signer.position}
                  onChange={(event) => setSigner({ ...signer, position: event.target.value })}
                />
              )}
            </Field>
          </div>
          <Button type="submit" kind="primary" disabled={issuing.isPending}>
            {issuing.isPending ? words.issuing : words.issueNow}
          </Button>
          {issuing.isError && <TroubleNotice error={issuing.error} />}
        </form>
      )}
    </Card>
  );
}
