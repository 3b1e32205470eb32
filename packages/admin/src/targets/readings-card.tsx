// The figures behind a target, by agency and period: what is there, what is an estimate, what is missing.

import type { AgencyName, InputBody, ReadingBody, TargetDetailBody } from "@kehoach/server/contract";
import { Link } from "@tanstack/react-router";
import { useLanguage } from "../language/language.tsx";
import { Card } from "../parts/page.tsx";
import { showDay } from "../show/date.ts";
import { useShow } from "../show/use-show.ts";
import { periodName, shortPeriod } from "./period-name.ts";
import { readingText } from "./reading-text.ts";
import styles from "./target-page.module.css";
import { useTargetSpeech } from "./use-target-speech.ts";

export function ReadingsCard({ target }: { target: TargetDetailBody }) {
  const { words } = useTargetSpeech();
  const show = useShow();
  const { missing } = target.reported;
  const inputs = target.inputs.filter(({ agencies }) => agencies.length > 0);
  return (
    <Card
      heading={words.detail.readings}
      note={missing.length === 0 ? undefined : words.detail.missingList(show.number(missing.length))}
    >
      {inputs.length === 0 && <p className={styles.soft}>{words.detail.readingsNone}</p>}
      {inputs.map((input) => (
        <InputTable key={input.id} input={input} target={target} />
      ))}
    </Card>
  );
}

function InputTable({ input, target }: { input: InputBody; target: TargetDetailBody }) {
  const { words } = useTargetSpeech();
  const { words: admin } = useLanguage();
  const readings = target.readings.filter((reading) => reading.input === input.id);
  const missing = target.reported.missing.filter((gap) => gap.input === input.id);
  const periods = [...new Set([...readings, ...missing].map(({ period }) => period))].sort(
    // Years before their parts, since their figures stand for the whole.
    (a, b) => a.slice(0, 4).localeCompare(b.slice(0, 4)) || a.length - b.length || a.localeCompare(b),
  );
  const traits = [
    input.unit,
    input.cumulative ? words.detail.cumulative : words.detail.latest,
    input.system === null ? null : words.detail.system(input.system),
    input.from === null ? null : words.detail.fromDocument(input.from.document),
  ].filter((trait) => trait !== null);
  return (
    <div className={styles.input} data-input={input.id}>
      <h3>{input.title}</h3>
      <p className={styles.soft}>{traits.join(" · ")}</p>
      {periods.length === 0 ? (
        <p className={styles.soft}>{words.neverReported}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        <section className={styles.scroll} aria-label={input.title} tabIndex={0}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{words.detail.agencyColumn}</th>
                {periods.map((period) => (
                  <th key={period} scope="col" title={periodName(period, admin.occurrences)}>
                    {shortPeriod(period)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {input.agencies.map((agency) => (
                <tr key={agency.id}>
                  <th scope="row">
                    {agency.name}{" "}
                    <Link
                      to="/plans/$plan/history"
                      params={{ plan: target.documentId }}
                      search={{ kind: "plan", agency: agency.id }}
                      className={styles.history}
                    >
                      {words.detail.history}
                    </Link>
                  </th>
                  {periods.map((period) => (
                    <ReadingCell
                      key={period}
                      input={input}
                      agency={agency}
                      readings={readings.filter(
                        (each) => each.agency.id === agency.id && each.period === period,
                      )}
                      missing={missing.some((each) => each.agency.id === agency.id && each.period === period)}
                    />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </div>
  );
}

interface CellProps {
  input: InputBody;
  agency: AgencyName;
  readings: readonly ReadingBody[];
  missing: boolean;
}

/** An official figure stands before an estimate, which is still told. */
function ReadingCell({ input, readings, missing }: CellProps) {
  const speech = useTargetSpeech();
  const { words } = speech;
  const official = readings.find(({ status }) => status === "official");
  const estimate = readings.find(({ status }) => status === "estimate");
  const stands = official ?? estimate;
  if (stands === undefined)
    return missing ? (
      <td className={styles.missing} data-missing>
        {words.notReported}
      </td>
    ) : (
      <td className={styles.soft}>{words.detail.notDue}</td>
    );
  return (
    <td data-reading={stands.seq} title={`${showDay(stands.recordedAt)} · #${stands.seq}`}>
      <span className={stands.value === null ? styles.soft : undefined}>
        {readingText(input, stands.value, speech)}
      </span>
      {stands.status === "estimate" && <span className={styles.mark}>{speech.readings.status.estimate}</span>}
      {official !== undefined && estimate !== undefined && estimate.value !== official.value && (
        <span className={styles.soft}>
          {speech.readings.status.estimate}: {readingText(input, estimate.value, speech)}
        </span>
      )}
    </td>
  );
}
