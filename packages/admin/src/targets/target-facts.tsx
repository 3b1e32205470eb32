// What stands behind and ahead of one target: outlook, formula with its numbers, units, parts, tasks.

import type { AgencyName, TargetDetailBody } from "@kehoach/server/contract";
import { Link } from "@tanstack/react-router";
import { useLanguage } from "../language/language.tsx";
import { Card } from "../parts/page.tsx";
import { useShow } from "../show/use-show.ts";
import { BucketName } from "../status/badge.tsx";
import { Icon, type IconName } from "../status/icon.tsx";
import styles from "./target-page.module.css";
import { useTargetSpeech } from "./use-target-speech.ts";
import { VerdictBadge } from "./verdict-badge.tsx";

interface Props {
  target: TargetDetailBody;
}

const possibilityIcons: Readonly<Record<NonNullable<TargetDetailBody["outlook"]>["possibility"], IconName>> =
  {
    guaranteed: "tick",
    possible: "half",
    impossible: "cross",
  };

export function OutlookCard({ target }: Props) {
  const { pick } = useLanguage();
  const { words } = useTargetSpeech();
  const { outlook } = target;
  if (outlook === null) return null;
  return (
    <Card heading={words.outlook}>
      <p className={styles.possibility} data-possibility={outlook.possibility}>
        <Icon name={possibilityIcons[outlook.possibility]} />
        <span>{pick(outlook.said)}</span>
      </p>
      {outlook.estimate === null && <p className={styles.soft}>{words.noEstimate}</p>}
    </Card>
  );
}

export function FormulaCard({ target }: Props) {
  const { words } = useTargetSpeech();
  if (target.substituted.length === 0) return null;
  return (
    <Card heading={words.detail.formula}>
      <dl className={styles.formulas}>
        {target.substituted.map(({ key, text, filled }) => (
          <div key={key}>
            <dt>{words.detail.formulas[key]}</dt>
            <dd>
              <span>{inTitles(text, target.inputs)}</span>
              <span className={styles.filled}>
                {filled === null ? (
                  <span className={styles.soft}>{words.detail.filledMissing}</span>
                ) : (
                  <>
                    = <strong>{filled}</strong>
                  </>
                )}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

/** A formula as a reader says it: names of figures in place of their ids. */
function inTitles(formula: string, inputs: TargetDetailBody["inputs"]): string {
  const titles = new Map(inputs.map(({ id, title }) => [id, `“${title}”`]));
  return formula.replace(/[\p{L}_][\p{L}\p{N}_]*/gu, (word) => titles.get(word) ?? word);
}

export function UnitsCard({ target }: Props) {
  const { words } = useTargetSpeech();
  const show = useShow();
  const { units } = target.judgement;
  if (units === null) return null;
  return (
    <Card
      heading={words.detail.units}
      note={words.detail.unitsReached(show.number(units.reached), show.number(units.of))}
    >
      <UnitList name={words.detail.short} agencies={units.short} />
      <UnitList name={words.detail.silent} agencies={units.silent} />
    </Card>
  );
}

function UnitList({ name, agencies }: { name: string; agencies: readonly AgencyName[] }) {
  const show = useShow();
  if (agencies.length === 0) return null;
  return (
    <div className={styles.units}>
      <h3>
        {name} <span className={styles.soft}>({show.number(agencies.length)})</span>
      </h3>
      <ul>
        {agencies.map(({ id, name: called }) => (
          <li key={id}>{called}</li>
        ))}
      </ul>
    </div>
  );
}

export function PartsCard({ target }: Props) {
  const { words } = useTargetSpeech();
  const { parts } = target.judgement;
  if (parts === null) return null;
  return (
    <Card heading={words.detail.parts}>
      <ul className={styles.list}>
        {parts.map((part) => (
          <li key={part.target}>
            <Link
              to="/plans/$plan/targets/$target"
              params={{ plan: target.documentId, target: part.target }}
              search={{}}
            >
              {part.title}
            </Link>
            <VerdictBadge verdict={part.verdict} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

export function TasksCard({ target }: Props) {
  const { words } = useTargetSpeech();
  return (
    <Card heading={words.detail.tasks}>
      {target.tasks.length === 0 ? (
        <p className={styles.soft}>{words.detail.tasksNone}</p>
      ) : (
        <ul className={styles.list}>
          {target.tasks.map(({ id, title, bucket }) => (
            <li key={id}>
              <Link
                to="/plans/$plan/assignments"
                params={{ plan: target.documentId }}
                search={{ task: id, role: "lead" }}
              >
                {title}
              </Link>
              {bucket !== null && <BucketName bucket={bucket} />}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
