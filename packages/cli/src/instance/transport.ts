// Carries requests of the contract to a server: one that runs elsewhere, or one made for this command alone.

export interface Answered {
  status: number;
  /** Parsed JSON; for other media the text. */
  body: unknown;
}

export interface Transport {
  send(method: "GET" | "POST", path: string, body?: unknown): Promise<Answered>;
  /** Sends bytes as they are. */
  upload(path: string, headers: Readonly<Record<string, string>>, bytes: Uint8Array): Promise<Answered>;
  /** Bytes with the name the server gives them; null: not found. Throws for any other status than 200. */
  download(path: string): Promise<{ name: string; bytes: Uint8Array } | null>;
  /** The lines of a streamed answer; throws for any other status than 200. */
  lines(path: string): AsyncIterable<string>;
}
