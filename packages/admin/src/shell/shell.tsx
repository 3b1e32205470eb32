// The frame around every page: demo bar, header, navigation, the page, the bottom bar of phones.

import { useQuery } from "@tanstack/react-query";
import { Link, Outlet, useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { instanceQuery, meQuery, plansQuery } from "../api/queries.ts";
import { useLanguage } from "../language/language.tsx";
import { Loading, TroubleNotice } from "../parts/notice.tsx";
import { Icon, type IconName } from "../status/icon.tsx";
import { ActingPerson } from "./acting-person.tsx";
import { DemoBar } from "./demo-bar.tsx";
import { givesTasks } from "./gives-tasks.ts";
import { LiveConnection } from "./live-connection.tsx";
import { ChangesPill, LiveStatus } from "./live-status.tsx";
import styles from "./shell.module.css";

export function Shell() {
  const me = useQuery(meQuery);
  const signedIn = me.data?.actor?.id ?? null;
  // Another person reads another stream, so the connection starts anew with the person.
  return (
    <LiveConnection key={signedIn ?? "nobody"} signedIn={signedIn !== null}>
      <Frame>
        {me.isPending ? (
          <Loading />
        ) : me.isError ? (
          <TroubleNotice error={me.error} retry={() => void me.refetch()} />
        ) : (
          <Outlet />
        )}
      </Frame>
    </LiveConnection>
  );
}

function Frame({ children }: { children: ReactNode }) {
  const { words, language, choose } = useLanguage();
  const instance = useQuery(instanceQuery);
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#main">
        {words.skip}
      </a>
      {instance.data?.demo === true && <DemoBar instance={instance.data} />}
      <header className={styles.header}>
        <div className={styles.headerInside}>
          <Link to="/" className={styles.brand} search={{}}>
            <Logo />
            <span className={styles.brandText}>
              {words.product}
              <span className={styles.brandLine}>{words.productLine}</span>
            </span>
          </Link>
          <Navigation place="top" />
          <div className={styles.tools}>
            <LiveStatus />
            <button
              type="button"
              className={styles.tool}
              onClick={() => choose(language === "vi" ? "en" : "vi")}
              aria-label={`${language === "vi" ? "EN" : "VI"} – ${words.languageSwitchLabel}`}
            >
              {language === "vi" ? "EN" : "VI"}
            </button>
            <ActingPerson />
          </div>
        </div>
      </header>
      <main id="main" className={styles.main} tabIndex={-1}>
        {children}
      </main>
      <ChangesPill />
      <Navigation place="bottom" />
    </div>
  );
}

function Navigation({ place }: { place: "top" | "bottom" }) {
  const { words } = useLanguage();
  const { plan } = useParams({ strict: false });
  const plans = useQuery(plansQuery);
  const first = plans.data?.items[0]?.documentId;
  const current = plan ?? first;
  const me = useQuery(meQuery);
  const gives = givesTasks(me.data);
  const several = (plans.data?.items.length ?? 0) > 1;
  return (
    <nav className={place === "top" ? styles.top : styles.bottom} aria-label={words.nav.label}>
      {several && (
        <Link to="/" search={{}} activeOptions={{ exact: true }} className={styles.item}>
          <Item icon="note" word={words.nav.plans} />
        </Link>
      )}
      {current !== undefined && (
        <>
          <Link
            to="/plans/$plan"
            params={{ plan: current }}
            search={{}}
            activeOptions={{ exact: true }}
            className={styles.item}
          >
            <Item icon="overview" word={words.nav.overview} />
          </Link>
          {place === "top" && (
            // Phones reach it from the overview: six or seven words are as many as fit there.
            <Link
              to="/plans/$plan/tasks"
              params={{ plan: current }}
              search={{}}
              activeOptions={{ includeSearch: false }}
              className={styles.item}
            >
              <Item icon="list" word={words.nav.tasks} />
            </Link>
          )}
          <Link
            to="/plans/$plan/targets"
            params={{ plan: current }}
            search={{}}
            activeOptions={{ includeSearch: false }}
            className={styles.item}
          >
            <Item icon="target" word={words.nav.targets} />
          </Link>
          <Link
            to="/plans/$plan/assignments"
            params={{ plan: current }}
            search={{}}
            activeOptions={{ includeSearch: false }}
            className={styles.item}
          >
            <Item icon="calendar" word={words.nav.list} />
          </Link>
          <Link
            to="/reports"
            search={{ plan: current }}
            activeOptions={{ includeSearch: false }}
            className={styles.item}
          >
            <Item icon="chart" word={words.nav.reports} />
          </Link>
        </>
      )}
      <Link to="/inbox" search={{}} className={styles.item}>
        <Item icon="inbox" word={words.nav.inbox} />
      </Link>
      {gives && (
        <Link to="/assign" search={{}} className={styles.item}>
          <Item icon="arrow" word={words.nav.assign} />
        </Link>
      )}
    </nav>
  );
}

function Item({ icon, word }: { icon: IconName; word: string }) {
  return (
    <>
      <Icon name={icon} size={18} />
      <span>{word}</span>
    </>
  );
}

function Logo() {
  return (
    <svg width="30" height="30" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect
        x=".75"
        y=".75"
        width="30.5"
        height="30.5"
        rx="7"
        fill="rgb(255 255 255 / 8%)"
        stroke="currentColor"
        strokeOpacity=".45"
      />
      <path
        d="M8 9h9M8 16h6M8 23h5"
        stroke="currentColor"
        strokeOpacity=".7"
        strokeWidth="2.6"
        strokeLinecap="round"
      />
      <path
        d="m16.5 19.5 3.6 3.600L26 13.5"
        stroke="currentColor"
        strokeWidth="3"
        fill="none"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
