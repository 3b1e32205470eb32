// The authorities of the register: who holds which position, and who stands in for whom, as a dated version.

import type { DateText } from "./plan.ts";

/** Positions a person stands in for; those that look after the instance are personal. */
export const positionRoles = ["head", "clerk", "officer", "issuer", "vice_chair", "office"] as const;
export type PositionRole = (typeof positionRoles)[number];

export interface AuthoritiesDocument {
  kind: "authorities";
  id: string;
  title: string;
  from: DateText;
  source: string | null;
  /** The same person may stand here several times, with other days or another agency. */
  people: readonly PersonPosition[];
  authorities: readonly Authority[];
}

export interface PersonPosition {
  /** Of the person, as the host signs him in. */
  id: string;
  name: string;
  agency: string;
  roles: readonly PositionRole[];
  from: DateText;
  /** Last day; null: no end. */
  to: DateText | null;
}

/** Leave to act in somebody's place. */
export interface Authority {
  id: string;
  /** Who stands in, by person id. */
  substitute: string;
  /** Whom he stands in for, by person id. */
  standsFor: string;
  /** Null: the one agency in which the other one holds a position. */
  agency: string | null;
  /** Null: whatever the other one holds. */
  roles: readonly PositionRole[] | null;
  document: { number: string; date: DateText; issuer: string | null; title: string | null };
  /** First and last day on which it holds. */
  from: DateText;
  to: DateText;
}
