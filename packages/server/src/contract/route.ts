// What a row of the contract's table says of one route.

import type { TSchema } from "typebox";

export interface Route {
  readonly method: "GET" | "POST";
  /** Below `/api`, with `:name` for parameters. */
  readonly path: string;
  readonly summary: { readonly vi: string; readonly en: string };
  readonly params?: TSchema;
  readonly query?: TSchema;
  readonly headers?: TSchema;
  readonly body?: TSchema;
  /** Media type of the body where it is not JSON: then it is read as it streams in. */
  readonly takes?: "application/octet-stream";
  /** The answer of status 200; for a stream, of its text. */
  readonly answer: TSchema;
  /** Media type where it is not JSON. */
  readonly media?:
    | "text/event-stream"
    | "application/x-ndjson"
    | "application/octet-stream"
    | typeof xlsx
    | typeof docx;
}

/** Media types of spreadsheets and documents. */
export const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
export const docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
