// An attached file by its name, to be saved; or that it was erased.

import type { FileBody } from "@kehoach/server/contract";
import { apiAddress } from "../api/ask.ts";
import { useLanguage } from "../language/language.tsx";
import styles from "./files.module.css";

export function FileLink({ planId, file }: { planId: string; file: FileBody }) {
  const { words } = useLanguage();
  if (file.name === null) return <span className={styles.erased}>{words.files.erased}</span>;
  return (
    <a href={apiAddress(`plans/${encodeURIComponent(planId)}/files/${file.digest}`)} download={file.name}>
      {file.name}
    </a>
  );
}
