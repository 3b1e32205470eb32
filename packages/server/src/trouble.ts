// What is wrong with a request, thrown by handlers and turned into an answer in one place.

import { EngineError, type Refusal } from "@kehoach/engine";
import { serverWords } from "@kehoach/engine/words";
import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import type { Trouble } from "./contract/index.ts";
import { type RequestTroubleCode, statusOf } from "./status-of.ts";

/** Thrown by a handler: the request cannot be answered, and whoever sent it can mend that. */
export class RequestTrouble extends Error {
  override readonly name = "RequestTrouble";
  readonly body: Trouble;
  readonly status: number;

  /** `detail` completes the sentence; give one in both languages where it is not a bare name or date. */
  constructor(code: RequestTroubleCode, detail?: string | { vi: string; en: string }) {
    const facts = typeof detail === "object" ? detail : { vi: detail, en: detail };
    const body = {
      code,
      vi: serverWords.vi.troubles[code]({ detail: facts.vi }),
      en: serverWords.en.troubles[code]({ detail: facts.en }),
    };
    super(body.en);
    this.body = body;
    this.status = statusOf(code);
  }
}

/** Thrown for a refusal of the engine, to be answered with its status. */
export class RefusalTrouble extends Error {
  override readonly name = "RefusalTrouble";
  readonly body: Trouble;
  readonly status: number;

  constructor(refusal: Refusal) {
    super(refusal.en);
    const { code, vi, en, allowed, whoCould } = refusal;
    this.body = { code, vi, en, allowed: [...allowed], whoCould: [...whoCould] };
    this.status = statusOf(code);
  }
}

/** Answers an error: known ones by their table, all others as `internal` with the request's id and nothing else. */
export function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { status, body } = troubleOf(error, request.id);
  if (status === 503 && !reply.hasHeader("retry-after")) reply.header("retry-after", "5");
  if (status >= 500) request.log.error({ err: error }, "request failed");
  return reply.code(status).type("application/json; charset=utf-8").send(body);
}

function troubleOf(error: FastifyError, requestId: string): { status: number; body: Trouble } {
  if (error instanceof RequestTrouble || error instanceof RefusalTrouble) return error;
  if (error instanceof EngineError) {
    return { status: statusOf(error.code), body: { code: error.code, vi: error.vi, en: error.message } };
  }
  if (error.code === "FST_ERR_CTP_BODY_TOO_LARGE") return new RequestTrouble("body_too_large");
  if (error.code === "FST_ERR_CTP_INVALID_MEDIA_TYPE") return new RequestTrouble("unsupported_media");
  if (error.validation !== undefined) {
    const first = error.validation[0];
    const at = `${error.validationContext ?? "request"}${first?.instancePath ?? ""}`;
    const trouble = new RequestTrouble("invalid_request", `${at} ${first?.message ?? ""}`.trim());
    return { status: trouble.status, body: { ...trouble.body, at } };
  }
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
    return new RequestTrouble("invalid_request", { vi: "không đọc được nội dung", en: "it cannot be read" });
  }
  return new RequestTrouble("internal", requestId);
}
