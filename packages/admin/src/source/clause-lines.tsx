// The clauses behind something in short, open to see: each locator with its gist.

import type { StatementBody } from "@kehoach/server/contract";
import { useLanguage } from "../language/language.tsx";
import { Icon } from "../status/icon.tsx";
import styles from "./source-clauses.module.css";

interface Props {
  source: readonly string[];
  /** Those of the plan, to look locators up in. */
  statements: readonly StatementBody[];
  /** Without the place in the text, where there is little room. */
  brief?: boolean;
}

export function ClauseLines({ source, statements, brief = false }: Props) {
  const { words } = useLanguage();
  if (source.length === 0) return null;
  return (
    <ul className={styles.lines} aria-label={words.source.clause}>
      {source.map((locator) => {
        const statement = statements.find((each) => each.id === locator);
        return (
          <li key={locator} className={styles.line} data-clause={locator}>
            <Icon name="note" size={13} />
            <p>
              <strong>{locator}</strong> {statement?.gist ?? words.source.noGist}
              {!brief && statement !== undefined && <span className={styles.place}> · {statement.at}</span>}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
