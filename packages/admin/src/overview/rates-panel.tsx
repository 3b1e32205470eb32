// The completion rates, each with its name, its formula in words and n/N, since several are in official use.

import type { Rate } from "@kehoach/server/contract";
import { useLanguage } from "../language/language.tsx";
import { useShow } from "../show/use-show.ts";
import styles from "./rates-panel.module.css";

export function RatesPanel({ rates }: { rates: readonly Rate[] }) {
  const { words, pick } = useLanguage();
  const show = useShow();
  return (
    <ul className={styles.rates}>
      {rates.map((rate) => (
        <li key={rate.id} className={styles.rate} data-rate={rate.id}>
          <p className={styles.value}>
            {rate.basisPoints === null ? (
              <span className={styles.empty}>{words.overview.rateEmpty}</span>
            ) : (
              <strong>{show.rate(rate.basisPoints)}</strong>
            )}
            <span className={styles.fraction}>
              {show.number(rate.numerator)}/{show.number(rate.denominator)}
            </span>
          </p>
          <h3>{pick(rate.label)}</h3>
          <p className={styles.formula}>= {pick(rate.formula)}</p>
        </li>
      ))}
    </ul>
  );
}
