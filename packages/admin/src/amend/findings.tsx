// What a check of a plan text found: each problem with its place and how it could be mended, and what is unclear.

import type { ProblemBody, QuestionBody } from "@kehoach/server/contract";
import type { RefObject } from "react";
import { useLanguage } from "../language/language.tsx";
import { Button } from "../parts/button.tsx";
import { showDate } from "../show/date.ts";
import { Icon } from "../status/icon.tsx";
import styles from "./amend-page.module.css";
import type { SourceText } from "./plan-text-field.tsx";

interface Props {
  problems: readonly ProblemBody[];
  questions: readonly QuestionBody[];
  /** Ids of register documents that are nowhere to be found. */
  missing?: readonly string[];
  plan: SourceText;
  area: RefObject<HTMLTextAreaElement | null>;
  /** Takes the text as mended. */
  onMend: (text: string) => void;
}

export function Findings({ problems, questions, missing = [], plan, area, onMend }: Props) {
  const { words, pick } = useLanguage();
  const found = (each: ProblemBody) => (
    <>
      <p>{pick(each)}</p>
      <p className={styles.place}>
        {each.place.file !== null && `${each.place.file} · `}
        {words.issue.at(String(each.place.line), String(each.place.column))} · <code>{each.code}</code>
      </p>
      <pre className={styles.excerpt}>{each.excerpt}</pre>
      {each.place.file === (plan.file ?? null) && (
        <p className={styles.buttons}>
          <Button small onClick={() => show(area.current, each.place.start, each.place.end)}>
            {words.issue.go}
          </Button>
          {each.mend !== null && <MendButton mend={each.mend} text={plan.text} onMend={onMend} />}
        </p>
      )}
    </>
  );
  return (
    <>
      {missing.length > 0 && (
        <p className={styles.wrong} role="alert">
          <Icon name="mark" />
          {words.issue.missing(missing.join(", "))}
        </p>
      )}
      {problems.length > 0 && (
        <section role="alert" className={styles.found} data-problems={problems.length}>
          <h3 className={styles.wrong}>
            <Icon name="mark" />
            {words.issue.problems(problems.length)}
          </h3>
          <ol>
            {problems.map((each) => (
              <li key={`${each.code} ${each.place.start} ${each.place.path}`}>{found(each)}</li>
            ))}
          </ol>
        </section>
      )}
      {questions.length > 0 && (
        <details className={styles.found} open={problems.length === 0 && questions.length <= 5}>
          <summary>{words.issue.questions(questions.length)}</summary>
          <p className={styles.place}>{words.issue.questionsNote}</p>
          <ol>
            {questions.map((each) => (
              <li key={`${each.code} ${each.place.start} ${each.place.path}`}>
                {found(each)}
                {each.settled !== null && (
                  <p className={styles.place}>
                    {words.issue.settled(each.settled.by, showDate(each.settled.on))}: {each.settled.reading}
                  </p>
                )}
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  );
}

interface MendProps {
  mend: NonNullable<ProblemBody["mend"]>;
  text: string;
  onMend: (text: string) => void;
}

function MendButton({ mend: { start, end, replacement }, text, onMend }: MendProps) {
  const { words } = useLanguage();
  const label = replacement === "" ? words.issue.mendAway : words.issue.mend(replacement.trim());
  return (
    <Button small onClick={() => onMend(`${text.slice(0, start)}${replacement}${text.slice(end)}`)}>
      <Icon name="tick" size={14} />
      {label}
    </Button>
  );
}

/** Selects the place in the text and brings it into view; browsers scroll to a selection only while it is typed. */
function show(area: HTMLTextAreaElement | null, start: number, end: number): void {
  if (area === null) return;
  area.focus();
  area.setSelectionRange(start, end);
  const line = area.value.slice(0, start).split("\n").length - 1;
  const lines = area.value.split("\n").length;
  area.scrollTop = (area.scrollHeight * line) / lines - area.clientHeight / 3;
  area.scrollIntoView({ block: "center" });
}
