// The generated files: not drifted from the schemas, runnable where code generation is forbidden.

import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { formatText } from "./format-text.ts";
import { planSchema } from "./plan-schema.ts";
import { samplePlan } from "./testing/sample-texts.ts";

const engine = fileURLToPath(new URL("../../", import.meta.url));
const node = (...args: string[]) => execFileSync(process.execPath, args, { cwd: engine, encoding: "utf8" });

describe("the generated files", () => {
  it("are what `pnpm generate` would write now", () => {
    expect(() => node("generate.ts", "--check")).not.toThrow();
  }, 60_000);

  it("run with code generation switched off", () => {
    const script = `
      import { readPlan, formatText } from "./src/language/index.ts";
      import { samplePlan } from "./src/language/testing/sample-texts.ts";
      let forbidden = false;
      try { new Function("return 1")(); } catch { forbidden = true; }
      const { problems, keys } = readPlan(samplePlan);
      const wrong = readPlan(samplePlan.replace("mã: soan", "mã: Soạn!")).problems.map((problem) => problem.code);
      console.log(JSON.stringify({ forbidden, problems: problems.length, keys, wrong, en: formatText(samplePlan, { keys: "en" }).text !== null }));
    `;
    const output = node("--disallow-code-generation-from-strings", "--input-type=module", "--eval", script);
    expect(JSON.parse(output)).toEqual({
      forbidden: true,
      problems: 0,
      keys: "vi",
      wrong: ["id_malformed"],
      en: true,
    });
  }, 60_000);

  it.each(["vi", "en"] as const)("hold for editors: the %s schema accepts the sample", (keys) => {
    const validate = new Ajv2020({ strict: false }).compile(planSchema[keys]);
    const { text } = formatText(samplePlan, { keys });
    // YAML has no Vietnamese booleans, so the schema takes the words.
    expect(validate(parse(text ?? "")), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ kehoach: 1, khác: 2 })).toBe(false);
  });

  it("describe every key in the schema's language", () => {
    const described = (schema: unknown): number =>
      typeof schema === "object" && schema !== null
        ? Object.entries(schema).reduce(
            (sum, [key, value]) => sum + (key === "description" ? 1 : described(value)),
            0,
          )
        : 0;
    expect(described(planSchema.vi)).toBe(described(planSchema.en));
    expect(described(planSchema.vi)).toBeGreaterThan(100);
  });
});
