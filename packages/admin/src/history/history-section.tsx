// The history of one assignment, as an account or as a table.

import type { HistoryItem, LifecycleBody } from "@kehoach/server/contract";
import type { UseQueryResult } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useLanguage } from "../language/language.tsx";
import { Button } from "../parts/button.tsx";
import { Empty, Loading, TroubleNotice } from "../parts/notice.tsx";
import { Card } from "../parts/page.tsx";
import styles from "./history.module.css";
import { HistoryProse } from "./history-prose.tsx";
import { HistoryTable } from "./history-table.tsx";

interface Props {
  history: UseQueryResult<HistoryItem[]>;
  lifecycle: LifecycleBody | null;
  /** Where its documents are fetched. */
  record: ReactNode;
}

export function HistorySection({ history, lifecycle, record }: Props) {
  const { words } = useLanguage();
  const [view, setView] = useState<"prose" | "table">("prose");
  const View = view === "prose" ? HistoryProse : HistoryTable;
  return (
    <Card heading={words.history.heading}>
      <fieldset className={styles.views}>
        <legend>{words.history.view}</legend>
        {(["prose", "table"] as const).map((each) => (
          <Button
            key={each}
            small
            aria-pressed={each === view}
            kind={each === view ? "primary" : "plain"}
            onClick={() => setView(each)}
          >
            {words.history[each]}
          </Button>
        ))}
        {record}
      </fieldset>
      {history.isPending && <Loading />}
      {history.isError && <TroubleNotice error={history.error} retry={() => void history.refetch()} />}
      {history.isSuccess &&
        (history.data.length === 0 ? (
          <Empty icon="note" why={words.history.empty} />
        ) : (
          <View items={history.data} lifecycle={lifecycle} />
        ))}
    </Card>
  );
}
