// What stands where data should: loading, nothing there, or a trouble with its cause and what to do.

import type { ReactNode } from "react";
import { AskTrouble } from "../api/ask.ts";
import { useLanguage } from "../language/language.tsx";
import { Icon, type IconName } from "../status/icon.tsx";
import { Button } from "./button.tsx";
import styles from "./notice.module.css";

export function Loading({ lines = 4 }: { lines?: number }) {
  const { words } = useLanguage();
  return (
    <div className={styles.loading} role="status" data-loading>
      <span className={styles.hidden}>{words.loading}</span>
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} className={styles.bone} aria-hidden="true" />
      ))}
    </div>
  );
}

interface EmptyProps {
  /** Why there is nothing. */
  why: ReactNode;
  /** What comes next. */
  next?: ReactNode;
  icon?: IconName;
}

export function Empty({ why, next, icon = "tick" }: EmptyProps) {
  return (
    <div className={styles.notice}>
      <Icon name={icon} />
      <div className={styles.body}>
        <p>{why}</p>
        {next !== undefined && <div className={styles.soft}>{next}</div>}
      </div>
    </div>
  );
}

/** Says what went wrong in the reader's language; never shows internals beyond a code. */
export function TroubleNotice({ error, retry }: { error: unknown; retry?: () => void }) {
  const { words } = useLanguage();
  const { text, code } = useTroubleText(error);
  return (
    <div className={styles.notice} role="alert">
      <Icon name="mark" />
      <div className={styles.body}>
        <strong>{words.trouble.heading}</strong>
        <p>{text}</p>
        {code !== null && (
          <p className={styles.code}>
            {words.trouble.code}: <code>{code}</code>
          </p>
        )}
        {retry !== undefined && (
          <Button onClick={retry}>
            <Icon name="retry" />
            {words.retry}
          </Button>
        )}
      </div>
    </div>
  );
}

export function useTroubleText(error: unknown): { text: string; code: string | null } {
  const { words, pick } = useLanguage();
  if (!(error instanceof AskTrouble)) return { text: words.trouble.unexpected, code: null };
  if (error.trouble !== null) return { text: pick(error.trouble), code: error.trouble.code };
  if (error.status === 0) return { text: words.trouble.unreachable, code: null };
  return { text: words.trouble.unexpected, code: error.message };
}

export function Hidden({ children }: { children: ReactNode }) {
  return <span className={styles.hidden}>{children}</span>;
}
