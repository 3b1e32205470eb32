// The agencies of one organisation document: by id, as of a date, by group and by place in the tree.

/** assigned: given tasks (giao). requested: asked for them (đề nghị); followed and never rated. */
export type Standing = "assigned" | "requested";

/** What the lookups need of an agency; every date `yyyy-mm-dd`. */
export interface AgencyRecord {
  id: string;
  name: string;
  abbreviation: string | null;
  codes: readonly { code: string; from: string; to: string | null }[];
  parent: string | null;
  groups: readonly string[];
  standing: Standing;
  /** First day it exists. */
  from: string;
  /** Last day it exists; null while it stands. */
  to: string | null;
}

export interface OrganisationRecord<A extends AgencyRecord = AgencyRecord> {
  agencies: readonly A[];
  groups: readonly { id: string; name: string }[];
}

export interface Organisation<A extends AgencyRecord = AgencyRecord> {
  /** Null when the document has no such agency, whatever the date. */
  agency(id: string): A | null;
  /** Every agency of the document, those that have ended too, in its order. */
  all(): readonly A[];
  /** The agencies that exist on the date, in the document's order. */
  asOf(date: string): readonly A[];
  exists(id: string, date: string): boolean;
  hasGroup(groupId: string): boolean;
  /** Null when the document has no such group. */
  groupName(groupId: string): string | null;
  /** The group's agencies that exist on the date, sorted by id; empty for an unknown group. */
  groupMembers(groupId: string, date: string): readonly A[];
  /** Ids of the bodies above an agency, nearest first; stops before repeating one. */
  ancestors(id: string): readonly string[];
  /** Null when the document has no such agency. */
  standing(id: string): Standing | null;
  /** The agency's code on the date; null when it had none. The one that began last wins. */
  code(id: string, date: string): string | null;
}

/** Of several agencies with one id the first counts. */
export function createOrganisation<A extends AgencyRecord>(document: OrganisationRecord<A>): Organisation<A> {
  const agencies = new Map<string, A>();
  for (const agency of document.agencies) if (!agencies.has(agency.id)) agencies.set(agency.id, agency);
  const names = new Map(document.groups.map((group) => [group.id, group.name]));
  const members = new Map<string, A[]>();
  for (const agency of agencies.values()) {
    for (const group of new Set(agency.groups)) {
      const list = members.get(group);
      if (list === undefined) members.set(group, [agency]);
      else list.push(agency);
    }
  }
  for (const list of members.values()) list.sort((a, b) => (a.id < b.id ? -1 : 1));

  return {
    agency: (id) => agencies.get(id) ?? null,
    all: () => [...agencies.values()],
    asOf: (date) => [...agencies.values()].filter((agency) => holds(agency, date)),
    exists(id, date) {
      const agency = agencies.get(id);
      return agency !== undefined && holds(agency, date);
    },
    hasGroup: (groupId) => names.has(groupId),
    groupName: (groupId) => names.get(groupId) ?? null,
    groupMembers: (groupId, date) => (members.get(groupId) ?? []).filter((agency) => holds(agency, date)),
    ancestors(id) {
      const above: string[] = [];
      const seen = new Set([id]);
      let parent = agencies.get(id)?.parent ?? null;
      while (parent !== null && !seen.has(parent)) {
        seen.add(parent);
        above.push(parent);
        parent = agencies.get(parent)?.parent ?? null;
      }
      return above;
    },
    standing: (id) => agencies.get(id)?.standing ?? null,
    code(id, date) {
      let latest: { code: string; from: string } | null = null;
      for (const code of agencies.get(id)?.codes ?? []) {
        if (holds(code, date) && (latest === null || code.from > latest.from)) latest = code;
      }
      return latest?.code ?? null;
    },
  };
}

function holds(span: { from: string; to: string | null }, date: string): boolean {
  return span.from <= date && (span.to === null || date <= span.to);
}
