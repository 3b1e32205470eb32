// The free texts and files of an entry, or that they were erased or may not be read.

import type { HistoryItem } from "@kehoach/server/contract";
import { FileLink } from "../files/file-link.tsx";
import { useLanguage } from "../language/language.tsx";
import styles from "./history.module.css";

export function EntryTexts({ item }: { item: HistoryItem }) {
  const { words } = useLanguage();
  if (item.textsHidden) return <p className={styles.withheld}>{words.history.hidden}</p>;
  // One text may stand in several fields; it is told once.
  const bodies = new Set(Object.values(item.texts));
  const texts = [...bodies].map((body) =>
    body === null ? (
      <p key="erased" className={styles.withheld}>
        {words.history.erased}
      </p>
    ) : (
      <blockquote key={body} className={styles.text}>
        {body}
      </blockquote>
    ),
  );
  const files = item.files.map((file) => (
    <p key={file.digest}>
      <FileLink planId={item.planId} file={file} />
    </p>
  ));
  return [...texts, ...files];
}
