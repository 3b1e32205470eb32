// Reads a server-sent event stream with `fetch`, so that the place to resume from can be given on every attempt.

export interface StreamEvent {
  /** Empty when the server gave none. */
  id: string;
  event: string;
  data: string;
}

/** Splits the text of a stream into events; keeps what is not complete yet. */
export function createEventParser(found: (event: StreamEvent) => void): (text: string) => void {
  let rest = "";
  let fields: StreamEvent = { id: "", event: "message", data: "" };
  let started = false;
  const finish = () => {
    if (started) found(fields);
    fields = { id: "", event: "message", data: "" };
    started = false;
  };
  return (text) => {
    const lines = (rest + text).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? "";
    for (const line of lines) {
      if (line === "") {
        finish();
        continue;
      }
      const colon = line.indexOf(":");
      if (colon === 0) continue;
      const field = colon < 0 ? line : line.slice(0, colon);
      const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
      if (field === "data") {
        fields.data = started && fields.data !== "" ? `${fields.data}\n${value}` : value;
        started = true;
      } else if (field === "event") fields.event = value;
      else if (field === "id") fields.id = value;
    }
  };
}

/** Resolves when the stream ends; rejects when it cannot be opened or breaks. */
export async function readEventStream(
  address: string,
  options: {
    lastEventId: string | null;
    signal: AbortSignal;
    opened: () => void;
    found: (event: StreamEvent) => void;
  },
): Promise<void> {
  const response = await fetch(address, {
    headers: {
      accept: "text/event-stream",
      ...(options.lastEventId === null ? {} : { "last-event-id": options.lastEventId }),
    },
    credentials: "same-origin",
    cache: "no-store",
    signal: options.signal,
  });
  if (!response.ok || response.body === null) throw new Error(`The stream answered ${response.status}.`);
  options.opened();
  const parse = createEventParser(options.found);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    parse(value);
  }
}
