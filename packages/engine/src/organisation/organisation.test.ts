// Agencies: whether they exist on a date, who belongs to a group, who stands above, which code held.

import { describe, expect, it } from "vitest";
import { type AgencyRecord, createOrganisation } from "./organisation.ts";

const agency = (id: string, more: Partial<AgencyRecord> = {}): AgencyRecord => ({
  id,
  name: id,
  abbreviation: null,
  codes: [],
  parent: null,
  groups: [],
  standing: "assigned",
  from: "1991-01-01",
  to: null,
  ...more,
});

const organisation = createOrganisation({
  groups: [
    { id: "districts", name: "Các huyện" },
    { id: "empty", name: "Chưa có" },
  ],
  agencies: [
    agency("province"),
    agency("vinh", { parent: "province", groups: ["districts"], to: "2025-06-30" }),
    agency("hoang-mai", {
      parent: "province",
      groups: ["districts", "districts"],
      from: "2013-04-03",
      to: "2025-06-30",
    }),
    agency("ward", {
      parent: "vinh",
      codes: [
        { code: "000.01", from: "2014-01-01", to: "2020-12-31" },
        { code: "H41.01", from: "2020-09-01", to: null },
      ],
    }),
    agency("court", { standing: "requested" }),
    agency("loop-a", { parent: "loop-b" }),
    agency("loop-b", { parent: "loop-a" }),
  ],
});

describe("organisation", () => {
  it("knows agencies whatever the date, and whether they exist on it", () => {
    expect(organisation.agency("vinh")?.to).toBe("2025-06-30");
    expect(organisation.agency("constructor")).toBeNull();
    expect(organisation.exists("vinh", "2025-06-30")).toBe(true);
    expect(organisation.exists("vinh", "2025-07-01")).toBe(false);
    expect(organisation.exists("hoang-mai", "2013-04-02")).toBe(false);
    expect(organisation.exists("nobody", "2017-01-01")).toBe(false);
  });

  it("lists who exists on a date", () => {
    const ids = (date: string): string[] => organisation.asOf(date).map((each) => each.id);
    expect(ids("2010-01-01")).not.toContain("hoang-mai");
    expect(ids("2017-01-01")).toContain("hoang-mai");
    expect(ids("2026-01-01")).toEqual(["province", "ward", "court", "loop-a", "loop-b"]);
  });

  it("sorts the members of a group by id", () => {
    const ids = (group: string, date: string): string[] =>
      organisation.groupMembers(group, date).map((each) => each.id);
    expect(ids("districts", "2017-01-01")).toEqual(["hoang-mai", "vinh"]);
    expect(ids("districts", "2010-01-01")).toEqual(["vinh"]);
    expect(ids("empty", "2017-01-01")).toEqual([]);
    expect(ids("unknown", "2017-01-01")).toEqual([]);
    expect([organisation.hasGroup("empty"), organisation.hasGroup("unknown")]).toEqual([true, false]);
    expect(organisation.groupName("districts")).toBe("Các huyện");
  });

  it("climbs the tree and survives a loop", () => {
    expect(organisation.ancestors("ward")).toEqual(["vinh", "province"]);
    expect(organisation.ancestors("loop-a")).toEqual(["loop-b"]);
    expect(organisation.ancestors("nobody")).toEqual([]);
  });

  it("tells standing and the code of the day", () => {
    expect(organisation.standing("court")).toBe("requested");
    expect(organisation.standing("nobody")).toBeNull();
    expect(organisation.code("ward", "2013-12-31")).toBeNull();
    expect(organisation.code("ward", "2017-01-01")).toBe("000.01");
    expect(organisation.code("ward", "2020-10-01")).toBe("H41.01");
    expect(organisation.code("ward", "2024-01-01")).toBe("H41.01");
  });
});
