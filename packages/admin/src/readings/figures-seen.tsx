// The figures of a duty for those who only look at them.

import { readingText } from "../targets/reading-text.ts";
import { useTargetSpeech } from "../targets/use-target-speech.ts";
import styles from "./figures-form.module.css";
import type { FormLine } from "./typed-reading.ts";

export function FiguresSeen({ lines }: { lines: readonly FormLine[] }) {
  const speech = useTargetSpeech();
  const { words, readings } = speech;
  if (lines.length === 0) return <p className={styles.soft}>{words.form.none}</p>;
  return (
    <dl className={styles.seen}>
      {lines.map(({ input, reading }) => (
        <div key={input.id} data-figure={input.id}>
          <dt>
            {input.title}
            {input.unit !== null && <span className={styles.soft}> ({input.unit})</span>}
          </dt>
          <dd>
            {reading === null ? (
              <span className={styles.soft}>{words.notReported}</span>
            ) : (
              <>
                <strong>{readingText(input, reading.value, speech)}</strong>{" "}
                <span className={styles.soft}>({readings.status[reading.status]})</span>
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
