// The versions of a plan, newest first, each with the document that put it into force and what moved with it.

import type { VersionItem } from "@kehoach/server/contract";
import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { AmendmentReport } from "../amend/amendment-report.tsx";
import { versionQuery, versionsQuery } from "../api/queries.ts";
import { signerName } from "../history/read-entry.ts";
import { useActorName } from "../history/use-actor-name.ts";
import { useLanguage } from "../language/language.tsx";
import { Button } from "../parts/button.tsx";
import { Loading, TroubleNotice } from "../parts/notice.tsx";
import { showDate, showDay, showMoment } from "../show/date.ts";
import styles from "./plan-history-page.module.css";

export function Versions({ plan }: { plan: string }) {
  const versions = useQuery(versionsQuery(plan));
  if (versions.isPending) return <Loading lines={2} />;
  if (versions.isError) return <TroubleNotice error={versions.error} retry={() => void versions.refetch()} />;
  return (
    <ol className={styles.versions}>
      {versions.data.items.map((item) => (
        <Version key={item.version} plan={plan} item={item} />
      ))}
    </ol>
  );
}

function Version({ plan, item }: { plan: string; item: VersionItem }) {
  const { words } = useLanguage();
  const actorName = useActorName();
  const id = useId();
  const [open, setOpen] = useState(false);
  const { document } = item;
  const by =
    document !== null
      ? words.planHistory.by(document.number, showDate(document.date))
      : item.version === 1
        ? words.planHistory.first
        : words.planHistory.adopted;
  return (
    <li className={styles.version} data-version={item.version}>
      <p className={styles.line}>
        <strong>{words.planHistory.version(String(item.version))}</strong>
        <span>{by}</span>
        {item.version > 1 && (
          <Button small kind="quiet" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
            {open ? words.planHistory.hideChanges : words.planHistory.changes}
          </Button>
        )}
      </p>
      <p className={styles.soft}>
        {[
          showDay(item.effectiveAt),
          actorName(item.actor),
          item.signedBy === null ? null : words.history.onBehalf(signerName(item.signedBy)),
          words.history.entered(showMoment(item.recordedAt)),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <div id={id}>{open && <Changes plan={plan} version={item.version} />}</div>
    </li>
  );
}

function Changes({ plan, version }: { plan: string; version: number }) {
  const changes = useQuery(versionQuery(plan, version));
  if (changes.isPending) return <Loading lines={3} />;
  if (changes.isError) return <TroubleNotice error={changes.error} retry={() => void changes.refetch()} />;
  return <AmendmentReport plan={plan} {...changes.data} />;
}
