// The one error class the engine throws: misuse or broken infrastructure, never a Problem, Question or Refusal.

/** Every code an EngineError can carry. Each stands in docs/reference; adding one means documenting it. */
export const engineErrorCodes = [
  "data_directory_damaged",
  "data_directory_foreign",
  "data_directory_in_use",
  "data_directory_other_version",
  "data_directory_unusable",
  "database_failed",
  "database_migration_failed",
  "database_migrations_out_of_order",
  "database_newer_than_engine",
  "database_not_durable",
  "database_options_invalid",
  "database_unreachable",
  "database_unsupported",
  "demo_data_present",
  "engine_closed",
  "file_damaged",
  "file_store_failed",
  "instance_file_damaged",
  "instance_file_other_format",
  "instance_not_empty",
  "port_taken",
  "request_invalid",
  "too_many_commands",
  "unknown_plan",
] as const;

export type EngineErrorCode = (typeof engineErrorCodes)[number];

/** What an EngineError is made of, besides its code. */
export interface EngineErrorParts {
  /** The message in Vietnamese. */
  readonly vi: string;
  /** The message in English; it becomes `Error.message`. */
  readonly en: string;
  /** Facts for a program to read; never a password or a connection string. */
  readonly details?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
}

/** Misuse or broken infrastructure. Branch on `code`; the messages are for people and may change. */
export class EngineError extends Error {
  override readonly name = "EngineError";
  readonly code: EngineErrorCode;
  /** The message in Vietnamese; `message` holds the English one. */
  readonly vi: string;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: EngineErrorCode, parts: EngineErrorParts) {
    super(parts.en, parts.cause === undefined ? undefined : { cause: parts.cause });
    this.code = code;
    this.vi = parts.vi;
    this.details = parts.details ?? {};
  }
}
