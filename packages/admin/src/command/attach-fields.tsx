// Files to attach ahead of a command: one for each product, and others beside.

import { useQuery } from "@tanstack/react-query";
import { filesQuery } from "../api/queries.ts";
import { useLanguage } from "../language/language.tsx";
import { Button } from "../parts/button.tsx";
import { Field } from "../parts/field.tsx";
import { newRequestId } from "../show/request-id.ts";
import { Icon } from "../status/icon.tsx";
import type { ChosenFile } from "./attach-first.ts";
import styles from "./command-dialogue.module.css";

interface Props {
  planId: string;
  assignmentId: string;
  products: readonly { id: string; title: string }[];
  files: readonly ChosenFile[];
  /** Those that are attached already, and stay. */
  attached: ReadonlySet<ChosenFile>;
  onChange: (files: readonly ChosenFile[]) => void;
}

/** Nothing where no file can be attached now. */
export function AttachFields({ planId, assignmentId, products, files, attached, onChange }: Props) {
  const { words } = useLanguage();
  const list = useQuery(filesQuery(planId, assignmentId));
  if (list.data === undefined || list.data.refusal !== null) return null;
  const { extensions } = list.data;
  const places = [
    ...products.map(({ id, title }) => ({ id, title })),
    { id: null, title: words.attaching.other },
  ];
  return (
    <details className={styles.group} open={files.length > 0}>
      <summary>{words.attaching.heading}</summary>
      <p className={styles.actor}>{words.attaching.hint(extensions.join(", "))}</p>
      {places.map(({ id, title }) => (
        <div key={id ?? ""} className={styles.files}>
          <Field label={title}>
            {(tied) => (
              <input
                {...tied}
                type="file"
                multiple={id === null}
                accept={extensions.join(",")}
                onChange={(event) => {
                  const chosen = [...(event.target.files ?? [])].map((file) => ({
                    file,
                    product: id,
                    requestId: newRequestId(),
                  }));
                  event.target.value = "";
                  onChange([...files, ...chosen]);
                }}
              />
            )}
          </Field>
          <ul>
            {files
              .filter(({ product }) => product === id)
              .map((each) => (
                <li key={each.requestId} className={styles.file} data-chosen={each.file.name}>
                  <Icon name={attached.has(each) ? "tick" : "note"} size={14} />
                  {each.file.name}
                  {attached.has(each) ? (
                    <span className={styles.actor}>{words.files.done}</span>
                  ) : (
                    <Button
                      small
                      kind="quiet"
                      aria-label={words.attaching.leaveOut(each.file.name)}
                      onClick={() => onChange(files.filter((other) => other !== each))}
                    >
                      <Icon name="close" size={14} />
                    </Button>
                  )}
                </li>
              ))}
          </ul>
        </div>
      ))}
    </details>
  );
}
