// Identifiers from the platform's cryptographic randomness: UUIDv7 and salts.

import type { Micros } from "../ledger/entry.ts";
import type { Ids } from "./engine.ts";

function hex(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += byte.toString(16).padStart(2, "0");
  return text;
}

/** UUIDv7 (RFC 9562): 48 bits of milliseconds, then random bits. */
function uuidv7(now: Micros): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  let milliseconds = Math.floor(now / 1000);
  for (let index = 5; index >= 0; index -= 1) {
    bytes[index] = milliseconds % 256;
    milliseconds = Math.floor(milliseconds / 256);
  }
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const text = hex(bytes);
  return `${text.slice(0, 8)}-${text.slice(8, 12)}-${text.slice(12, 16)}-${text.slice(16, 20)}-${text.slice(20)}`;
}

export const randomIds: Ids = {
  uuid: uuidv7,
  salt: () => hex(crypto.getRandomValues(new Uint8Array(16))),
};
