// A modal dialogue on the browser's own <dialog>: focus goes to its first input and stays inside, Escape closes, focus
// returns.

import { type ReactNode, useEffect, useId, useRef } from "react";
import { useLanguage } from "../language/language.tsx";
import { Icon } from "../status/icon.tsx";
import styles from "./dialog.module.css";

interface Props {
  title: ReactNode;
  onClose: () => void;
  children: ReactNode;
}

export function Dialog({ title, onClose, children }: Props) {
  const { words } = useLanguage();
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (dialog === null) return;
    const before = document.activeElement;
    dialog.showModal();
    // The browser would take the close button; a finger would only raise the keyboard over what is to be read.
    if (!window.matchMedia("(pointer: coarse)").matches) {
      dialog.querySelector<HTMLElement>("input, textarea, select, [data-confirm]")?.focus();
    }
    return () => {
      dialog.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={ref}
      className={styles.dialog}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className={styles.head}>
        <h2 id={titleId}>{title}</h2>
        <button type="button" className={styles.close} onClick={onClose} aria-label={words.close}>
          <Icon name="close" />
        </button>
      </div>
      <div className={styles.body}>{children}</div>
    </dialog>
  );
}
