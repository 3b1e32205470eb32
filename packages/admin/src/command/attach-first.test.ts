// Files ahead of a command: each once, what is attached stays, and nobody else's entry is slipped over.

import { expect, it } from "vitest";
import { type Attaching, attachFirst, type ChosenFile, NotAttached } from "./attach-first.ts";

const chosen = (name: string): ChosenFile => ({
  file: new File(["x"], name),
  product: null,
  requestId: name,
});
const signal = new AbortController().signal;

function attaching(refused: readonly string[], others: readonly string[] = []) {
  const sent: string[] = [];
  const entries: { seq: number; type: string; requestId: string }[] = [];
  const record = (type: string, requestId: string) =>
    entries.push({ seq: 6 + entries.length, type, requestId });
  for (const type of others) record(type, "somebody");
  const place: Attaching = {
    products: [],
    attach: async ({ requestId }) => {
      sent.push(requestId);
      if (refused.includes(requestId)) throw new Error("refused");
      record("attach", requestId);
    },
    history: async () => entries,
  };
  return { place, sent };
}

it("sends every file once and lets the command expect their entries", async () => {
  const { place, sent } = attaching([]);
  const files = [chosen("a"), chosen("b")];
  const attached = new Set<ChosenFile>();
  expect(await attachFirst(place, files, attached, 5, signal)).toBe(7);
  expect(await attachFirst(place, files, attached, 5, signal)).toBe(7);
  expect(sent).toEqual(["a", "b"]);
});

it("keeps what is attached when another file is refused, and says which", async () => {
  const { place, sent } = attaching(["b"]);
  const [a, b, c] = [chosen("a"), chosen("b"), chosen("c")];
  const attached = new Set<ChosenFile>();
  const failure = await attachFirst(place, [a, b, c], attached, 5, signal).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(NotAttached);
  expect(failure).toMatchObject({ file: "b" });
  expect([...attached]).toEqual([a]);
  // Without the refused one it goes on where it stopped.
  expect(await attachFirst(place, [a, c], attached, 5, signal)).toBe(7);
  expect(sent).toEqual(["a", "b", "c"]);
});

it("leaves a change by somebody else to be told as a conflict", async () => {
  const { place } = attaching([], ["remind"]);
  expect(await attachFirst(place, [chosen("a")], new Set(), 5, signal)).toBe(5);
  const foreign = attaching([], ["attach"]);
  expect(await attachFirst(foreign.place, [chosen("a")], new Set(), 5, signal)).toBe(5);
  expect(await attachFirst(foreign.place, [], new Set(), 5, signal)).toBe(5);
});
