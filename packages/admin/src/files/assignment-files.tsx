// The files of an assignment: what is attached, to be saved, and the form to attach another.

import type { AssignmentBody, FileList } from "@kehoach/server/contract";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { ask } from "../api/ask.ts";
import { filesQuery, liveKey } from "../api/queries.ts";
import { useActorName } from "../history/use-actor-name.ts";
import { useLanguage } from "../language/language.tsx";
import { Button } from "../parts/button.tsx";
import { Field } from "../parts/field.tsx";
import { Loading, TroubleNotice } from "../parts/notice.tsx";
import { Card } from "../parts/page.tsx";
import { showDay } from "../show/date.ts";
import { newRequestId } from "../show/request-id.ts";
import { useShow } from "../show/use-show.ts";
import { FileLink } from "./file-link.tsx";
import styles from "./files.module.css";

/** Nothing for those who may not see evidence. */
export function AssignmentFiles({ assignment }: { assignment: AssignmentBody }) {
  const { words, pick } = useLanguage();
  const files = useQuery({
    ...filesQuery(assignment.plan.id, assignment.id),
    enabled: assignment.textsVisible,
  });
  if (!assignment.textsVisible) return null;
  return (
    <Card heading={words.files.heading}>
      {files.isPending && <Loading />}
      {files.isError && <TroubleNotice error={files.error} retry={() => void files.refetch()} />}
      {files.isSuccess && (
        <div className={styles.files}>
          <Attached assignment={assignment} list={files.data} />
          {files.data.refusal === null ? (
            <AttachForm assignment={assignment} extensions={files.data.extensions} />
          ) : (
            <p className={styles.soft}>{pick(files.data.refusal)}</p>
          )}
        </div>
      )}
    </Card>
  );
}

function Attached({ assignment, list }: { assignment: AssignmentBody; list: FileList }) {
  const { words } = useLanguage();
  const show = useShow();
  const actorName = useActorName();
  if (list.items.length === 0) return <p className={styles.soft}>{words.files.none}</p>;
  return (
    <ul className={styles.list}>
      {list.items.map((item) => {
        const product = assignment.products.find(({ id }) => id === item.product);
        return (
          <li key={item.digest} className={styles.item}>
            <FileLink planId={assignment.plan.id} file={item} />
            {item.size !== null && <span className={styles.soft}>{sizeOf(item.size, show.number)}</span>}
            {product !== undefined && <span>{words.files.isProduct(product.title)}</span>}
            <span className={styles.soft}>
              {words.files.attachedBy(actorName(item.actor), showDay(item.attachedAt))}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** Kilobytes as people count them; never zero. */
function sizeOf(bytes: number, number: (value: number) => string): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1024));
  return kilobytes < 1024 ? `${number(kilobytes)} KB` : `${number(Math.round(kilobytes / 102.4) / 10)} MB`;
}

function AttachForm({
  assignment,
  extensions,
}: {
  assignment: AssignmentBody;
  extensions: readonly string[];
}) {
  const { words } = useLanguage();
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [product, setProduct] = useState("");
  const [missing, setMissing] = useState(false);
  const [requestId, setRequestId] = useState(newRequestId);
  const sending = useMutation({
    mutationFn: (file: File) => {
      const query = product === "" ? "" : `?product=${encodeURIComponent(product)}`;
      const path = `plans/${encodeURIComponent(assignment.plan.id)}/assignments/${assignment.id}/files${query}`;
      return ask<"attach">(path, { file, requestId });
    },
    onSuccess: () => {
      if (input.current !== null) input.current.value = "";
      setRequestId(newRequestId());
      void client.invalidateQueries({ queryKey: liveKey });
    },
  });
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const file = input.current?.files?.[0];
        setMissing(file === undefined);
        if (file !== undefined) sending.mutate(file);
      }}
    >
      <Field
        label={words.files.file}
        required
        hint={words.files.hint(extensions.join(", "))}
        error={missing ? words.dialogue.missing : null}
      >
        {(tied) => (
          <input
            {...tied}
            ref={input}
            type="file"
            accept={extensions.join(",")}
            onChange={() => {
              // Another file under the same id would be another request.
              setRequestId(newRequestId());
              sending.reset();
            }}
          />
        )}
      </Field>
      {assignment.role === "lead" && assignment.products.length > 0 && (
        <Field label={words.files.product}>
          {(tied) => (
            <select {...tied} value={product} onChange={(event) => setProduct(event.target.value)}>
              <option value="">{words.files.noProduct}</option>
              {assignment.products.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {sending.isError && <TroubleNotice error={sending.error} />}
      <div role="status" className={styles.soft}>
        {sending.isPending ? words.dialogue.sending : sending.isSuccess ? words.files.done : ""}
      </div>
      <div>
        <Button type="submit" disabled={sending.isPending}>
          {words.files.attach}
        </Button>
      </div>
    </form>
  );
}
