// The frame of a page and of its sections: document title, spacing, headed cards.

import { type ReactNode, useEffect, useId } from "react";
import { useLanguage } from "../language/language.tsx";
import styles from "./page.module.css";

/** `title` goes to the browser's tab. */
export function Page({ title, children }: { title: string; children: ReactNode }) {
  const { words } = useLanguage();
  useEffect(() => {
    document.title = `${title} · ${words.product}`;
  }, [title, words.product]);
  return <div className={styles.page}>{children}</div>;
}

interface CardProps {
  heading: ReactNode;
  note?: ReactNode;
  level?: 2 | 3;
  className?: string | undefined;
  children: ReactNode;
}

export function Card({ heading, note, level = 2, className, children }: CardProps) {
  const id = useId();
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section className={[styles.card, className].filter(Boolean).join(" ")} aria-labelledby={id}>
      <div className={styles.cardHead}>
        <Heading id={id}>{heading}</Heading>
        {note !== undefined && <p className={styles.note}>{note}</p>}
      </div>
      {children}
    </section>
  );
}
