// What `decide` answers: the entries a command makes, or why it makes none.

import type { WhoRole } from "../language/plan.ts";
import type { EntryDraft } from "../ledger/entry.ts";
import type { ActorRole } from "./command.ts";

export interface Accepted {
  accepted: true;
  entries: readonly EntryDraft[];
  /** Free texts, to be stored apart and erasable. */
  texts: readonly ErasableText[];
  /** Attached files, to be stored apart and erasable. Absent: none. */
  files?: readonly EvidenceFile[];
  /** Digests of texts and files whose contents go for good. */
  erased: readonly string[];
  effects: readonly EffectDraft[];
}

export interface ErasableText {
  /** Salted digest, lower-case hex SHA-256 of salt and body. */
  digest: string;
  /** Lower-case hex. */
  salt: string;
  body: string;
}

export interface EvidenceFile {
  /** Salted digest, as `fileDigest` makes it. */
  digest: string;
  /** Lower-case hex. */
  salt: string;
  /** Lower-case hex SHA-256 of the bytes, by which they are stored. */
  content: string;
  name: string;
  type: string;
  /** Bytes. */
  size: number;
}

/** Something to happen outside, delivered at least once with a stable id. */
export interface EffectDraft {
  kind: "notify";
  /** The agency to be told. */
  agency: string;
  /** Why, e.g. "opened", "due_soon", "overdue", "returned", "reminded", "handed_back", "escalated_office". */
  reason: string;
  assignmentId: string;
}

export const refusalCodes = [
  "unknown_plan",
  "unknown_task",
  "unknown_assignment",
  "unknown_command",
  "wrong_state",
  "not_your_role",
  "plan_not_in_force",
  "waits_for_predecessor",
  "reason_required",
  "document_required",
  "product_required",
  "answer_required",
  "own_work",
  "coordinators_pending",
  "due_required",
  "changes_nothing",
  "conflict",
  "request_reused",
  "in_the_future",
  "entered_too_late",
  "demo_data",
  "occurrence_exists",
  "not_an_event_task",
  "register_document_missing",
  "register_document_exists",
  "unknown_authority",
  "authority_not_in_force",
  "authority_empty",
  "already_issued",
  "not_issuable",
  "percent_out_of_range",
  "agency_required",
  "decided_by_required",
  "handler_required",
  "declined_too_late",
  "no_extensions_left",
  "cause_unconfirmed",
  "content_elsewhere",
  "unknown_product",
  "file_required",
  "file_too_large",
  "file_name_invalid",
  "file_type_not_taken",
  "file_content_differs",
  "issuer_changed",
  "task_id_retired",
  "state_not_in_lifecycle",
  "not_withdrawable",
  "readings_required",
  "unknown_input",
  "unknown_period",
  "not_its_reporter",
  "reported_elsewhere",
  "period_not_begun",
  "official_too_early",
  "official_stands",
  "value_impossible",
  "part_over_whole",
  "confirmation_required",
  "figures_required",
  "period_not_over",
  "not_in_report",
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** Why a command was not taken, and who could or what would. */
export interface Refusal {
  accepted: false;
  code: RefusalCode;
  vi: string;
  en: string;
  /** Commands the same actor may send to the same target now. */
  allowed: readonly string[];
  /** Who could send the command; empty when nobody could now. */
  whoCould: readonly (WhoRole | ActorRole)[];
}
