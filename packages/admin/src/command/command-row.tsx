// A row of commands: those open as buttons, the others with the reason why not and who could.

import { roleWords } from "@kehoach/engine/words";
import type { AllowedCommandBody } from "@kehoach/server/contract";
import { useLanguage } from "../language/language.tsx";
import { Button, type ButtonKind } from "../parts/button.tsx";
import { Icon } from "../status/icon.tsx";
import styles from "./command-row.module.css";

interface Props {
  /** Open commands in the order to show them. */
  commands: readonly AllowedCommandBody[];
  kindOf: (command: AllowedCommandBody) => ButtonKind;
  small?: boolean;
  onAsk: (command: AllowedCommandBody) => void;
}

export function OpenCommands({ commands, kindOf, small = false, onAsk }: Props) {
  const { words, pick } = useLanguage();
  return (
    <ul className={styles.open}>
      {commands.map((command) => (
        <li key={command.type}>
          <Button
            kind={kindOf(command)}
            small={small}
            data-command={command.type}
            title={
              command.to === null ? words.commands.stays : words.commands.leadsTo(pick(command.to.label))
            }
            onClick={() => onAsk(command)}
          >
            {pick(command.label)}
          </Button>
        </li>
      ))}
    </ul>
  );
}

export function BlockedCommands({
  commands,
  heading,
}: {
  commands: readonly AllowedCommandBody[];
  /** Null: none. */
  heading: string | null;
}) {
  const { pick } = useLanguage();
  // What is refused for the same reason stands together, so that the reason is read once.
  const together = Map.groupBy(commands, ({ type, refusal }) =>
    refusal === null ? type : JSON.stringify([pick(refusal), refusal.whoCould]),
  );
  return (
    <div className={styles.blocked}>
      {heading !== null && <h3>{heading}</h3>}
      <ul>
        {[...together].map(([reason, alike]) => (
          <li
            key={reason}
            className={styles.blockedItem}
            data-blocked={alike.map(({ type }) => type).join(" ")}
          >
            <div className={styles.alike}>
              {alike.map(({ type, label }) => (
                <Button key={type} small disabled>
                  <Icon name="bar" size={14} />
                  {pick(label)}
                </Button>
              ))}
            </div>
            <Reason refusal={alike[0]?.refusal ?? null} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Reason({ refusal }: Pick<AllowedCommandBody, "refusal">) {
  const { words, pick, language } = useLanguage();
  if (refusal === null) return null;
  return (
    <p>
      {pick(refusal)}
      {refusal.code !== "not_your_role" && refusal.whoCould.length > 0 && (
        <span className={styles.who}>
          {" "}
          {words.commands.whoCould}: {refusal.whoCould.map((role) => roleWords[language][role]).join(", ")}.
        </span>
      )}
    </p>
  );
}
