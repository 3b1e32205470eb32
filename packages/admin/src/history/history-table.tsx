// Entries as a table with the columns an auditor looks for.

import type { HistoryItem, LifecycleBody } from "@kehoach/server/contract";
import { useLanguage } from "../language/language.tsx";
import { showMoment } from "../show/date.ts";
import { useShow } from "../show/use-show.ts";
import { Icon } from "../status/icon.tsx";
import { entryFacts } from "./entry-facts.ts";
import { EntryTexts } from "./entry-texts.tsx";
import styles from "./history.module.css";
import { isEnteredLater, newStages, signerName } from "./read-entry.ts";
import { useActorName } from "./use-actor-name.ts";

export function HistoryTable({
  items,
  lifecycle,
}: {
  items: readonly HistoryItem[];
  lifecycle: LifecycleBody | null;
}) {
  const { words, pick } = useLanguage();
  const show = useShow();
  const actorName = useActorName();
  const stages = newStages(items, null);
  return (
    // A wide table scrolls inside its frame; the frame takes focus so that the keyboard can scroll it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard
    <section className={styles.frame} tabIndex={0} aria-label={words.history.table}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">#</th>
            <th scope="col">{words.history.time}</th>
            <th scope="col">{words.history.what}</th>
            <th scope="col">{words.list.stage}</th>
            <th scope="col">{words.history.typedBy}</th>
            <th scope="col">{words.history.signedBy}</th>
            <th scope="col">{words.history.details}</th>
            <th scope="col">{words.history.source}</th>
            <th scope="col">{words.history.hash}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item, index) => {
            const state = lifecycle?.states.find((each) => each.id === stages[index]);
            return (
              <tr key={item.seq}>
                <td>{item.seq}</td>
                <td className={styles.nowrap}>
                  {showMoment(item.effectiveAt)}
                  {isEnteredLater(item) && (
                    <span className={styles.later} data-entered-later>
                      <Icon name="tickClock" size={13} />
                      {words.history.enteredLater}: {showMoment(item.recordedAt)}
                    </span>
                  )}
                </td>
                <td>{pick(item.label)}</td>
                <td>{state === undefined ? "–" : pick(state.label)}</td>
                <td>{actorName(item.actor)}</td>
                <td>{item.signedBy === null ? "–" : signerName(item.signedBy)}</td>
                <td>
                  {entryFacts(item, words, show.number).join(" · ")}
                  <EntryTexts item={item} />
                </td>
                <td>{words.sources[item.source]}</td>
                <td>
                  <code title={item.hash}>{item.hash.slice(0, 8)}</code>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
