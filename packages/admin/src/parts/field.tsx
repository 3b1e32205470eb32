// A labelled input with its hint and what is wrong with it, tied together for screen readers.

import { type ReactNode, useId } from "react";
import { useLanguage } from "../language/language.tsx";
import { Icon } from "../status/icon.tsx";
import styles from "./field.module.css";

interface Tied {
  id: string;
  className: string;
  "aria-describedby": string | undefined;
  "aria-invalid": boolean;
  "aria-required": boolean;
}

interface Props {
  label: string;
  required?: boolean;
  hint?: string | undefined;
  /** Null: nothing is wrong. */
  error?: string | null;
  children: (tied: Tied) => ReactNode;
}

export function Field({ label, required = false, hint, error = null, children }: Props) {
  const { words } = useLanguage();
  const id = useId();
  const described = [hint === undefined ? "" : `${id}-hint`, error === null ? "" : `${id}-error`]
    .filter(Boolean)
    .join(" ");
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label} {!required && <span className={styles.optional}>({words.optional})</span>}
      </label>
      {children({
        id,
        className: styles.input ?? "",
        "aria-describedby": described === "" ? undefined : described,
        "aria-invalid": error !== null,
        "aria-required": required,
      })}
      {hint !== undefined && (
        <span className={styles.hint} id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {error !== null && (
        <span className={styles.error} id={`${id}-error`}>
          <Icon name="mark" />
          {error}
        </span>
      )}
    </div>
  );
}

/** The look of inputs outside a Field. */
export const inputClass: string = styles.input ?? "";
