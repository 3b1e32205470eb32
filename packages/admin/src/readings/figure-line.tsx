// One figure to type: what it was last period and sums up to, the value, whether it is an estimate, what is wrong.

import { useId } from "react";
import { inputClass } from "../parts/field.tsx";
import { Icon } from "../status/icon.tsx";
import { showExact } from "../targets/exact.ts";
import { readingText } from "../targets/reading-text.ts";
import { useTargetSpeech } from "../targets/use-target-speech.ts";
import styles from "./figures-form.module.css";
import type { FormLine, ReadLine, TypedFault, TypedReading } from "./typed-reading.ts";

interface Props {
  line: FormLine;
  typed: TypedReading;
  outcome: ReadLine;
  /** Whether the person tried to save, so that faults are shown. */
  shown: boolean;
  /** The server's word against the figure; null: none. */
  refusal: string | null;
  /** The server takes it only once it is confirmed. */
  asksToConfirm: boolean;
  onType: (typed: TypedReading) => void;
}

export function FigureLine({ line, typed, outcome, shown, refusal, asksToConfirm, onType }: Props) {
  const speech = useTargetSpeech();
  const { words, language } = speech;
  const id = useId();
  const { input, reading, last, runningTotal } = line;
  const fault = outcome.kind === "fault" ? outcome.fault : null;
  const surprising =
    asksToConfirm || fault === "confirmMissing" || (outcome.kind === "send" && outcome.surprising);
  // A jump is asked about at once; other faults only after trying, since a value half typed is often wrong.
  const said = fault !== null && shown ? faultText(fault, words.form) : refusal;
  const tied = {
    id,
    className: inputClass,
    "aria-invalid": said !== null,
    "aria-describedby": said === null ? undefined : `${id}-error`,
    disabled: typed.nothing,
    value: typed.nothing ? "" : typed.value,
    onChange: (event: { target: { value: string } }) =>
      onType({ ...typed, value: event.target.value, confirmed: false }),
  };
  return (
    <li className={styles.line} data-figure={input.id}>
      <div className={styles.what}>
        <label htmlFor={id}>
          {input.title}
          {input.unit !== null && <span className={styles.soft}> ({input.unit})</span>}
        </label>
        <span className={styles.soft}>
          {[
            line.required ? words.form.required : null,
            reading === null
              ? null
              : words.form.stands(
                  readingText(input, reading.value, speech),
                  speech.readings.status[reading.status],
                ),
          ]
            .filter((part) => part !== null)
            .join(" · ")}
        </span>
      </div>
      <Known name={words.form.last} value={last === null ? null : readingText(input, last.value, speech)} />
      <Known
        name={words.form.running}
        value={runningTotal === null ? null : showExact(runningTotal, language)}
      />
      <div className={styles.entry}>
        {input.kind === "yes_no" ? (
          <select {...tied}>
            <option value="">{words.form.choose}</option>
            <option value="1">{words.detail.yes}</option>
            <option value="0">{words.detail.no}</option>
          </select>
        ) : (
          <input
            {...tied}
            inputMode={input.kind === "count" ? "numeric" : input.kind === "date" ? "text" : "decimal"}
            placeholder={input.kind === "date" ? words.form.date : undefined}
            autoComplete="off"
          />
        )}
        <select
          className={inputClass}
          aria-label={words.form.statusOf(input.title)}
          value={typed.status}
          onChange={(event) => onType({ ...typed, status: event.target.value as TypedReading["status"] })}
        >
          {(["official", "estimate"] as const).map((status) => (
            <option key={status} value={status}>
              {speech.readings.status[status]}
            </option>
          ))}
        </select>
        <label className={styles.tick}>
          <input
            type="checkbox"
            aria-label={words.form.nothingOf(input.title)}
            checked={typed.nothing}
            onChange={(event) => onType({ ...typed, nothing: event.target.checked })}
          />
          {words.form.nothing}
        </label>
      </div>
      {surprising && (
        <label className={[styles.tick, styles.surprising].join(" ")}>
          <input
            type="checkbox"
            checked={typed.confirmed}
            onChange={(event) => onType({ ...typed, confirmed: event.target.checked })}
          />
          {words.form.confirm(input.jump ?? "0")}
        </label>
      )}
      {said !== null && (
        <p className={styles.error} id={`${id}-error`} data-fault>
          <Icon name="mark" />
          {said}
        </p>
      )}
    </li>
  );
}

function Known({ name, value }: { name: string; value: string | null }) {
  return (
    <div className={styles.known}>
      <span className={styles.soft}>{name}</span>
      <span>{value ?? "–"}</span>
    </div>
  );
}

type FormWords = ReturnType<typeof useTargetSpeech>["words"]["form"];

function faultText(fault: TypedFault, words: FormWords): string {
  if (typeof fault === "string") return words[fault];
  if ("ambiguous" in fault) return words.ambiguous(fault.ambiguous, decimalOf(fault.ambiguous));
  return words.morePart(fault.morePart);
}

/** "1014" as the decimal it could also be: "1,014" with a digit to spare, so that it is no longer unclear. */
function decimalOf(plain: string): string {
  return `${plain.slice(0, -3)},${plain.slice(-3)}0`;
}
