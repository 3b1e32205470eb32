// The inputs of a command's dialogue.

import type { ReactNode } from "react";
import { useLanguage } from "../language/language.tsx";
import { Field } from "../parts/field.tsx";
import styles from "./command-dialogue.module.css";
import {
  type FieldName,
  type FormGround,
  narrativeParts,
  type Typed,
  type TypedDocument,
} from "./command-form.ts";

interface Props {
  fields: readonly FieldName[];
  typed: Typed;
  /** Names of inputs to mark; empty before the first attempt. */
  faults: ReadonlySet<string>;
  ground: FormGround;
  onChange: (typed: Typed) => void;
}

export function CommandFields({ fields, typed, faults, ground, onChange }: Props) {
  const { words } = useLanguage();
  const error = (name: string) => (faults.has(name) ? words.dialogue.missing : null);
  const set = (part: Partial<Typed>) => onChange({ ...typed, ...part });
  const differs = fields.includes("answer") && typed.answer === "differ";
  const due = (required: boolean) => (
    <div key="due" className={styles.document}>
      <Field
        label={required ? words.dialogue.due : words.dialogue.otherDue}
        required={required}
        hint={required ? `${words.dialogue.dateHint} ${words.dialogue.dueHint}` : words.dialogue.unchanged}
        error={error("due")}
      >
        {(tied) => (
          <input
            {...tied}
            inputMode="numeric"
            placeholder="dd/MM/yyyy"
            value={typed.due}
            onChange={(event) => set({ due: event.target.value })}
          />
        )}
      </Field>
      <Field label={words.dialogue.dueHour} hint={words.dialogue.dueHourHint} error={error("hour")}>
        {(tied) => (
          <input
            {...tied}
            placeholder="HH:MM"
            value={typed.hour}
            onChange={(event) => set({ hour: event.target.value })}
          />
        )}
      </Field>
    </div>
  );
  const inputs: Record<FieldName, () => ReactNode> = {
    reason: () => (
      <Field
        key="reason"
        label={words.dialogue.reason}
        required
        hint={`${words.dialogue.reasonHint} ${words.dialogue.privacy}`}
        error={error("reason")}
      >
        {(tied) => (
          <textarea
            {...tied}
            value={typed.reason}
            onChange={(event) => set({ reason: event.target.value })}
          />
        )}
      </Field>
    ),
    note: () => (
      <Field
        key="note"
        label={differs ? words.dialogue.differing : words.dialogue.note}
        required={differs}
        hint={differs ? `${words.dialogue.reasonHint} ${words.dialogue.privacy}` : words.dialogue.privacy}
        error={error("note")}
      >
        {(tied) => (
          <textarea {...tied} value={typed.note} onChange={(event) => set({ note: event.target.value })} />
        )}
      </Field>
    ),
    percent: () => (
      <Field
        key="percent"
        label={words.dialogue.percent}
        hint={words.dialogue.percentHint}
        error={error("percent")}
      >
        {(tied) => (
          <input
            {...tied}
            inputMode="numeric"
            value={typed.percent}
            onChange={(event) => set({ percent: event.target.value })}
          />
        )}
      </Field>
    ),
    due: () => due(true),
    otherDue: () => due(false),
    completion: () => (
      <div key="completion" className={styles.document}>
        <Field
          label={words.dialogue.completedOn}
          hint={words.dialogue.unchanged}
          error={error("completedOn")}
        >
          {(tied) => (
            <input
              {...tied}
              inputMode="numeric"
              placeholder="dd/MM/yyyy"
              value={typed.completedOn}
              onChange={(event) => set({ completedOn: event.target.value })}
            />
          )}
        </Field>
        <Field label={words.dialogue.completedAt} error={error("completedAt")}>
          {(tied) => (
            <input
              {...tied}
              placeholder="HH:MM"
              value={typed.completedAt}
              onChange={(event) => set({ completedAt: event.target.value })}
            />
          )}
        </Field>
      </div>
    ),
    agency: () => (
      <Field key="agency" label={words.dialogue.agency} required error={error("agency")}>
        {(tied) => (
          <select {...tied} value={typed.agency} onChange={(event) => set({ agency: event.target.value })}>
            <option value="">{words.dialogue.choose}</option>
            {ground.agencies.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
    ),
    handler: () => (
      <fieldset key="handler" className={styles.group} aria-invalid={faults.has("handler")}>
        <legend>{words.dialogue.handler}</legend>
        <p className={styles.actor}>{words.dialogue.handlerHint}</p>
        {(["unit", "officer", "innerDue"] as const).map((part) => (
          <Field key={part} label={words.dialogue[part]}>
            {(tied) => (
              <input
                {...tied}
                maxLength={200}
                value={typed.handler[part]}
                onChange={(event) => set({ handler: { ...typed.handler, [part]: event.target.value } })}
              />
            )}
          </Field>
        ))}
        {faults.has("handler") && <p className={styles.missing}>{words.dialogue.missing}</p>}
      </fieldset>
    ),
    cause: () => (
      <fieldset key="cause" className={styles.group}>
        <legend>{words.dialogue.cause}</legend>
        {(["", "subjective", "objective"] as const).map((cause) => (
          <label key={cause} className={styles.option}>
            <input
              type="radio"
              name="cause"
              checked={typed.cause === cause}
              onChange={() => set({ cause })}
            />
            {words.dialogue.causes[cause === "" ? "none" : cause]}
          </label>
        ))}
        {typed.cause === "objective" && (
          <Field label={words.dialogue.causeConfirmedBy} required error={error("causeConfirmedBy")}>
            {(tied) => (
              <input
                {...tied}
                maxLength={500}
                value={typed.causeConfirmedBy}
                onChange={(event) => set({ causeConfirmedBy: event.target.value })}
              />
            )}
          </Field>
        )}
      </fieldset>
    ),
    task: () => (
      <Field key="task" label={words.dialogue.task} required error={error("task")}>
        {(tied) => (
          <select {...tied} value={typed.task} onChange={(event) => set({ task: event.target.value })}>
            <option value="">{words.dialogue.choose}</option>
            {ground.eventTasks.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        )}
      </Field>
    ),
    occurrence: () => (
      <Field
        key="occurrence"
        label={words.dialogue.occurrence}
        required
        hint={`${words.dialogue.occurrenceHint} ${words.dialogue.privacy}`}
        error={error("occurrence")}
      >
        {(tied) => (
          <input
            {...tied}
            maxLength={100}
            value={typed.occurrence}
            onChange={(event) => set({ occurrence: event.target.value })}
          />
        )}
      </Field>
    ),
    answer: () => (
      <fieldset key="answer" className={styles.group} aria-invalid={faults.has("answer")}>
        <legend>{words.dialogue.answer}</legend>
        {(["agree", "differ"] as const).map((answer) => (
          <label key={answer} className={styles.option}>
            <input
              type="radio"
              name="answer"
              checked={typed.answer === answer}
              onChange={() => set({ answer })}
            />
            {words.dialogue[answer]}
          </label>
        ))}
        {faults.has("answer") && <p className={styles.missing}>{words.dialogue.missing}</p>}
      </fieldset>
    ),
    narrative: () => (
      <fieldset key="narrative" className={styles.group}>
        <legend>{words.dialogue.narrative.heading}</legend>
        <p className={styles.actor}>{words.dialogue.privacy}</p>
        {narrativeParts.map((part) => (
          <Field key={part} label={words.dialogue.narrative[part]}>
            {(tied) => (
              <textarea
                {...tied}
                maxLength={20_000}
                value={typed.narrative[part]}
                onChange={(event) => set({ narrative: { ...typed.narrative, [part]: event.target.value } })}
              />
            )}
          </Field>
        ))}
      </fieldset>
    ),
    document: () => (
      <DocumentFields
        key="document"
        legend={words.dialogue.document}
        required
        value={typed.document}
        wrong={faults.has("document")}
        onChange={(document) => set({ document })}
      />
    ),
    products: () =>
      ground.products.map((product) => (
        <DocumentFields
          key={product.id}
          legend={`${words.dialogue.products}: ${product.title}`}
          required={product.required}
          value={typed.products[product.id] ?? { number: "", date: "", issuer: "" }}
          wrong={faults.has(`products.${product.id}`)}
          onChange={(document) => set({ products: { ...typed.products, [product.id]: document } })}
        />
      )),
  };
  return fields.map((field) => inputs[field]());
}

interface DocumentProps {
  legend: string;
  required: boolean;
  value: TypedDocument;
  wrong: boolean;
  onChange: (value: TypedDocument) => void;
}

function DocumentFields({ legend, required, value, wrong, onChange }: DocumentProps) {
  const { words } = useLanguage();
  const set = (part: Partial<TypedDocument>) => onChange({ ...value, ...part });
  return (
    <fieldset className={styles.group}>
      <legend>{legend}</legend>
      <div className={styles.document}>
        <Field
          label={words.dialogue.documentNumber}
          required={required}
          error={wrong && value.number.trim() === "" ? words.dialogue.missing : null}
        >
          {(tied) => (
            <input
              {...tied}
              value={value.number}
              placeholder="15/BC-…"
              onChange={(event) => set({ number: event.target.value })}
            />
          )}
        </Field>
        <Field
          label={words.dialogue.documentDate}
          required={required}
          error={wrong && value.number.trim() !== "" ? words.dialogue.dateHint : null}
        >
          {(tied) => (
            <input
              {...tied}
              inputMode="numeric"
              placeholder="dd/MM/yyyy"
              value={value.date}
              onChange={(event) => set({ date: event.target.value })}
            />
          )}
        </Field>
      </div>
      <Field label={words.dialogue.documentIssuer}>
        {(tied) => (
          <input {...tied} value={value.issuer} onChange={(event) => set({ issuer: event.target.value })} />
        )}
      </Field>
    </fieldset>
  );
}
