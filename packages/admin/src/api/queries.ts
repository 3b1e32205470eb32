// What pages read, as query options: one place for addresses and cache keys.

import type { AssignmentItem, Bucket, HistoryItem, Inbox } from "@kehoach/server/contract";
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { ask } from "./ask.ts";

/** Filters the server applies to a list of assignments. */
export interface ListFilter {
  agency?: string | undefined;
  objective?: string | undefined;
  task?: string | undefined;
  role?: "lead" | "coordinator" | undefined;
  bucket?: Bucket | undefined;
  text?: string | undefined;
}

const segment = encodeURIComponent;

/** Everything that depends on the plan's rows; what live changes make stale. */
export const liveKey = ["live"] as const;

export const instanceQuery = queryOptions({
  queryKey: [...liveKey, "instance"],
  queryFn: ({ signal }) => ask<"instance">("instance", { signal }),
});

export const meQuery = queryOptions({
  queryKey: ["me"],
  queryFn: ({ signal }) => ask<"me">("me", { signal }),
});

export const identitiesQuery = queryOptions({
  queryKey: ["identities"],
  queryFn: ({ signal }) => ask<"identities">("identities", { signal }),
  staleTime: Number.POSITIVE_INFINITY,
});

export const plansQuery = queryOptions({
  queryKey: [...liveKey, "plans"],
  queryFn: ({ signal }) => ask<"plans">("plans", { signal }),
});

export const planQuery = (plan: string) =>
  queryOptions({
    queryKey: [...liveKey, "plan", plan],
    queryFn: ({ signal }) => ask<"plan">(`plans/${segment(plan)}`, { signal }),
  });

/** Only for those who may see evidence; for all others there is nothing to find. */
export const filesQuery = (plan: string, id: string) =>
  queryOptions({
    queryKey: [...liveKey, "files", plan, id],
    queryFn: ({ signal }) =>
      ask<"files">(`plans/${segment(plan)}/assignments/${segment(id)}/files`, { signal }),
  });

/** `search` is the query string of the question. */
export const figuresQuery = (search: string) =>
  queryOptions({
    queryKey: [...liveKey, "figures", search],
    queryFn: ({ signal }) => ask<"figures">(`figures?${search}`, { signal }),
  });

export const sheetQuery = (sheet: "agencies" | "tasks", search: string) =>
  queryOptions({
    queryKey: [...liveKey, "sheet", sheet, search],
    queryFn: ({ signal }) => ask<"sheet">(`sheets/${sheet}?${search}`, { signal }),
  });

export const remindersQuery = (search: string) =>
  queryOptions({
    queryKey: [...liveKey, "reminders", search],
    queryFn: ({ signal }) => ask<"reminders">(`reminders?${search}`, { signal }),
  });

export const planCommandsQuery = (plan: string) =>
  queryOptions({
    queryKey: [...liveKey, "plan-commands", plan],
    queryFn: ({ signal }) => ask<"planCommands">(`plans/${segment(plan)}/commands`, { signal }),
  });

/** Entries of a plan after one, at most 200, oldest first. */
export const planHistoryQuery = (plan: string, after: number) =>
  queryOptions({
    queryKey: [...liveKey, "plan-history", plan, after],
    queryFn: ({ signal }) =>
      ask<"planHistory">(`plans/${segment(plan)}/history?limit=200&after=${after}`, { signal }),
  });

/** The whole ledger of a plan, newest entry first. */
export const ledgerQuery = (plan: string, filter: { kind?: string; agency?: string }) =>
  infiniteQueryOptions({
    queryKey: [...liveKey, "ledger", plan, filter],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ first: "newest", limit: "50", ...filter });
      if (pageParam !== null) query.set("after", pageParam);
      return ask<"planHistory">(`plans/${segment(plan)}/history?${query}`, { signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });

export const versionsQuery = (plan: string) =>
  queryOptions({
    queryKey: [...liveKey, "versions", plan],
    queryFn: ({ signal }) => ask<"versions">(`plans/${segment(plan)}/versions`, { signal }),
  });

