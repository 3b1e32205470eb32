// How the live connection stands, and the pill that offers to show new changes; nothing moves under the reader.

import { useLanguage } from "../language/language.tsx";
import { useShow } from "../show/use-show.ts";
import { Icon } from "../status/icon.tsx";
import { useLive } from "./live-connection.tsx";
import styles from "./live-status.module.css";

const icons = { connecting: "retry", open: "live", waiting: "offline" } as const;

export function LiveStatus() {
  const { words } = useLanguage();
  const { state, retry } = useLive();
  if (state === "off") return null;
  const content = (
    <>
      <Icon name={icons[state]} />
      <span className={styles.word}>{words.live[state]}</span>
    </>
  );
  return (
    <span role="status" aria-label={words.live.label} data-live={state}>
      {state === "waiting" ? (
        <button type="button" className={styles.status} onClick={retry} title={words.retry}>
          {content}
        </button>
      ) : (
        <span className={styles.status} title={words.live[state]}>
          {content}
        </span>
      )}
    </span>
  );
}

export function ChangesPill() {
  const { words } = useLanguage();
  const show = useShow();
  const { changes, refresh } = useLive();
  return (
    <div aria-live="polite">
      {changes > 0 && (
        <button type="button" className={styles.pill} onClick={() => void refresh()} title={words.live.show}>
          <Icon name="retry" />
          {words.live.changes(changes, show.number(changes))}
        </button>
      )}
    </div>
  );
}
