// The one table from a code to an HTTP status; a code without a row does not compile.

import type { EngineErrorCode, RefusalCode } from "@kehoach/engine";
import type { serverWords } from "@kehoach/engine/words";

/** Codes of the server's own: what is wrong with a request before the engine is asked. */
export type RequestTroubleCode = keyof typeof serverWords.vi.troubles;

const refusals: Readonly<Record<RefusalCode, number>> = {
  unknown_plan: 404,
  unknown_task: 404,
  unknown_assignment: 404,
  unknown_command: 404,
  wrong_state: 409,
  not_your_role: 403,
  plan_not_in_force: 409,
  waits_for_predecessor: 409,
  reason_required: 422,
  document_required: 422,
  product_required: 422,
  answer_required: 422,
  own_work: 403,
  coordinators_pending: 409,
  due_required: 422,
  changes_nothing: 409,
  conflict: 409,
  request_reused: 422,
  in_the_future: 422,
  entered_too_late: 422,
  demo_data: 403,
  occurrence_exists: 409,
  not_an_event_task: 422,
  register_document_missing: 409,
  register_document_exists: 409,
  already_issued: 409,
  not_issuable: 422,
  percent_out_of_range: 422,
  agency_required: 422,
  decided_by_required: 422,
  cause_unconfirmed: 422,
  handler_required: 422,
  declined_too_late: 409,
  no_extensions_left: 409,
  content_elsewhere: 403,
  unknown_product: 404,
  file_required: 422,
  file_too_large: 413,
  file_name_invalid: 422,
  file_type_not_taken: 415,
  file_content_differs: 422,
  issuer_changed: 422,
  task_id_retired: 422,
  state_not_in_lifecycle: 409,
  not_withdrawable: 409,
  period_not_over: 409,
  not_in_report: 404,
};

const engineErrors: Readonly<Record<EngineErrorCode, number>> = {
  data_directory_damaged: 500,
  data_directory_foreign: 500,
  data_directory_in_use: 503,
  data_directory_other_version: 500,
  data_directory_unusable: 500,
  database_failed: 503,
  database_migration_failed: 500,
  database_migrations_out_of_order: 500,
  database_newer_than_engine: 500,
  database_not_durable: 500,
  database_options_invalid: 500,
  database_unreachable: 503,
  database_unsupported: 500,
  demo_data_present: 500,
  engine_closed: 503,
  file_damaged: 500,
  file_store_failed: 503,
  instance_file_damaged: 422,
  instance_file_other_format: 422,
  instance_not_empty: 409,
  port_taken: 500,
  request_invalid: 400,
  too_many_commands: 503,
  unknown_plan: 404,
};

const requestTroubles: Readonly<Record<RequestTroubleCode, number>> = {
  not_signed_in: 401,
  no_identity_provider: 401,
  cross_site: 403,
  not_found: 404,
  not_allowed: 403,
  unknown_identity: 404,
  invalid_request: 400,
  body_too_large: 413,
  unsupported_media: 415,
  date_backwards: 409,
  date_too_far: 422,
  clock_busy: 409,
  too_many_streams: 503,
  too_many_uploads: 503,
  internal: 500,
};

const statuses: Readonly<Record<RefusalCode | EngineErrorCode | RequestTroubleCode, number>> = {
  ...refusals,
  ...engineErrors,
  ...requestTroubles,
};

/** The HTTP status of an answer with this code. */
export function statusOf(code: RefusalCode | EngineErrorCode | RequestTroubleCode): number {
  return statuses[code];
}
