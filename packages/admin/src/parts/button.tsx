// Buttons: one primary thing to do, others beside it, and a red one only before something is taken away.

import type { ComponentProps } from "react";
import styles from "./button.module.css";

export type ButtonKind = "plain" | "primary" | "danger" | "quiet";

interface Props extends ComponentProps<"button"> {
  kind?: ButtonKind;
  small?: boolean;
}

export function Button({ kind = "plain", small = false, className, type = "button", ...rest }: Props) {
  return (
    <button
      type={type}
      className={[buttonClass(kind, small), className].filter(Boolean).join(" ")}
      {...rest}
    />
  );
}

/** For links that look like buttons. */
export function buttonClass(kind: ButtonKind = "plain", small = false): string {
  return [styles.button, kind === "plain" ? "" : styles[kind], small ? styles.small : ""]
    .filter(Boolean)
    .join(" ");
}
