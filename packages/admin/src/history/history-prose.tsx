// Entries told in words, newest first: who did what, when, with what, and to which state.

import type { HistoryItem, LifecycleBody } from "@kehoach/server/contract";
import type { ReactNode } from "react";
import { useLanguage } from "../language/language.tsx";
import { showMoment } from "../show/date.ts";
import { useShow } from "../show/use-show.ts";
import { toneClass } from "../status/badge.tsx";
import { Icon } from "../status/icon.tsx";
import { categoryLooks, type Look } from "../status/looks.ts";
import { useTargetSpeech } from "../targets/use-target-speech.ts";
import { entryFacts } from "./entry-facts.ts";
import { EntryTexts } from "./entry-texts.tsx";
import styles from "./history.module.css";
import { isEnteredLater, newStages, signerName } from "./read-entry.ts";
import { readingFact } from "./reading-fact.ts";
import { useActorName } from "./use-actor-name.ts";

interface Props<Item extends HistoryItem> {
  /** Oldest first. */
  items: readonly Item[];
  /** For the names of states; null: not loaded. */
  lifecycle: LifecycleBody | null;
  /** The state ahead of the first entry given; null: the entries begin with the first of all. */
  before?: string | null;
  /** What an entry is about, where the entries are about several things. */
  about?: (item: Item) => ReactNode;
}

export function HistoryProse<Item extends HistoryItem>(props: Props<Item>) {
  const { items, lifecycle, before = null, about } = props;
  const stages = newStages(items, before);
  const told = items.map((item, index) => ({ item, stage: stages[index] ?? null }));
  return (
    <ol className={styles.prose}>
      {told.toReversed().map(({ item, stage }) => (
        <Told
          key={item.seq}
          item={item}
          state={lifecycle?.states.find((each) => each.id === stage)}
          about={about?.(item)}
        />
      ))}
    </ol>
  );
}

type State = LifecycleBody["states"][number];

/** `state`: the one it led to; undefined where the state stayed. */
function Told({ item, state, about }: { item: HistoryItem; state: State | undefined; about: ReactNode }) {
  const { words, pick } = useLanguage();
  const show = useShow();
  const actorName = useActorName();
  const speech = useTargetSpeech();
  const facts = entryFacts(item, words, show.number);
  const look = lookOf(item, state?.category);
  return (
    <li className={styles.told} data-type={item.type}>
      <span className={[styles.dot, toneClass(look.tone)].join(" ")}>
        <Icon name={look.icon} />
      </span>
      <div className={styles.body}>
        <p className={styles.what}>
          <strong>{pick(item.label)}</strong>
          {state !== undefined && (
            <span className={styles.stage}>{words.history.toStage(pick(state.label))}</span>
          )}
        </p>
        {about !== undefined && <p>{about}</p>}
        <p className={styles.who}>
          {actorName(item.actor)}
          {item.signedBy !== null && `, ${words.history.onBehalf(signerName(item.signedBy))}`}
        </p>
        {item.reading !== null && <p>{readingFact(item.reading, speech, words)}</p>}
        {facts.length > 0 && <p>{facts.join(" · ")}</p>}
        <EntryTexts item={item} />
        <p className={styles.meta}>
          <span>{showMoment(item.effectiveAt)}</span>
          {isEnteredLater(item) ? (
            <span className={styles.later} data-entered-later>
              <Icon name="tickClock" size={13} />
              {words.history.enteredLater}, {words.history.entered(showMoment(item.recordedAt))}
            </span>
          ) : (
            item.recordedAt - item.effectiveAt > 60_000_000 && (
              <span>{words.history.entered(showMoment(item.recordedAt))}</span>
            )
          )}
          <span>{words.sources[item.source]}</span>
          <span>{words.history.seq(show.number(item.seq))}</span>
          <code title={item.hash}>#{item.hash.slice(0, 6)}</code>
        </p>
      </div>
    </li>
  );
}

/** What the clock noticed has the look of the bucket it led to; the rest that of its state. */
function lookOf(item: HistoryItem, category: State["category"] | undefined): Look {
  if (item.type === "overdue") return { icon: "octagon", tone: "overdue" };
  if (item.type === "due_soon") return { icon: "triangle", tone: "due-soon" };
  return category === undefined ? { icon: "note", tone: "todo" } : categoryLooks[category];
}
