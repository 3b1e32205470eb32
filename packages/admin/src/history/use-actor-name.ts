// What a person is called in entries: by name where the instance knows the person, else by id.

import { useQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import { identitiesQuery, meQuery } from "../api/queries.ts";
import { useLanguage } from "../language/language.tsx";

export function useActorName(): (id: string) => string {
  const { words, pick } = useLanguage();
  const me = useQuery(meQuery);
  const identities = useQuery({ ...identitiesQuery, enabled: me.data?.canSwitch === true });
  const known = identities.data?.items;
  return useCallback(
    (id) => {
      if (id === "clock") return words.history.system;
      const identity = known?.find((each) => each.id === id);
      return identity === undefined
        ? id
        : [pick(identity.title), identity.agency?.name].filter(Boolean).join(" · ");
    },
    [known, words, pick],
  );
}
