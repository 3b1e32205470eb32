// Confirms several results at once: each is a command of its own, and each answer is shown.

import type { AssignmentItem } from "@kehoach/server/contract";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ask } from "../api/ask.ts";
import { liveKey } from "../api/queries.ts";
import { useLanguage } from "../language/language.tsx";
import { Button } from "../parts/button.tsx";
import { useTroubleText } from "../parts/notice.tsx";
import { newRequestId } from "../show/request-id.ts";
import { Icon } from "../status/icon.tsx";
import styles from "./inbox-page.module.css";

interface Failed {
  item: AssignmentItem;
  error: unknown;
}

export function ConfirmTogether({ items }: { items: readonly AssignmentItem[] }) {
  const { words } = useLanguage();
  const client = useQueryClient();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [sending, setSending] = useState(false);
  const [confirmed, setConfirmed] = useState<number | null>(null);
  const [failed, setFailed] = useState<readonly Failed[]>([]);
  // What was confirmed meanwhile, here or elsewhere, is not in the list any more.
  const wanted = items.filter(({ id }) => chosen.has(id));

  async function confirm(): Promise<void> {
    setSending(true);
    const faults: Failed[] = [];
    for (const item of wanted) {
      try {
        await ask<"sendCommand">("commands", {
          body: {
            requestId: newRequestId(),
            planId: item.planId,
            assignmentId: item.id,
            type: "confirm",
            expected: item.seq,
          },
        });
      } catch (error) {
        faults.push({ item, error });
      }
    }
    setConfirmed(wanted.length - faults.length);
    setFailed(faults);
    setChosen(new Set());
    setSending(false);
    await client.invalidateQueries({ queryKey: liveKey });
  }

  return (
    <details className={styles.together} data-together>
      <summary>{words.inbox.together}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void confirm();
        }}
      >
        {items.map((item) => (
          <label key={item.id} className={styles.choice}>
            <input
              type="checkbox"
              checked={chosen.has(item.id)}
              onChange={(event) => {
                const next = new Set(chosen);
                if (event.target.checked) next.add(item.id);
                else next.delete(item.id);
                setChosen(next);
              }}
            />
            <span>
              {item.task.title} · {item.agency.name}
            </span>
          </label>
        ))}
        <Button kind="primary" type="submit" disabled={sending || wanted.length === 0}>
          {words.inbox.confirmChosen(wanted.length)}
        </Button>
      </form>
      <div role="status">
        {confirmed !== null && <p>{words.inbox.confirmed(confirmed)}</p>}
        {failed.map((each) => (
          <NotConfirmed key={each.item.id} {...each} />
        ))}
      </div>
    </details>
  );
}

function NotConfirmed({ item, error }: Failed) {
  const { text } = useTroubleText(error);
  return (
    <p className={styles.choice}>
      <Icon name="mark" />
      <span>
        {item.task.title} · {item.agency.name}: {text}
      </span>
    </p>
  );
}
