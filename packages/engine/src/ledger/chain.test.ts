// The hash chain: linked, order-sensitive, and broken by any change of any column.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "./canonical-json.ts";
import { chainFault, chainStart, extendChain, genesis, hashEntry } from "./chain.ts";
import type { Entry, EntryDraft } from "./entry.ts";

const planId = "01890a5d-ac96-774b-bcce-b302099a8057";

function draft(part: number): EntryDraft {
  return {
    format: 1,
    planId,
    requestId: `r${part}`,
    part: 0,
    requestHash: "0".repeat(64),
    recordedAt: 1_000 + part,
    effectiveAt: 900 + part,
    actor: "văn thư",
    onBehalfOf: part % 2 === 0 ? null : "Phó Giám đốc",
    agency: "cong-an-tinh",
    source: "api",
    planVersion: 1,
    assignmentId: null,
    type: "accept",
    data: { outcome: { stage: "in_progress" } },
  };
}

function chain(length: number): Entry[] {
  const entries: Entry[] = [];
  let head = { seq: 0, hash: genesis(planId) };
  for (let part = 0; part < length; part += 1) {
    const entry = extendChain(head, draft(part));
    entries.push(entry);
    head = entry;
  }
  return entries;
}

function faultOf(entries: readonly Entry[]): string | null {
  let position = chainStart(planId);
  for (const entry of entries) {
    const fault = chainFault(position, entry);
    if (fault !== null) return fault;
    position = { planId, seq: entry.seq, hash: entry.hash, recordedAt: entry.recordedAt };
  }
  return null;
}

describe("the chain", () => {
  it("continues from the genesis of its own plan", () => {
    expect(faultOf(chain(5))).toBeNull();
    expect(chain(1)[0]?.prevHash).toBe(genesis(planId));
    expect(genesis(planId)).not.toBe(genesis("01890a5d-ac96-774b-bcce-b302099a8058"));
  });

  it("tells a null from an empty text and a text from its neighbours", () => {
    const [entry] = chain(1);
    if (entry === undefined) throw new Error("no entry");
    expect(hashEntry({ ...entry, onBehalfOf: null })).not.toBe(hashEntry({ ...entry, onBehalfOf: "" }));
    expect(hashEntry({ ...entry, actor: "ab", agency: "c" })).not.toBe(
      hashEntry({ ...entry, actor: "a", agency: "bc" }),
    );
  });

  it("finds a change of any column", () => {
    const columns = Object.keys(chain(1)[0] ?? {}) as (keyof Entry)[];
    expect(columns).toHaveLength(18);
    fc.assert(
      fc.property(fc.nat(4), fc.constantFrom(...columns), (index, column) => {
        const entries = chain(5);
        const entry = entries[index];
        if (entry === undefined) return;
        const value = entry[column];
        entries[index] = { ...entry, [column]: typeof value === "number" ? value + 1 : `${value ?? ""}x` };
        expect(faultOf(entries)).not.toBeNull();
      }),
      { seed: 42, numRuns: 200 },
    );
  });

  it("finds an entry left out, put twice or moved", () => {
    const entries = chain(6);
    const [a, b, c, ...rest] = entries;
    if (a === undefined || b === undefined || c === undefined) throw new Error("too short");
    expect(faultOf([a, c, ...rest])).toBe("gap");
    expect(faultOf([a, b, b, c, ...rest])).toBe("gap");
    expect(faultOf([b, a, c, ...rest])).toBe("gap");
    expect(faultOf([{ ...a, planId: "other" }])).toBe("wrong_plan");
  });
});

describe("canonical JSON", () => {
  it("is the same for the same data, and reads back as it", () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { seed: 42, numRuns: 200 },
    );
    expect(canonicalJson({ b: 1, a: [undefined === null, { d: null, c: "ệ" }] })).toBe(
      '{"a":[false,{"c":"ệ","d":null}],"b":1}',
    );
  });

  it("refuses what JSON would lose silently", () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, 1n, new Map(), new Date(0), () => 1]) {
      expect(() => canonicalJson({ value })).toThrow(TypeError);
    }
  });
});
