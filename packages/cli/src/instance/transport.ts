// Carries requests of the contract to a server: one that runs elsewhere, or one made for this command alone.

export interface Answered {
  status: number;
  /** Parsed JSON; for other media the text. */
  body: unknown;
}

export interface Transport {
  send(method: "GET" | "POST", path: string, body?: unknown): Promise<Answered>;
  /** The lines of a streamed answer; throws for any other status than 200. */
  lines(path: string): AsyncIterable<string>;
}
