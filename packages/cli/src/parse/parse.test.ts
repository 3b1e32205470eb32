// Holds how people's own writing of dates, documents and persons is read.

import { startOfDay } from "@kehoach/engine/calendar";
import { describe, expect, it } from "vitest";
import { Misuse } from "../misuse.ts";
import { openSession } from "../session.ts";
import { parseActor, parseDecision, readerOf, requireActor } from "./actor.ts";
import { parseCommandData } from "./command-data.ts";
import { parseDate, parseInstant } from "./date.ts";
import { parsePort } from "./port.ts";

function sessionWith(environment: Record<string, string> = {}) {
  return openSession([], {
    write: () => {},
    writeError: () => {},
    workingDirectory: ".",
    environment,
    colour: false,
  });
}

const session = sessionWith();

function codeOf(attempt: () => unknown): string {
  try {
    attempt();
  } catch (error) {
    if (error instanceof Misuse) return error.code;
    throw error;
  }
  return "none";
}

describe("dates", () => {
  it("are read as Vietnamese and as ISO dates", () => {
    expect(parseDate(session, "5/1/2017")).toBe("2017-01-05");
    expect(parseDate(session, "05/01/2017")).toBe("2017-01-05");
    expect(parseDate(session, "2017-01-05")).toBe("2017-01-05");
    for (const wrong of ["31/6/2017", "2017-02-29", "mai", "", "1/1/17"]) {
      expect(codeOf(() => parseDate(session, wrong))).toBe("badDate");
    }
  });

  it("alone mean the day's end, or now when it is today", () => {
    const noon = startOfDay("2017-03-01") + 12 * 3_600_000_000;
    expect(parseInstant(session, "01/03/2017", noon)).toBe(noon);
    expect(parseInstant(session, "28/02/2017", noon)).toBe(startOfDay("2017-03-01") - 1);
    expect(parseInstant(session, "01/03/2017 08:30", noon)).toBe(
      startOfDay("2017-03-01") + 8.5 * 3_600_000_000,
    );
    expect(parseInstant(session, "2017-03-01T08:30", noon)).toBe(
      startOfDay("2017-03-01") + 8.5 * 3_600_000_000,
    );
    for (const wrong of ["01/03/2017 25:00", "01/03/2017 08:30 sáng", "08:30"]) {
      expect(codeOf(() => parseInstant(session, wrong, noon))).toBe("badInstant");
    }
  });
});

describe("what a command brings", () => {
  it("reads documents by their last comma, and products by their first equals sign", () => {
    expect(parseCommandData(session, { document: "15/BC-CAT, phụ lục,20/07/2017" })?.document).toMatchObject({
      number: "15/BC-CAT, phụ lục",
      date: "2017-07-20",
    });
    expect(parseCommandData(session, { product: ["bao-cao=7=8/BC,2017-07-20"] })?.products).toMatchObject({
      "bao-cao": { number: "7=8/BC", date: "2017-07-20" },
    });
    expect(codeOf(() => parseCommandData(session, { document: "15/BC-CAT" }))).toBe("badDocument");
    expect(codeOf(() => parseCommandData(session, { product: ["15/BC,20/07/2017"] }))).toBe("badProduct");
    expect(codeOf(() => parseCommandData(session, { percent: "nửa" }))).toBe("badNumber");
    expect(codeOf(() => parseCommandData(session, { hour: "8h" }))).toBe("badHour");
  });

  it("is nothing when nothing is given", () => {
    expect(parseCommandData(session, {})).toBeUndefined();
  });
});

describe("who acts", () => {
  it("is agency, role and name, under the system user's id", () => {
    const actor = parseActor(session, "cong-an-tinh:head,officer:Nguyễn Văn A");
    expect(actor).toMatchObject({ agency: "cong-an-tinh", roles: ["head", "officer"], name: "Nguyễn Văn A" });
    expect(actor?.id).not.toBe("");
    expect(parseActor(session, ":auditor")?.agency).toBeNull();
  });

  it("is never the clock, nor unknown", () => {
    expect(codeOf(() => parseActor(session, "a:clock"))).toBe("badRole");
    expect(codeOf(() => parseActor(session, "a:boss"))).toBe("badRole");
    expect(codeOf(() => parseActor(session, "cong-an-tinh"))).toBe("badActor");
    expect(codeOf(() => requireActor(session, undefined))).toBe("actorNeeded");
  });

  it("comes from KEHOACH_AS where no option says it", () => {
    expect(requireActor(sessionWith({ KEHOACH_AS: "a:head:B" }), undefined).name).toBe("B");
    expect(readerOf(session, undefined).roles).toEqual(["admin"]);
  });

  it("may act for whoever decided", () => {
    expect(parseDecision(session, "Trần Văn Minh, Phó Chủ tịch, KT.")).toEqual({
      name: "Trần Văn Minh",
      position: "Phó Chủ tịch",
      capacity: "KT.",
    });
    expect(codeOf(() => parseDecision(session, "A,B,XX"))).toBe("badCapacity");
  });
});

describe("the port", () => {
  it("is the option, then PORT, then 4242", () => {
    expect(parsePort(session, undefined)).toBe(4242);
    expect(parsePort(sessionWith({ PORT: "5000" }), undefined)).toBe(5000);
    expect(parsePort(sessionWith({ PORT: "5000" }), "0")).toBe(0);
    for (const wrong of ["70000", "-1", "http", "1e3"])
      expect(codeOf(() => parsePort(session, wrong))).toBe("badPort");
  });
});
