// What waits for the person acting: what presses first, leading and coordinating apart.

import type { AssignmentItem } from "@kehoach/server/contract";
import { useQuery } from "@tanstack/react-query";
import { inboxQuery, meQuery } from "../api/queries.ts";
import { useLanguage } from "../language/language.tsx";
import { AssignmentRow } from "../list/assignment-row.tsx";
import { Empty, Loading, TroubleNotice } from "../parts/notice.tsx";
import { Card, Page } from "../parts/page.tsx";
import { sortInbox } from "./sort-inbox.ts";

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
      {inbox.isSuccess && <Groups items={inbox.data.items} toConfirm={inbox.data.toConfirm} />}
    </Page>
  );
}

function Groups({
  items,
  toConfirm,
}: {
  items: readonly AssignmentItem[];
  toConfirm: readonly AssignmentItem[];
}) {
  const { words } = useLanguage();
  const groups = sortInbox(items, toConfirm);
  if (groups.length === 0) return <Empty why={words.inbox.zero} next={words.inbox.zeroNext} />;
  return groups.map(({ name, items: members }) => (
    <Card
      key={name}
      heading={`${words.inbox[name]} (${members.length})`}
      note={name === "coordination" ? words.inbox.coordinationNote : undefined}
    >
      <ul data-group={name}>
        {members.map((item) => (
          <AssignmentRow
            key={item.id}
            item={item}
            plan={item.planId}
            called={name === "toConfirm" ? "task" : "task only"}
          />
        ))}
      </ul>
    </Card>
  ));
}
