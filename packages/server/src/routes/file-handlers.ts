// Handlers for files as evidence: taking one in as it streams, listing them, handing one out to be saved.

import { Readable } from "node:stream";
import { fileTypes } from "@kehoach/engine";
import { agencyName } from "../read/plan-facts.ts";
import { refusalBody } from "../read/refusal-body.ts";
import { RefusalTrouble, RequestTrouble } from "../trouble.ts";
import type { World } from "../world.ts";
import type { Handlers } from "./handler.ts";

export function fileHandlers(world: World): Handlers<"attach" | "files" | "file"> {
  const { engine } = world;
  let uploads = 0;
  return {
    async attach({ facts, params, query, actor, request }) {
      if (!(request.body instanceof Readable)) throw new RequestTrouble("unsupported_media");
      if (uploads >= world.maxUploads) throw new RequestTrouble("too_many_uploads");
      uploads += 1;
      try {
        const outcome = await engine.attach({
          planId: facts.summary.plan.id,
          assignmentId: params.id,
          product: query.product,
          name: nameIn(request.headers["x-file-name"]),
          bytes: chunksOf(request.body),
          actor,
          requestId: textIn(request.headers["idempotency-key"]),
          source: world.sourceOf(request),
        });
        if (!outcome.accepted) throw new RefusalTrouble(outcome);
        return outcome;
      } finally {
        uploads -= 1;
      }
    },
    async files({ facts, params, actor }) {
      const found = await engine.files(facts.summary.plan.id, params.id, actor);
      // Whether there is such an assignment is nobody's to learn who may not see its evidence.
      if (found === null) throw new RequestTrouble("not_found");
      const { items, refusal } = found;
      return {
        items: items.map((item) => ({
          ...item,
          agency: item.agency === null ? null : agencyName(facts, item.agency),
        })),
        extensions: Object.values(fileTypes).flatMap((type) => type.extensions.map((each) => `.${each}`)),
        refusal: refusalBody(refusal),
      };
    },
    async file({ facts, params, actor, reply }) {
      const found = await engine.file(facts.summary.plan.id, params.digest, actor);
      if (found === null) throw new RequestTrouble("not_found");
      const { name, type, bytes } = found;
      reply.type(fileTypes[type].media).headers({
        "content-length": bytes.byteLength,
        "content-disposition": dispositionOf(name),
        // Should a browser show it after all, it shows it as a page that may do nothing.
        "content-security-policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
      });
      return Readable.from(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    },
  };
}

function textIn(header: string | string[] | undefined): string | undefined {
  return typeof header === "string" ? header : undefined;
}

function nameIn(header: string | string[] | undefined): string {
  try {
    return decodeURIComponent(textIn(header) ?? "");
  } catch {
    throw new RequestTrouble("invalid_request", "headers/x-file-name");
  }
}

/** The chunks, without ending the connection where the engine stops reading: the answer still has to go out. */
async function* chunksOf(body: Readable): AsyncGenerator<Uint8Array> {
  try {
    yield* body.iterator({ destroyOnReturn: false });
  } catch {
    throw new RequestTrouble("invalid_request", {
      vi: "tệp gửi lên bị đứt giữa chừng",
      en: "the upload broke off",
    });
  }
}

/** To be saved, never shown; the plain name for old programs, the true one for all others (RFC 6266, RFC 8187). */
function dispositionOf(name: string): string {
  const plain = name.replaceAll(/[^A-Za-z0-9 ._-]/g, "_");
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*!]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
