// One target in the list: value, verdict, level, trajectory, outlook, and how old its figures are.

import type { TargetItem } from "@kehoach/server/contract";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useLanguage } from "../language/language.tsx";
import { showDay } from "../show/date.ts";
import { useShow } from "../show/use-show.ts";
import { drawn } from "./exact.ts";
import { Sparkline } from "./sparkline.tsx";
import styles from "./target-row.module.css";
import {
  completePoints,
  currentText,
  exactOf,
  isDrawn,
  isPercent,
  levelText,
  partsText,
  valueText,
} from "./target-text.ts";
import { useTargetSpeech } from "./use-target-speech.ts";
import { VerdictBadge } from "./verdict-badge.tsx";

interface Props {
  target: TargetItem;
  /** Micros. */
  now: number;
}

export function TargetRow({ target, now }: Props) {
  const { pick } = useLanguage();
  const speech = useTargetSpeech();
  const { words } = speech;
  return (
    <li className={styles.row} data-target={target.id}>
      <div className={styles.name}>
        <Link
          to="/plans/$plan/targets/$target"
          params={{ plan: target.documentId, target: target.id }}
          search={{}}
          className={styles.title}
        >
          {target.title}
        </Link>
        <p className={styles.soft}>
          {words.types[target.type]} · {target.owner?.name ?? words.noOwner}
        </p>
      </div>
      <Cell name={words.now}>
        <Now target={target} />
      </Cell>
      <Cell name={words.verdict}>
        <VerdictBadge verdict={target.judgement.verdict} provisional={target.judgement.provisional} />
      </Cell>
      <Cell name={words.level}>
        {levelText(target, speech) ?? <span className={styles.soft}>{words.noLevel}</span>}
      </Cell>
      <Cell name={words.trajectory} spare>
        <Trajectory target={target} />
      </Cell>
      <Cell name={words.outlook} spare>
        <Outlook target={target} />
      </Cell>
      <Cell name={words.data}>
        <Data target={target} now={now} />
      </Cell>
      <p className={styles.said}>{pick(target.said)}</p>
    </li>
  );
}

/** `spare`: left out on a phone where there is nothing to show. */
function Cell({ name, spare = false, children }: { name: string; spare?: boolean; children: ReactNode }) {
  return (
    <div className={[styles.cell, spare && styles.spare].filter(Boolean).join(" ")}>
      <span className={styles.caption}>{name}</span>
      {children}
    </div>
  );
}

/** Not reported is said so, and never shown as a number. */
function Now({ target }: { target: TargetItem }) {
  const speech = useTargetSpeech();
  const text = currentText(target, speech);
  const parts = partsText(target, speech);
  if (text === null)
    return (
      <span className={styles.soft} data-value="">
        {target.lastReadingAt === null ? speech.words.notReported : speech.words.noFigure}
      </span>
    );
  return (
    <>
      <strong className={styles.value} data-value={target.judgement.value}>
        {text}
      </strong>
      {parts !== null && parts !== text && <span className={styles.soft}>{parts}</span>}
    </>
  );
}

function Trajectory({ target }: { target: TargetItem }) {
  const { words } = useTargetSpeech();
  const show = useShow();
  const { judgement } = target;
  const trajectory = completePoints(target);
  const there = trajectory.filter(({ value }) => value !== null).length;
  if (!isDrawn(target) || trajectory.every(({ expected, value }) => expected === null && value === null))
    return <span className={styles.soft}>{words.trajectoryNone}</span>;
  const percent = isPercent(target);
  return (
    <Sparkline
      trajectory={trajectory}
      percent={percent}
      level={judgement.bound === null ? null : drawn(exactOf(judgement.bound), percent)}
      label={words.sparkline(show.number(there), show.number(trajectory.length))}
    />
  );
}

function Outlook({ target }: { target: TargetItem }) {
  const speech = useTargetSpeech();
  const { words, judged } = speech;
  const { outlook } = target;
  if (outlook === null) return <span className={styles.soft}>{words.nothingAhead}</span>;
  return (
    <>
      <span data-possibility={outlook.possibility}>{judged.possibilities[outlook.possibility]}</span>
      {outlook.forecast !== null && (
        <span className={styles.soft}>
          {words.forecast}:{" "}
          {words.forecastBy(
            valueText(target, outlook.forecast.value, speech),
            judged.methods[outlook.forecast.method],
          )}
        </span>
      )}
      {outlook.estimate !== null && (
        <span className={styles.soft}>
          {words.estimate}: {valueText(target, outlook.estimate, speech)}
        </span>
      )}
    </>
  );
}

const aDay = 86_400_000_000;

function Data({ target, now }: Props) {
  const { words } = useTargetSpeech();
  const show = useShow();
  const { lastReadingAt, reported } = target;
  const days = lastReadingAt === null ? 0 : Math.floor(Math.max(0, now - lastReadingAt) / aDay);
  return (
    <>
      {lastReadingAt === null ? (
        <span className={styles.soft}>{words.neverReported}</span>
      ) : (
        <span>
          {showDay(lastReadingAt)}{" "}
          <span className={styles.soft}>({days === 0 ? words.ageToday : words.age(show.number(days))})</span>
        </span>
      )}
      <span className={reported.missing.length > 0 ? styles.missing : styles.soft}>
        {reported.expected === 0
          ? words.nothingDue
          : reported.missing.length === 0
            ? words.complete(show.number(reported.expected))
            : words.missing(show.number(reported.missing.length))}
      </span>
    </>
  );
}
