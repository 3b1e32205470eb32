// SHA-256 over text and bytes, in any JavaScript environment.

import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** Lower-case hex SHA-256 of the bytes. */
export function digestBytes(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}

/** Lower-case hex SHA-256 of the text's UTF-8. */
export function digestText(text: string): string {
  return digestBytes(utf8ToBytes(text));
}

/** Digest of an erasable text. The salt keeps an erased body from being guessed back. */
export function saltedDigest(salt: string, body: string): string {
  return digestText(`${salt}\n${body}`);
}
