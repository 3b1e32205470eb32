// The free texts and files of an entry, or that they were erased or may not be read.

import type { HistoryItem } from "@kehoach/server/contract";
import { EraseButton } from "../erase/erase-button.tsx";
import { FileLink } from "../files/file-link.tsx";
import { useLanguage } from "../language/language.tsx";
import styles from "./history.module.css";
import { textDigests } from "./read-entry.ts";

export function EntryTexts({ item }: { item: HistoryItem }) {
  const { words } = useLanguage();
  if (item.textsHidden) return <p className={styles.withheld}>{words.history.hidden}</p>;
  const digests = textDigests(item);
  // One text may stand in several fields; it is told once.
  const bodies = new Map(Object.entries(item.texts).map(([field, body]) => [body, digests[field]]));
  const texts = [...bodies].map(([body, digest]) =>
    body === null ? (
      <p key="erased" className={styles.withheld}>
        {words.history.erased}
      </p>
    ) : (
      <div key={body} className={styles.written}>
        <blockquote className={styles.text}>{body}</blockquote>
        {digest !== undefined && <EraseButton plan={item.planId} digest={digest} name={body} kind="text" />}
      </div>
    ),
  );
  const files = item.files.map((file) => (
    <p key={file.digest} className={styles.written}>
      <FileLink planId={item.planId} file={file} />
      {file.name !== null && (
        <EraseButton plan={item.planId} digest={file.digest} name={file.name} kind="file" />
      )}
    </p>
  ));
  return [...texts, ...files];
}
