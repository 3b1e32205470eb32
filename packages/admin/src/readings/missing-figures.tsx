// What a report still lacks before it can be handed in, told before anybody writes its text.

import type { AssignmentBody } from "@kehoach/server/contract";
import { useQuery } from "@tanstack/react-query";
import { reportFormQuery } from "../api/target-queries.ts";
import { Icon } from "../status/icon.tsx";
import { useTargetSpeech } from "../targets/use-target-speech.ts";
import styles from "./figures-form.module.css";

/** Nothing where all required figures are saved, or while that is not known. */
export function MissingFigures({ assignment }: { assignment: AssignmentBody }) {
  const { words } = useTargetSpeech();
  const form = useQuery(reportFormQuery(assignment.plan.documentId, assignment.id));
  const missing = (form.data?.lines ?? []).filter(({ required, reading }) => required && reading === null);
  if (missing.length === 0) return null;
  return (
    <p className={styles.warned} data-missing-figures={missing.length}>
      <Icon name="mark" />
      {words.form.before(missing.map(({ input }) => input.title).join("; "))}
    </p>
  );
}
