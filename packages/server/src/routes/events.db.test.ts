// The event stream: entries as they are committed, resumed where a reader stopped, none that he may not read.

import { afterAll, beforeAll, expect, it } from "vitest";
import type { EventBody } from "../contract/index.ts";
import { as, openTestInstance, type TestInstance } from "../testing/test-instance.ts";

let instance: TestInstance;
let base = "";
const office = as("office", "van-phong-ubnd-tinh");

beforeAll(async () => {
  instance = await openTestInstance({ maxStreams: 3 });
  base = await instance.app.listen({ port: 0, host: "127.0.0.1" });
});

afterAll(() => instance.close());

interface Received {
  id: string;
  event: EventBody;
}

/** Reads a stream until `count` entries came, or for `milliseconds`. */
async function receive(
  headers: Record<string, string>,
  options: { count: number; milliseconds?: number; query?: string; onOpen?: () => Promise<void> },
): Promise<Received[]> {
  const { count, milliseconds = 10_000, query = "", onOpen } = options;
  const ending = new AbortController();
  const timer = setTimeout(() => ending.abort(), milliseconds);
  const received: Received[] = [];
  try {
    const answer = await fetch(`${base}/api/events${query}`, { headers, signal: ending.signal });
    expect(answer.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
    const reader = (answer.body ?? new ReadableStream<Uint8Array>())
      .pipeThrough(new TextDecoderStream())
      .getReader();
    let text = "";
    let opened = false;
    while (received.length < count) {
      const { value, done } = await reader.read();
      if (done) break;
      text += value;
      if (!opened) {
        opened = true;
        await onOpen?.();
      }
      const blocks = text.split("\n\n");
      text = blocks.pop() ?? "";
      for (const block of blocks) {
        const id = /^id: (.*)$/m.exec(block)?.[1];
        const data = /^data: (.*)$/m.exec(block)?.[1];
        if (id !== undefined && data !== undefined) received.push({ id, event: JSON.parse(data) });
      }
    }
  } catch (error) {
    if (!ending.signal.aborted) throw error;
  } finally {
    clearTimeout(timer);
    ending.abort();
  }
  return received;
}

async function remind(agency: string): Promise<void> {
  const { items } = await instance.engine.assignments({
    planId: instance.plan,
    task: "lap-ke-hoach",
    agency,
  });
  const outcome = await instance.engine.dispatch({
    target: "assignment",
    planId: instance.plan,
    assignmentId: items[0]?.id ?? "",
    type: "accept",
    actor: { id: "clerk", name: "Văn thư", agency, roles: ["clerk"] },
  });
  expect(outcome.accepted).toBe(true);
}

it("brings what is committed after it was opened, and nothing from before", async () => {
  const received = await receive(office, { count: 1, onOpen: () => remind("so-y-te") });
  expect(received).toHaveLength(1);
  expect(received[0]?.event).toMatchObject({ type: "accept", actor: "clerk", agency: { id: "so-y-te" } });
  expect(received[0]?.event).not.toHaveProperty("data");
});

it("resumes by Last-Event-ID without a gap or a repeat", async () => {
  const [first] = await receive(office, { count: 1, onOpen: () => remind("so-tu-phap") });
  await remind("so-tai-chinh");
  await remind("so-ldtbxh");
  const missed = await receive({ ...office, "last-event-id": first?.id ?? "" }, { count: 2 });
  expect(missed.map(({ event }) => event.agency?.id)).toEqual(["so-tai-chinh", "so-ldtbxh"]);
  const seqs = [first, ...missed].map((each) => each?.event.seq ?? 0);
  expect(seqs).toEqual([seqs[0], (seqs[0] ?? 0) + 1, (seqs[0] ?? 0) + 2]);
  const byQuery = await receive(office, {
    count: 2,
    query: `?cursor=${encodeURIComponent(first?.id ?? "")}`,
  });
  expect(byQuery).toEqual(missed);
});

it("brings no entry of a plan the reader may not read", async () => {
  const people = as("head", "cong-an-tinh");
  const { items } = await instance.engine.assignments({ planId: instance.other });
  const foreign = () =>
    instance.engine.dispatch({
      target: "assignment",
      planId: instance.other,
      assignmentId: items[0]?.id ?? "",
      type: "accept",
      actor: { id: "clerk", name: "Văn thư", agency: "so-tai-chinh", roles: ["clerk"] },
    });
  const received = await receive(people, {
    count: 1,
    onOpen: async () => {
      expect((await foreign()).accepted).toBe(true);
      await remind("cong-an-tinh");
    },
  });
  expect(received.map(({ event }) => event.planId)).toEqual([instance.plan]);
  const answer = await fetch(`${base}/api/events?plan=${instance.other}`, { headers: people });
  expect([answer.status, await codeOf(answer)]).toEqual([404, "not_found"]);
});

it("takes only so many streams, and gives places back", async () => {
  const ending = new AbortController();
  const open = () => fetch(`${base}/api/events`, { headers: office, signal: ending.signal });
  const streams = [await open(), await open(), await open()];
  expect(streams.map(({ status }) => status)).toEqual([200, 200, 200]);
  const refused = await fetch(`${base}/api/events`, { headers: office });
  expect([refused.status, refused.headers.get("retry-after"), await codeOf(refused)]).toEqual([
    503,
    "30",
    "too_many_streams",
  ]);
  ending.abort();
  await expect
    .poll(async () => {
      const next = new AbortController();
      const { status } = await fetch(`${base}/api/events`, { headers: office, signal: next.signal });
      next.abort();
      return status;
    })
    .toBe(200);
});

it("is closed to people who are not signed in", async () => {
  const answer = await fetch(`${base}/api/events`);
  expect([answer.status, await codeOf(answer)]).toEqual([401, "not_signed_in"]);
});

async function codeOf(answer: Response): Promise<string> {
  return JSON.parse(await answer.text()).code;
}
