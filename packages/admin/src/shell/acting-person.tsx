// Who is acting: shown in the header and, in a demo, switched in a dialogue.

import { foldText } from "@kehoach/engine/words";
import type { Identity } from "@kehoach/server/contract";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ask } from "../api/ask.ts";
import { identitiesQuery, meQuery } from "../api/queries.ts";
import { useLanguage } from "../language/language.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { inputClass } from "../parts/field.tsx";
import { Empty, Hidden, Loading, TroubleNotice } from "../parts/notice.tsx";
import { Icon } from "../status/icon.tsx";
import styles from "./acting-person.module.css";

export function ActingPerson() {
  const { words, pick } = useLanguage();
  const me = useQuery(meQuery);
  const [choosing, setChoosing] = useState(false);
  const actor = me.data?.actor ?? null;
  const face = (
    <>
      <Icon name="person" />
      <Hidden>{words.acting.label}: </Hidden>
      <span className={styles.face}>
        <span className={styles.title}>{actor === null ? words.acting.nobody : pick(actor.title)}</span>
        {actor?.agency && <span className={styles.agency}>{actor.agency.name}</span>}
      </span>
    </>
  );
  if (me.data?.canSwitch !== true) return <span className={styles.person}>{face}</span>;
  return (
    <>
      <button
        type="button"
        className={styles.person}
        onClick={() => setChoosing(true)}
        aria-haspopup="dialog"
      >
        {face}
        <Icon name="chevron" />
      </button>
      {choosing && <ChooseIdentity current={actor?.id ?? null} onClose={() => setChoosing(false)} />}
    </>
  );
}

function ChooseIdentity({ current, onClose }: { current: string | null; onClose: () => void }) {
  const { words } = useLanguage();
  const client = useQueryClient();
  const identities = useQuery(identitiesQuery);
  const [text, setText] = useState("");
  const choose = useMutation({
    mutationFn: (identity: string) => ask<"chooseMe">("me", { body: { identity } }),
    onSuccess: async (me) => {
      client.setQueryData(meQuery.queryKey, me);
      onClose();
      // What may be read and done depends on who is acting, so nothing read before is kept.
      await client.resetQueries({
        predicate: (query) => query.queryKey[0] !== "identities" && query.queryKey[0] !== "me",
      });
    },
  });
  const wanted = foldText(text);
  const found = (identities.data?.items ?? []).filter((item) =>
    foldText(`${item.name} ${item.title.en} ${item.agency?.name ?? ""} ${item.agency?.short ?? ""}`).includes(
      wanted,
    ),
  );
  return (
    <Dialog title={words.acting.choose} onClose={onClose}>
      <div className={styles.choose}>
        <input
          type="search"
          className={inputClass}
          value={text}
          onChange={(event) => setText(event.target.value)}
          placeholder={words.acting.search}
          aria-label={words.acting.search}
        />
        {choose.error !== null && <TroubleNotice error={choose.error} />}
        {identities.isPending && <Loading />}
        {identities.error !== null && (
          <TroubleNotice error={identities.error} retry={() => void identities.refetch()} />
        )}
        {identities.isSuccess && found.length === 0 && <Empty why={words.acting.noMatch} icon="person" />}
        {groupsOf(found, words.acting.issuerSide).map(([name, members]) => (
          <section key={name}>
            <h3 className={styles.group}>{name}</h3>
            <ul className={styles.members}>
              {members.map((identity) => (
                <li key={identity.id}>
                  <IdentityButton
                    identity={identity}
                    chosen={identity.id === current}
                    disabled={choose.isPending}
                    onChoose={() => choose.mutate(identity.id)}
                  />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

function IdentityButton(props: {
  identity: Identity;
  chosen: boolean;
  disabled: boolean;
  onChoose: () => void;
}) {
  const { words, pick } = useLanguage();
  const { identity, chosen, disabled, onChoose } = props;
  return (
    <button
      type="button"
      className={styles.identity}
      aria-pressed={chosen}
      disabled={disabled}
      onClick={onChoose}
      data-identity={identity.id}
    >
      <Icon name={chosen ? "tick" : "person"} />
      {pick(identity.title)}
      {chosen && <span className={styles.current}>({words.acting.current})</span>}
    </button>
  );
}

const withinAgency = new Set(["head", "clerk", "officer"]);

/** The issuer's side first, then each agency with its positions. */
function groupsOf(identities: readonly Identity[], issuerSide: string): [string, Identity[]][] {
  const groups = new Map<string, Identity[]>();
  for (const identity of identities) {
    const own = identity.roles.some((role) => withinAgency.has(role));
    const name = own && identity.agency !== null ? identity.agency.name : issuerSide;
    groups.set(name, [...(groups.get(name) ?? []), identity]);
  }
  return [...groups];
}
