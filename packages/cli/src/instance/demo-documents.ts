// The texts a demo begins with: plan 42 and the register documents beside it.

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { SourceText } from "@kehoach/engine";

const plans = new URL("../../../../plans/", import.meta.url);

export function demoDocuments(): { plan: SourceText; register: readonly SourceText[] } {
  const register = new URL("register/", plans);
  const names = readdirSync(register).filter((name) => name.endsWith(".yaml"));
  return {
    plan: read(new URL("kh-42-2017.yaml", plans), "kh-42-2017.yaml"),
    register: names.sort().map((name) => read(new URL(name, register), `register/${name}`)),
  };
}

function read(place: URL, file: string): SourceText {
  return { text: readFileSync(fileURLToPath(place), "utf8"), file };
}
