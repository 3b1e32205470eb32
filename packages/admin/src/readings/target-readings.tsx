// Reporting figures from a target's page: for the agency of the person acting, period by period.

import type { TargetDetailBody } from "@kehoach/server/contract";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { meQuery } from "../api/queries.ts";
import { useLanguage } from "../language/language.tsx";
import { Field } from "../parts/field.tsx";
import { Card } from "../parts/page.tsx";
import { periodName } from "../targets/period-name.ts";
import { useTargetSpeech } from "../targets/use-target-speech.ts";
import styles from "./figures-form.module.css";
import { FiguresForm } from "./figures-form.tsx";
import type { FormLine } from "./typed-reading.ts";

/** Nothing for those whose agency reports nothing of the target. */
export function TargetReadings({ target }: { target: TargetDetailBody }) {
  const { words: admin } = useLanguage();
  const { words } = useTargetSpeech();
  const me = useQuery(meQuery);
  const agency = me.data?.actor?.agency ?? null;
  const mine = target.inputs.filter(
    ({ agencies, from }) => from === null && agencies.some(({ id }) => id === agency?.id),
  );
  const periods = [
    ...new Set(
      [...target.reported.missing, ...target.readings]
        .filter((each) => each.agency.id === agency?.id)
        .map(({ period }) => period),
    ),
  ].sort();
  const gaps = target.reported.missing.filter((each) => each.agency.id === agency?.id);
  const [chosen, setChosen] = useState<string | null>(null);
  if (agency === null || mine.length === 0 || periods.length === 0) return null;
  const period = chosen ?? gaps[0]?.period ?? periods.at(-1) ?? "";
  return (
    <Card heading={words.form.own} note={agency.name}>
      <p>{words.form.ownIntro}</p>
      <div className={styles.period}>
        <Field label={words.form.period} required>
          {(tied) => (
            <select {...tied} value={period} onChange={(event) => setChosen(event.target.value)}>
              {periods.map((id) => (
                <option key={id} value={id}>
                  {periodName(id, admin.occurrences)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <FiguresForm
        key={`${target.planId} ${agency.id} ${period}`}
        planId={target.planId}
        agency={agency}
        period={period}
        lines={mine.map((input) => lineOf(input, target, agency.id, period))}
        open={(target.trajectory.find((point) => point.period === period)?.to ?? "") >= target.date}
      />
    </Card>
  );
}

function lineOf(
  input: FormLine["input"],
  { readings, reported }: TargetDetailBody,
  agency: string,
  period: string,
): FormLine {
  const own = readings.filter((each) => each.input === input.id && each.agency.id === agency);
  const of = (id: string | undefined) =>
    own.find((each) => each.period === id && each.status === "official") ??
    own.find((each) => each.period === id) ??
    null;
  const before = own
    .map((each) => each.period)
    // Of the same length: a year is not the period before a month.
    .filter((each) => each.length === period.length && each < period)
    .sort()
    .at(-1);
  return {
    input,
    reading: of(period),
    last: of(before),
    runningTotal: null,
    required: reported.missing.some(
      (gap) => gap.input === input.id && gap.agency.id === agency && gap.period === period,
    ),
  };
}
