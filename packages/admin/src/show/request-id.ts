// A fresh idempotency key for a command.

/** 128 random bits as hex. `crypto.randomUUID` is missing where an office serves the pages over plain HTTP. */
export function newRequestId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
}
