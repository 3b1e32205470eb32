// The same lifecycle in words, for screen readers, print and whoever prefers reading.

import type { LifecycleBody } from "@kehoach/server/contract";
import { useLanguage } from "../language/language.tsx";
import styles from "./statechart.module.css";

interface Props {
  lifecycle: LifecycleBody;
  current: string;
  visited: readonly string[];
}

export function StatechartOutline({ lifecycle, current, visited }: Props) {
  const { words, pick } = useLanguage();
  const nameOf = (id: string) =>
    pick(lifecycle.states.find((state) => state.id === id)?.label ?? { vi: id, en: id });
  return (
    <ol className={styles.outline} aria-label={words.chart.outline}>
      {inReadingOrder(lifecycle.states).map((state) => {
        const kind = state.id === current ? "current" : visited.includes(state.id) ? "visited" : "ahead";
        const ways = lifecycle.commands.filter((command) => command.from.includes(state.id));
        return (
          <li key={state.id} data-kind={kind} aria-current={kind === "current" ? "step" : undefined}>
            <strong>{pick(state.label)}</strong>
            <span className={styles.mark}>
              {kind === "current"
                ? words.chart.current
                : kind === "visited"
                  ? words.chart.visited
                  : words.chart.notVisited}
              {ways.every((command) => command.to === null) && ` · ${words.chart.final}`}
            </span>
            {ways.length > 0 && (
              <ul className={styles.ways}>
                {ways.map((command) => (
                  <li key={command.type}>
                    {command.to === null
                      ? words.chart.loop(pick(command.label))
                      : words.chart.to(pick(command.label), nameOf(command.to))}
                  </li>
                ))}
              </ul>
            )}
          </li>
        );
      })}
    </ol>
  );
}

/** Where work ends comes last, and where it ends undone after that. */
function inReadingOrder(states: LifecycleBody["states"]): LifecycleBody["states"] {
  const rank = { todo: 0, active: 0, waiting: 0, blocked: 0, done: 1, cancelled: 2 };
  return states.toSorted((a, b) => rank[a.category] - rank[b.category]);
}
