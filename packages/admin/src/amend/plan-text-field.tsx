// The text of a plan as an input: pasted, typed or read from a file, with register documents beside it.

import { type RefObject, useState } from "react";
import { useLanguage } from "../language/language.tsx";
import { Field } from "../parts/field.tsx";
import styles from "./amend-page.module.css";

export interface SourceText {
  text: string;
  /** What problems call it. */
  file?: string;
}

export interface PlanText {
  plan: SourceText;
  register: readonly SourceText[];
}

/** Characters a text may have, as the server takes it. */
const longest = 2_097_152;

interface Props {
  value: PlanText;
  /** False: only register documents are given. */
  withPlan?: boolean;
  error: string | null;
  area: RefObject<HTMLTextAreaElement | null>;
  onChange: (value: PlanText) => void;
}

export function PlanTextField({ value, withPlan = true, error, area, onChange }: Props) {
  const { words } = useLanguage();
  const [tooLarge, setTooLarge] = useState(false);
  async function read(files: FileList | null): Promise<SourceText[]> {
    const chosen = [...(files ?? [])];
    const fits = chosen.filter((file) => file.size <= longest);
    setTooLarge(fits.length < chosen.length);
    return Promise.all(fits.map(async (file) => ({ text: await file.text(), file: file.name })));
  }
  return (
    <>
      {withPlan && (
        <>
          <Field label={words.issue.text} required error={error}>
            {({ className, ...tied }) => (
              <textarea
                {...tied}
                ref={area}
                className={[className, styles.text].join(" ")}
                spellCheck={false}
                maxLength={longest}
                value={value.plan.text}
                onChange={(event) =>
                  onChange({ ...value, plan: { ...value.plan, text: event.target.value } })
                }
              />
            )}
          </Field>
          <Field label={words.issue.file} error={tooLarge ? words.issue.tooLarge : null}>
            {(tied) => (
              <input
                {...tied}
                type="file"
                accept=".yaml,.yml,text/yaml"
                onChange={async (event) => {
                  const [plan] = await read(event.target.files);
                  if (plan !== undefined) onChange({ ...value, plan });
                }}
              />
            )}
          </Field>
        </>
      )}
      <Field
        label={words.issue.register}
        hint={words.issue.registerHint}
        error={tooLarge ? words.issue.tooLarge : null}
      >
        {(tied) => (
          <input
            {...tied}
            type="file"
            multiple
            accept=".yaml,.yml,text/yaml"
            onChange={async (event) => onChange({ ...value, register: await read(event.target.files) })}
          />
        )}
      </Field>
    </>
  );
}
