// The digest of what a command asks, so that a reused idempotency key with another body is noticed.

import { canonicalJson } from "./canonical-json.ts";
import { digestText } from "./digest.ts";

/** Digest of a command's body. Free texts are left out: their digests must not be guessable after an erasure;
 *  they are compared with the stored salted digests instead. */
export function requestHash(body: Readonly<Record<string, unknown>>): string {
  return digestText(canonicalJson(body));
}
