// The identity cookie survives a round trip, whatever stands beside it, and is not readable by scripts.

import { expect, test } from "vitest";
import { identityCookie, readIdentityCookie } from "./cookie.ts";

test("what is set is read back", () => {
  for (const id of ["head@cong-an-tinh", "office", "a b;c=d", "Sở"]) {
    const [pair = ""] = identityCookie(id, "").split(";", 1);
    expect(readIdentityCookie(`other=1; ${pair}; third=x`)).toBe(id);
  }
});

test("scripts cannot read it and other sites' writes do not carry it", () => {
  expect(identityCookie("x", "/kehoach")).toBe("kehoach_demo=x; Path=/kehoach; HttpOnly; SameSite=Lax");
});

test("nothing readable is nobody", () => {
  for (const header of [undefined, "", "kehoach_demo", "kehoach_demo=%E0%A4%A", "xkehoach_demo=a"]) {
    expect(readIdentityCookie(header)).toBeNull();
  }
});
