// Text of others made safe for a terminal: nothing in it moves the cursor or turns the reading order.

/** Keeps line feeds and tabs; drops other control characters, escape sequences and bidirectional overrides. */
export function plain(text: string): string {
  return text
    .replaceAll("\r\n", "\n")
    .replace(/\p{Cc}|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, (found) =>
      found === "\n" || found === "\t" ? found : "",
    );
}
