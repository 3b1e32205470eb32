// Parsing server-sent events across arbitrary cuts.

import { describe, expect, it } from "vitest";
import { createEventParser, type StreamEvent } from "./event-stream.ts";

function parse(...chunks: string[]): StreamEvent[] {
  const events: StreamEvent[] = [];
  const feed = createEventParser((event) => events.push(event));
  for (const chunk of chunks) feed(chunk);
  return events;
}

describe("event stream", () => {
  it("reads id, event and data", () => {
    expect(parse('id: a:1\nevent: entry\ndata: {"seq":1}\n\n')).toEqual([
      { id: "a:1", event: "entry", data: '{"seq":1}' },
    ]);
  });

  it("does not mind where the text is cut", () => {
    const text = ": hello\n\nid: 1\ndata: one\ndata: two\n\nid: 2\r\ndata: three\r\n\r\n";
    const whole = parse(text);
    expect(whole.map((event) => event.data)).toEqual(["one\ntwo", "three"]);
    expect(parse(...text)).toEqual(whole);
  });

  it("passes over comments and events without data", () => {
    expect(parse(": ping\n\n", "retry: 3000\n\n")).toEqual([]);
  });
});
