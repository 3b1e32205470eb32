// What waits for the person acting, by what needs him now; leading and coordinating apart.

import { useQuery } from "@tanstack/react-query";
import { inboxQuery, meQuery } from "../api/queries.ts";
import { useLanguage } from "../language/language.tsx";
import { AssignmentRow } from "../list/assignment-row.tsx";
import { Empty, Loading, TroubleNotice } from "../parts/notice.tsx";
import { Card, Page } from "../parts/page.tsx";
import { useShow } from "../show/use-show.ts";
import { toneClass } from "../status/badge.tsx";
import { Icon } from "../status/icon.tsx";
import { bucketLooks, type Look } from "../status/looks.ts";
import { ConfirmTogether } from "./confirm-together.tsx";
import styles from "./inbox-page.module.css";
import { type InboxGroup, type InboxItems, type InboxPart, sortInbox } from "./sort-inbox.ts";

export function InboxPage() {
  const { words, pick } = useLanguage();
  const me = useQuery(meQuery);
  const actor = me.data?.actor ?? null;
  const inbox = useQuery({ ...inboxQuery, enabled: actor !== null });
  const heading = actor?.agency ? words.inbox.of(actor.agency.name) : words.inbox.heading;
  return (
    <Page title={words.inbox.heading}>
      <div>
        <h1>{heading}</h1>
        {actor !== null && <p>{pick(actor.title)}</p>}
      </div>
      {me.isSuccess && actor === null && (
        <Empty icon="person" why={words.inbox.noActor} next={words.inbox.noActorNext} />
      )}
      {actor !== null && inbox.isPending && <Loading lines={6} />}
      {inbox.isError && <TroubleNotice error={inbox.error} retry={() => void inbox.refetch()} />}
      {inbox.isSuccess && <Parts inbox={inbox.data} />}
    </Page>
  );
}

const looks: Readonly<Record<InboxGroup, Look>> = {
  overdue: bucketLooks.overdue,
  dueSoon: bucketLooks.due_soon,
  returned: { icon: "back", tone: "blocked" },
  toDecide: { icon: "person", tone: "blocked" },
  toConfirm: bucketLooks.awaiting_confirmation,
  waiting: { icon: "hourglass", tone: "off" },
  later: bucketLooks.in_time,
};

function Parts({ inbox }: { inbox: InboxItems }) {
  const { words } = useLanguage();
  const parts = sortInbox(inbox);
  const decides = inbox.toConfirm.length + inbox.toDecide.length > 0;
  const leads = inbox.items.some((item) => item.role === "lead");
  const own = decides ? (leads ? words.inbox.leadAndDecide : words.inbox.decidePart) : words.inbox.leadPart;
  if (parts.length === 0) return <Empty why={words.inbox.zero} next={words.inbox.zeroNext} />;
  return parts.map(({ name, groups }) => (
    <section key={name} className={styles.part} aria-labelledby={`part-${name}`} data-part={name}>
      <div>
        <h2 id={`part-${name}`}>{name === "coordination" ? words.inbox.coordination : own}</h2>
        {name === "coordination" && <p className={styles.note}>{words.inbox.coordinationNote}</p>}
      </div>
      {groups.map((group) => (
        <Group key={group.name} {...group} />
      ))}
    </section>
  ));
}

function Group({ name, items }: InboxPart["groups"][number]) {
  const { words } = useLanguage();
  const show = useShow();
  const others = name === "toConfirm" || name === "toDecide";
  return (
    <Card
      level={3}
      heading={
        <span className={[styles.heading, toneClass(looks[name].tone)].join(" ")}>
          <Icon name={looks[name].icon} size={18} />
          {words.inbox[name]}
          <span className={styles.count}>{show.number(items.length)}</span>
        </span>
      }
    >
      {name === "toConfirm" && items.length > 1 && <ConfirmTogether items={items} />}
      <ul data-group={name}>
        {items.map((item) => (
          <AssignmentRow
            key={item.id}
            item={item}
            plan={item.planId}
            called={others ? "task" : "task only"}
          />
        ))}
      </ul>
    </Card>
  );
}
