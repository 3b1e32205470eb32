// One target: how it stands and why, how it went, what lies ahead, the figures behind it, and entering new ones.

import type { TargetDetailBody } from "@kehoach/server/contract";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { planQuery } from "../api/queries.ts";
import { targetQuery } from "../api/target-queries.ts";
import { useLanguage } from "../language/language.tsx";
import { Loading, TroubleNotice } from "../parts/notice.tsx";
import { Card, Page } from "../parts/page.tsx";
import { TargetReadings } from "../readings/target-readings.tsx";
import { showDate } from "../show/date.ts";
import { SourceClauses } from "../source/source-clauses.tsx";
import { Icon } from "../status/icon.tsx";
import { ReadingsCard } from "./readings-card.tsx";
import { FormulaCard, OutlookCard, PartsCard, TasksCard, UnitsCard } from "./target-facts.tsx";
import styles from "./target-page.module.css";
import { currentText, levelText, partsText } from "./target-text.ts";
import { TrajectoryCard } from "./trajectory-card.tsx";
import { useTargetSpeech } from "./use-target-speech.ts";
import { VerdictBadge } from "./verdict-badge.tsx";

export function TargetPage() {
  const { words } = useTargetSpeech();
  const { plan: id, target: targetId } = useParams({ from: "/plans/$plan/targets/$target" });
  const plan = useQuery(planQuery(id));
  const query = useQuery(targetQuery(id, targetId));
  const broken = plan.isError ? plan : query.isError ? query : null;
  if (broken !== null) return <TroubleNotice error={broken.error} retry={() => void broken.refetch()} />;
  if (plan.data === undefined || query.data === undefined) return <Loading lines={8} />;
  const target = query.data;
  const { source, assumption, understood } = target;
  const annotated = source.length > 0 || assumption !== null || understood !== null;
  const objective = plan.data.objectives.find((each) => each.id === target.objective);
  return (
    <Page title={`${target.title} – ${words.title}`}>
      <header className={styles.head}>
        <p>
          <Link to="/plans/$plan/targets" params={{ plan: id }} search={{}} className={styles.back}>
            <Icon name="back" />
            {words.detail.back}
          </Link>
        </p>
        <h1>{target.title}</h1>
        <p className={styles.soft}>
          {[
            words.types[target.type],
            target.owner === null ? words.noOwner : `${words.owner}: ${target.owner.name}`,
            objective === undefined ? null : `${words.detail.objective}: ${objective.title}`,
          ]
            .filter((part) => part !== null)
            .join(" · ")}
        </p>
        <Standing target={target} />
      </header>
      <OneCase target={target} />
      <TrajectoryCard target={target} />
      <div className={styles.pair}>
        <OutlookCard target={target} />
        <FormulaCard target={target} />
        <UnitsCard target={target} />
        <PartsCard target={target} />
      </div>
      <ReadingsCard target={target} />
      <TargetReadings target={target} />
      <div className={styles.pair}>
        <TasksCard target={target} />
        {annotated && (
          <Card heading={words.detail.source}>
            <SourceClauses of={target} statements={plan.data.statements} />
          </Card>
        )}
      </div>
    </Page>
  );
}

function Standing({ target }: { target: TargetDetailBody }) {
  const { pick } = useLanguage();
  const speech = useTargetSpeech();
  const { words } = speech;
  const value = currentText(target, speech);
  const parts = partsText(target, speech);
  const level = levelText(target, speech);
  return (
    <div className={styles.standing}>
      <div className={styles.figures}>
        <p className={styles.figure}>
          <span className={styles.caption}>{words.now}</span>
          <strong data-value={target.judgement.value ?? ""}>
            {value ?? (target.lastReadingAt === null ? words.notReported : words.noFigure)}
          </strong>
          {parts !== null && parts !== value && <span className={styles.soft}>{parts}</span>}
        </p>
        {level !== null && (
          <p className={styles.figure}>
            <span className={styles.caption}>{words.level}</span>
            <strong>{level}</strong>
          </p>
        )}
        <VerdictBadge verdict={target.judgement.verdict} provisional={target.judgement.provisional} large />
      </div>
      <p className={styles.said} data-said>
        {pick(target.said)}
      </p>
      <p className={styles.soft}>{words.detail.span(showDate(target.span.from), showDate(target.span.to))}</p>
    </div>
  );
}

function OneCase({ target }: { target: TargetDetailBody }) {
  const { words, judged } = useTargetSpeech();
  const { oneCase } = target.judgement;
  if (oneCase === null) return null;
  const say = oneCase.by === 1 ? words.detail.oneCase.more : words.detail.oneCase.fewer;
  return (
    <p className={styles.warning} data-one-case>
      <Icon name="triangle" />
      <span>
        <strong>{words.detail.oneCase.heading}.</strong>{" "}
        {say(words.detail.oneCase.parts[oneCase.part], judged.judged[oneCase.verdict])}
      </span>
    </p>
  );
}
