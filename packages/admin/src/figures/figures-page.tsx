// Figures as officials report them: rates, ageing, the two weekly sheets with their files, and reminder letters.

import { sheetsWords } from "@kehoach/engine/words";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { type FormEvent, type ReactNode, useState } from "react";
import { apiAddress } from "../api/ask.ts";
import { figuresQuery, instanceQuery, plansQuery, remindersQuery, sheetQuery } from "../api/queries.ts";
import { useLanguage } from "../language/language.tsx";
import { RatesPanel } from "../overview/rates-panel.tsx";
import { Button, buttonClass } from "../parts/button.tsx";
import { Field } from "../parts/field.tsx";
import { Empty, Loading, TroubleNotice } from "../parts/notice.tsx";
import { Card, Page } from "../parts/page.tsx";
import { readDate, showDate } from "../show/date.ts";
import { useShow } from "../show/use-show.ts";
import styles from "./figures-page.module.css";
import { type FiguresSearch, searchText } from "./figures-search.ts";
import { SheetTable } from "./sheet-table.tsx";

export function FiguresPage() {
  const { language } = useLanguage();
  const words = sheetsWords[language].page;
  const { plan, asOf } = useSearch({ from: "/figures" });
  return (
    <Page title={words.title}>
      <h1>{words.title}</h1>
      <Choice key={`${plan} ${asOf}`} plan={plan} asOf={asOf} />
      <Summary plan={plan} asOf={asOf} />
      <Card heading={words.agencies}>
        <Sheet sheet="agencies" search={searchText({ plan, asOf, lang: language })} />
      </Card>
      <Card heading={words.tasks} note={words.tasksNow}>
        <Sheet sheet="tasks" search={searchText({ plan, lang: language })} />
      </Card>
      <Card heading={words.letters} note={words.lettersNote}>
        <Letters search={searchText({ plan, lang: language })} />
      </Card>
    </Page>
  );
}

/** Of which plan, and as recorded when. */
function Choice({ plan, asOf }: FiguresSearch) {
  const { language } = useLanguage();
  const words = sheetsWords[language].page;
  const navigate = useNavigate({ from: "/figures" });
  const plans = useQuery(plansQuery);
  const instance = useQuery(instanceQuery);
  const [typed, setTyped] = useState(asOf === undefined ? "" : showDate(asOf));
  const [wrong, setWrong] = useState(false);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const date = typed.trim() === "" ? undefined : readDate(typed);
    const future = typeof date === "string" && date > (instance.data?.today ?? date);
    setWrong(date === null || future);
    if (date !== null && !future)
      void navigate({
        search: { ...(plan === undefined ? {} : { plan }), ...(date === undefined ? {} : { asOf: date }) },
      });
  };
  return (
    <form className={styles.choice} onSubmit={send}>
      <Field label={words.scope} required>
        {(tied) => (
          <select
            {...tied}
            value={plan ?? ""}
            onChange={(event) =>
              void navigate({
                search: {
                  ...(event.target.value === "" ? {} : { plan: event.target.value }),
                  ...(asOf === undefined ? {} : { asOf }),
                },
              })
            }
          >
            <option value="">{words.everything}</option>
            {plans.data?.items.map((each) => (
              <option key={each.id} value={each.documentId}>
                {each.number ?? each.title}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={words.asOf} hint={words.asOfHint} error={wrong ? words.badDate : null}>
        {(tied) => (
          <input
            {...tied}
            inputMode="numeric"
            placeholder="31/12/2017"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" kind="primary">
        {words.show}
      </Button>
    </form>
  );
}

function Summary({ plan, asOf }: FiguresSearch) {
  const { words: admin, language } = useLanguage();
  const words = sheetsWords[language].page;
  const show = useShow();
  const query = useQuery(figuresQuery(searchText({ plan, asOf })));
  if (query.isPending) return <Loading />;
  if (query.isError) return <TroubleNotice error={query.error} retry={() => void query.refetch()} />;
  const { total, staleDays } = query.data;
  const { ageing, stale, returns } = total;
  const silent = Object.values(stale).reduce((sum, count) => sum + count, 0);
  return (
    <Card heading={admin.overview.rates}>
      <RatesPanel rates={total.rates} />
      <dl className={styles.ageing}>
        <dt>{words.ageing}</dt>
        {(Object.keys(ageing) as (keyof typeof ageing)[]).map((band) => (
          <dd key={band} data-band={band}>
            {words.bands[band]}: <strong>{show.number(ageing[band])}</strong>
          </dd>
        ))}
      </dl>
      <p>{words.stale(show.number(silent), show.number(staleDays))}</p>
      <p>
        {words.returns(
          show.number(returns.times),
          show.number(returns.objective),
          show.number(returns.subjective),
        )}
      </p>
    </Card>
  );
}

function Sheet({ sheet, search }: { sheet: "agencies" | "tasks"; search: string }) {
  const { language } = useLanguage();
  const words = sheetsWords[language].page;
  const query = useQuery(sheetQuery(sheet, search));
  if (query.isPending) return <Loading />;
  if (query.isError) return <TroubleNotice error={query.error} retry={() => void query.refetch()} />;
  return (
    <>
      <SheetTable sheet={query.data} />
      <p className={styles.files}>
        <Download path={`sheets/${sheet}/xlsx?${search}`}>{words.xlsx}</Download>
        <Download path={`sheets/${sheet}/docx?${search}`}>{words.docx}</Download>
      </p>
    </>
  );
}

function Letters({ search }: { search: string }) {
  const { language } = useLanguage();
  const words = sheetsWords[language].page;
  const show = useShow();
  const query = useQuery(remindersQuery(search));
  if (query.isPending) return <Loading />;
  if (query.isError) return <TroubleNotice error={query.error} retry={() => void query.refetch()} />;
  if (query.data.items.length === 0) return <Empty why={words.lettersNone} />;
  return (
    <ul className={styles.letters}>
      {query.data.items.map(({ issuer, agency, overdue }) => (
        <li key={`${issuer.id} ${agency.id}`}>
          <Download path={`reminders/${issuer.id}/${agency.id}/docx?${search}`}>
            {words.letter(agency.name, show.number(overdue))}
          </Download>
        </li>
      ))}
    </ul>
  );
}

function Download({ path, children }: { path: string; children: ReactNode }) {
  return (
    <a className={buttonClass("plain", true)} href={apiAddress(path)} download>
      {children}
    </a>
  );
}