export const versionQuery = (plan: string, version: number) =>
  queryOptions({
    queryKey: ["version", plan, version],
    queryFn: ({ signal }) => ask<"version">(`plans/${segment(plan)}/versions/${version}`, { signal }),
  });

/** The text of the version in force. */
export const sourceQuery = (plan: string) =>
  queryOptions({
    queryKey: [...liveKey, "source", plan],
    queryFn: ({ signal }) => ask<"source">(`plans/${segment(plan)}/source`, { signal }),
  });

export const assignmentsQuery = (plan: string, filter: ListFilter, limit = 100) =>
  infiniteQueryOptions({
    queryKey: [...liveKey, "assignments", plan, filter, limit],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ limit: String(limit) });
      for (const [key, value] of Object.entries(filter))
        if (value !== undefined && value !== "") query.set(key, value);
      if (pageParam !== null) query.set("after", pageParam);
      return ask<"assignments">(`plans/${segment(plan)}/assignments?${query}`, { signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });

/** Every assignment a filter matches, all pages read. */
export const allAssignmentsQuery = (plan: string, filter: ListFilter) =>
  queryOptions({
    queryKey: [...liveKey, "all-assignments", plan, filter],
    queryFn: async ({ signal }) => {
      const found: AssignmentItem[] = [];
      let after: string | null = null;
      do {
        const query = new URLSearchParams({ limit: "200" });
        for (const [key, value] of Object.entries(filter))
          if (value !== undefined && value !== "") query.set(key, value);
        if (after !== null) query.set("after", after);
        const page: { items: AssignmentItem[]; next: string | null } = await ask<"assignments">(
          `plans/${segment(plan)}/assignments?${query}`,
          { signal },
        );
        found.push(...page.items);
        after = page.next;
      } while (after !== null);
      return found;
    },
  });

export const assignmentQuery = (plan: string, id: string) =>
  queryOptions({
    queryKey: [...liveKey, "assignment", plan, id],
    queryFn: ({ signal }) =>
      ask<"assignment">(`plans/${segment(plan)}/assignments/${segment(id)}`, { signal }),
  });

/** `authority`: in whose place the person would act; empty: nobody's. */
export const commandsQuery = (plan: string, id: string, authority = "") =>
  queryOptions({
    queryKey: [...liveKey, "commands", plan, id, authority],
    queryFn: ({ signal }) => {
      const query = authority === "" ? "" : `?authority=${encodeURIComponent(authority)}`;
      const path = `plans/${segment(plan)}/assignments/${segment(id)}/commands${query}`;
      return ask<"commands">(path, { signal });
    },
  });

/** The whole history of one assignment, oldest first. */
export const historyQuery = (plan: string, id: string) =>
  queryOptions({
    queryKey: [...liveKey, "history", plan, id],
    queryFn: async ({ signal }) => {
      const entries: HistoryItem[] = [];
      let after: string | null = null;
      do {
        const query = new URLSearchParams({ limit: "200", ...(after === null ? {} : { after }) });
        const page: { items: HistoryItem[]; next: string | null } = await ask<"history">(
          `plans/${segment(plan)}/assignments/${segment(id)}/history?${query}`,
          { signal },
        );
        entries.push(...page.items);
        after = page.next;
      } while (after !== null);
      return entries;
    },
  });

export const lifecycleQuery = (plan: string, id: string) =>
  queryOptions({
    queryKey: ["lifecycle", plan, id],
    queryFn: ({ signal }) => ask<"lifecycle">(`plans/${segment(plan)}/lifecycles/${segment(id)}`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const inboxQuery = queryOptions({
  queryKey: [...liveKey, "inbox"],
  queryFn: async ({ signal }) => {
    const first: Inbox = await ask<"inbox">("inbox?limit=200", { signal });
    const items = [...first.items];
    for (let next = first.next; next !== null; ) {
      const page: Inbox = await ask<"inbox">(`inbox?limit=200&after=${segment(next)}`, { signal });
      items.push(...page.items);
      next = page.next;
    }
    return { items, toConfirm: first.toConfirm, toDecide: first.toDecide };
  },
});
