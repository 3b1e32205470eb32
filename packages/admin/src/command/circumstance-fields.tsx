// The inputs for who decided and when it happened; closed until somebody needs them.

import { useState } from "react";
import { useLanguage } from "../language/language.tsx";
import { Field } from "../parts/field.tsx";
import { showDate } from "../show/date.ts";
import { Icon } from "../status/icon.tsx";
import { capacities, isEnteredLater, type TypedCircumstances } from "./circumstances.ts";
import styles from "./command-dialogue.module.css";

interface Props {
  typed: TypedCircumstances;
  /** Names of inputs to mark; empty before the first attempt. */
  faults: ReadonlySet<string>;
  /** yyyy-mm-dd; null: not known. */
  today: string | null;
  /** True: the command wants to know who decided. */
  mustDecide: boolean;
  onChange: (typed: TypedCircumstances) => void;
}

export function CircumstanceFields({ typed, faults, today, mustDecide, onChange }: Props) {
  const { words } = useLanguage();
  const set = (part: Partial<TypedCircumstances>) => onChange({ ...typed, ...part });
  const error = (name: string) => (faults.has(name) ? words.dialogue.missing : null);
  const later = isEnteredLater(typed, today);
  const wrong = [...faults].some((name) => name in typed);
  const [opened, setOpened] = useState(mustDecide);
  return (
    <details
      className={styles.group}
      open={opened || wrong}
      onToggle={(event) => setOpened(event.currentTarget.open)}
      data-circumstances
    >
      <summary>
        {words.circumstances.heading}
        {!opened && (
          <span className={styles.closed}>
            {typed.decided || later
              ? [typed.happenedOn, typed.decided ? typed.name : ""].filter(Boolean).join(" · ")
              : words.circumstances.closed(typed.happenedOn)}
          </span>
        )}
      </summary>
      <div className={styles.document}>
        <Field
          label={words.circumstances.happenedOn}
          required
          hint={words.circumstances.happenedHint}
          error={error("happenedOn")}
        >
          {(tied) => (
            <input
              {...tied}
              inputMode="numeric"
              placeholder="dd/MM/yyyy"
              value={typed.happenedOn}
              onChange={(event) => set({ happenedOn: event.target.value })}
            />
          )}
        </Field>
        {later && (
          <Field label={words.circumstances.happenedAt} required error={error("happenedAt")}>
            {(tied) => (
              <input
                {...tied}
                placeholder="HH:MM"
                value={typed.happenedAt}
                onChange={(event) => set({ happenedAt: event.target.value })}
              />
            )}
          </Field>
        )}
      </div>
      {later && today !== null && (
        <p className={styles.later} data-entered-later>
          <Icon name="tickClock" />
          {words.circumstances.later(showDate(today))}
        </p>
      )}
      <label className={styles.option}>
        <input
          type="checkbox"
          checked={typed.decided}
          disabled={mustDecide}
          onChange={(event) => set({ decided: event.target.checked })}
        />
        {words.circumstances.decided}
      </label>
      {typed.decided && (
        <>
          <Field label={words.circumstances.name} required error={error("name")}>
            {(tied) => (
              <input
                {...tied}
                autoComplete="off"
                maxLength={200}
                value={typed.name}
                onChange={(event) => set({ name: event.target.value })}
              />
            )}
          </Field>
          <div className={styles.document}>
            <Field label={words.circumstances.position}>
              {(tied) => (
                <input
                  {...tied}
                  autoComplete="off"
                  maxLength={200}
                  value={typed.position}
                  onChange={(event) => set({ position: event.target.value })}
                />
              )}
            </Field>
            <Field label={words.circumstances.capacity}>
              {(tied) => (
                <select
                  {...tied}
                  value={typed.capacity}
                  onChange={(event) => {
                    const capacity = capacities.find((each) => each === event.target.value);
                    set({ capacity: capacity ?? "" });
                  }}
                >
                  <option value="">{words.circumstances.capacityNone}</option>
                  {capacities.map((capacity) => (
                    <option key={capacity} value={capacity}>
                      {words.circumstances.capacities[capacity]}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          </div>
        </>
      )}
    </details>
  );
}
