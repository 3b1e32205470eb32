// The targets of a plan, by objective: how each stands, what lies ahead, what is missing.

import type { ObjectiveBody, TargetItem } from "@kehoach/server/contract";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { planQuery } from "../api/queries.ts";
import { targetsQuery } from "../api/target-queries.ts";
import { Button } from "../parts/button.tsx";
import { inputClass } from "../parts/field.tsx";
import { Empty, Loading, TroubleNotice } from "../parts/notice.tsx";
import { Card, Page } from "../parts/page.tsx";
import { showDate } from "../show/date.ts";
import { useShow } from "../show/use-show.ts";
import { TargetRow } from "./target-row.tsx";
import styles from "./targets-page.module.css";
import { readTargetsSearch, type TargetsSearch } from "./targets-search.ts";
import { useTargetSpeech } from "./use-target-speech.ts";
import { VerdictBadge, verdictOrder } from "./verdict-badge.tsx";

const route = "/plans/$plan/targets";

export function TargetsPage() {
  const { words } = useTargetSpeech();
  const { plan: id } = useParams({ from: route });
  const search = useSearch({ from: route });
  const plan = useQuery(planQuery(id));
  const targets = useQuery(targetsQuery(id));
  const broken = plan.isError ? plan : targets.isError ? targets : null;
  if (broken !== null) return <TroubleNotice error={broken.error} retry={() => void broken.refetch()} />;
  if (plan.data === undefined || targets.data === undefined) return <Loading lines={8} />;
  const { items, date, at } = targets.data;
  const shown = items.filter((target) => matches(target, search));
  return (
    <Page title={`${plan.data.number ?? plan.data.title} – ${words.title}`}>
      <div>
        <h1>{words.title}</h1>
        <p className={styles.intro}>{words.intro(showDate(date))}</p>
      </div>
      {items.length === 0 ? (
        <Empty icon="list" why={words.none} />
      ) : (
        <>
          <Verdicts items={items} />
          <Filters items={items} search={search} />
          {shown.length === 0 && <Empty icon="list" why={words.noneMatch} />}
          {groups(shown, plan.data.objectives).map(({ objective, targets: group }) => (
            <Card key={objective?.id ?? ""} heading={objective?.title ?? words.withoutObjective}>
              <ul>
                {group.map((target) => (
                  <TargetRow key={target.id} target={target} now={at} />
                ))}
              </ul>
            </Card>
          ))}
        </>
      )}
    </Page>
  );
}

function matches(target: TargetItem, { verdict, agency }: TargetsSearch): boolean {
  return (
    (verdict === undefined || target.judgement.verdict === verdict) &&
    (agency === undefined || agenciesOf(target).some(({ id }) => id === agency))
  );
}

/** Those that answer for the target or owe figures for it. */
function agenciesOf({ owner, reported }: TargetItem) {
  return [...(owner === null ? [] : [owner]), ...reported.missing.map(({ agency }) => agency)];
}

/** In the plan's order of objectives; an objective without targets is left out. */
function groups(items: readonly TargetItem[], objectives: readonly ObjectiveBody[]) {
  const held = Map.groupBy(items, ({ objective }) =>
    objectives.some(({ id }) => id === objective) ? objective : null,
  );
  return [...objectives, null].flatMap((objective) => {
    const targets = held.get(objective?.id ?? null) ?? [];
    return targets.length === 0 ? [] : [{ objective, targets }];
  });
}

function Verdicts({ items }: { items: readonly TargetItem[] }) {
  const show = useShow();
  return (
    <ul className={styles.verdicts}>
      {verdictOrder.map((verdict) => {
        const count = items.filter(({ judgement }) => judgement.verdict === verdict).length;
        return count === 0 ? null : (
          <li key={verdict} data-count={count}>
            <strong>{show.number(count)}</strong> <VerdictBadge verdict={verdict} />
          </li>
        );
      })}
    </ul>
  );
}

function Filters({ items, search }: { items: readonly TargetItem[]; search: TargetsSearch }) {
  const { words, judged } = useTargetSpeech();
  const navigate = useNavigate({ from: route });
  const agencies = [...new Map(items.flatMap(agenciesOf).map((agency) => [agency.id, agency])).values()];
  agencies.sort((a, b) => a.name.localeCompare(b.name, "vi"));
  const set = (key: keyof TargetsSearch, value: string) =>
    void navigate({ search: readTargetsSearch({ ...search, [key]: value }) });
  return (
    <search className={styles.filters} aria-label={words.filters}>
      <label>
        <span>{words.verdict}</span>
        <select
          className={inputClass}
          value={search.verdict ?? ""}
          onChange={(event) => set("verdict", event.target.value)}
        >
          <option value="">{words.anyVerdict}</option>
          {verdictOrder.map((verdict) => (
            <option key={verdict} value={verdict}>
              {judged.verdicts[verdict]}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{words.agency}</span>
        <select
          className={inputClass}
          value={search.agency ?? ""}
          onChange={(event) => set("agency", event.target.value)}
        >
          <option value="">{words.anyAgency}</option>
          {agencies.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <Button onClick={() => void navigate({ search: {} })} disabled={Object.keys(search).length === 0}>
        {words.clear}
      </Button>
    </search>
  );
}
