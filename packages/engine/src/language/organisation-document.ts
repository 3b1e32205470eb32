// The organisation document: agencies and groups of a province, as a dated version in the register.

import type { DateText } from "./plan.ts";

/** assigned: under the issuer, given tasks (giao). requested: courts, procuracy, vertical and mass bodies, asked for
 *  them (đề nghị); followed and never rated. */
export const standings = ["assigned", "requested"] as const;
export type Standing = (typeof standings)[number];

export const agencyKinds = [
  "committee",
  "department",
  "district",
  "commune",
  "vertical",
  "judicial",
  "party",
  "mass",
  "unit",
  "other",
] as const;
/** committee: UBND tỉnh and its office. department: sở, ban, ngành. vertical: ngành dọc. judicial: courts, procuracy.
 *  mass: Mặt trận, đoàn thể. unit: public service units (đơn vị sự nghiệp). */
export type AgencyKind = (typeof agencyKinds)[number];

export interface OrganisationDocument {
  kind: "organisation";
  id: string;
  title: string;
  /** First day this version holds. */
  from: DateText;
  /** The act it rests on; null when none is named. */
  source: string | null;
  agencies: readonly Agency[];
  groups: readonly AgencyGroup[];
}

export interface Agency {
  id: string;
  name: string;
  abbreviation: string | null;
  /** Codes are dated attributes, never keys. */
  codes: readonly AgencyCode[];
  kind: AgencyKind;
  parent: string | null;
  /** Ids of the groups it belongs to. */
  groups: readonly string[];
  standing: Standing;
  /** First day it exists. */
  from: DateText;
  /** Last day it exists; null while it stands. */
  to: DateText | null;
}

export interface AgencyCode {
  code: string;
  from: DateText;
  to: DateText | null;
}

export interface AgencyGroup {
  id: string;
  name: string;
}
