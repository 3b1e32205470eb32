// Figures are saved as far as they are right.

import { expect, it, vi } from "vitest";
import { type SentReading, saveReadings } from "./save-readings.ts";

const sent = (input: string, value: string): SentReading => ({
  input,
  period: "2017-02",
  status: "official",
  value,
});

const impossible = { code: "value_impossible", vi: "không thể", en: "impossible" };

it("asks once where everything is right", async () => {
  const send = vi.fn(async () => null);
  const outcome = await saveReadings([sent("a", "1"), sent("b", "2")], send);
  expect([outcome.saved, outcome.refused.size, send.mock.calls.length]).toEqual([["a", "b"], 0, 1]);
});

it("keeps what is right and names what is wrong", async () => {
  const stored: string[] = [];
  const outcome = await saveReadings([sent("a", "1"), sent("bad", "2"), sent("c", "3")], async (group) => {
    if (group.some(({ input }) => input === "bad")) return impossible;
    stored.push(...group.map(({ input }) => input));
    return null;
  });
  expect(stored).toEqual(["a", "c"]);
  expect(outcome.saved).toEqual(["a", "c"]);
  expect([...outcome.refused]).toEqual([["bad", impossible]]);
});

it("saves a part after its whole, whatever their order", async () => {
  const stored = new Set<string>();
  const outcome = await saveReadings(
    [sent("part", "20"), sent("whole", "25"), sent("bad", "1")],
    async (group) => {
      for (const { input } of group) {
        if (input === "bad" || (input === "part" && !stored.has("whole"))) return impossible;
      }
      for (const { input } of group) stored.add(input);
      return null;
    },
  );
  expect([...outcome.saved].sort()).toEqual(["part", "whole"]);
  expect([...outcome.refused.keys()]).toEqual(["bad"]);
});

it("does not guess when no answer came", async () => {
  await expect(
    saveReadings([sent("a", "1"), sent("b", "2")], async () => {
      throw new Error("no answer");
    }),
  ).rejects.toThrow("no answer");
});
