// Where something stands in the signed text: locators that open to place and gist, and the marks for what the office
// filled in or had to understand.

import type { StatementBody } from "@kehoach/server/contract";
import { useId, useState } from "react";
import { useLanguage } from "../language/language.tsx";
import { showDate } from "../show/date.ts";
import { Icon } from "../status/icon.tsx";
import styles from "./source-clauses.module.css";

export interface Annotations {
  source: readonly string[];
  assumption: string | null;
  understood: { reading: string; by: string; on: string } | null;
}

/** `statements`: those of the plan, to look locators up in. */
export function SourceClauses({ of, statements }: { of: Annotations; statements: readonly StatementBody[] }) {
  const { words } = useLanguage();
  const id = useId();
  const [open, setOpen] = useState<string | null>(null);
  const toggle = (name: string) => setOpen(open === name ? null : name);
  const statement = statements.find((each) => each.id === open);
  if (of.source.length === 0 && of.assumption === null && of.understood === null) return null;
  return (
    <div className={styles.source}>
      <div className={styles.chips}>
        {of.source.map((locator) => {
          const known = statements.find((each) => each.id === locator);
          return (
            <span key={locator} className={styles.holder}>
              <button
                type="button"
                className={styles.chip}
                aria-expanded={open === locator}
                aria-controls={id}
                aria-label={words.source.show(locator)}
                onClick={() => toggle(locator)}
              >
                <Icon name="note" size={13} />
                {locator}
              </button>
              {known !== undefined && open !== locator && (
                <span className={styles.hover} aria-hidden="true">
                  <strong>{known.at}</strong>
                  {known.gist}
                </span>
              )}
            </span>
          );
        })}
        {of.assumption !== null && (
          <button
            type="button"
            className={styles.mark}
            aria-expanded={open === "assumption!"}
            aria-controls={id}
            onClick={() => toggle("assumption!")}
          >
            <Icon name="mark" size={13} />
            {words.source.assumption}
          </button>
        )}
        {of.understood !== null && (
          <button
            type="button"
            className={styles.mark}
            aria-expanded={open === "understood!"}
            aria-controls={id}
            onClick={() => toggle("understood!")}
          >
            <Icon name="mark" size={13} />
            {words.source.understood}
          </button>
        )}
      </div>
      <div id={id} className={styles.panel} hidden={open === null}>
        {open === "assumption!" && <Assumption text={of.assumption ?? ""} />}
        {open === "understood!" && of.understood !== null && <Understood of={of.understood} />}
        {open !== null && !open.endsWith("!") && <Clause locator={open} statement={statement} />}
      </div>
    </div>
  );
}

export function Clause({ locator, statement }: { locator: string; statement: StatementBody | undefined }) {
  const { words } = useLanguage();
  return (
    <div className={styles.clause}>
      <p className={styles.place}>
        <strong>{locator}</strong>
        {statement !== undefined && ` · ${words.source.at}: ${statement.at}`}
      </p>
      <p>{statement?.gist ?? words.source.noGist}</p>
    </div>
  );
}

export function Assumption({ text }: { text: string }) {
  const { words } = useLanguage();
  return (
    <div className={styles.clause}>
      <p className={styles.place}>
        <strong>{words.source.assumption}</strong> · {words.source.assumptionHint}
      </p>
      <p>{text}</p>
    </div>
  );
}

export function Understood({ of }: { of: NonNullable<Annotations["understood"]> }) {
  const { words } = useLanguage();
  return (
    <div className={styles.clause}>
      <p className={styles.place}>
        <strong>{words.source.understood}</strong> · {words.source.understoodBy(of.by, showDate(of.on))}
      </p>
      <p>{of.reading}</p>
    </div>
  );
}
