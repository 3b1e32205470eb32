// Holds the documents to what they describe: generated pages, codes, code blocks, example plans, links.

import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { engineErrorCodes } from "./engine-error.ts";
import { refusalCodes } from "./execute/decision.ts";
import { problemCodes, questionCodes, readPlan, readRegisterDocument } from "./language/index.ts";
import { ledgerWords } from "./words/ledger.ts";
import { serverWords } from "./words/server.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const text = (path: string) => readFileSync(join(root, path), "utf8").replaceAll("\r\n", "\n");
const documents = ["README.md", ...filesUnder("docs")].filter(
  (path) => path.endsWith(".md") && existsSync(join(root, path)),
);

describe("the reference", () => {
  it("has not drifted from the code", { timeout: 60_000 }, () => {
    expect(
      execFileSync(process.execPath, [join(root, "docs/generate.ts"), "--check"], { encoding: "utf8" }),
    ).toBe("");
  });

  it.each([
    ["problems.md", problemCodes],
    ["questions.md", questionCodes],
    ["refusals.md", refusalCodes],
    [
      "errors.md",
      [...engineErrorCodes, ...Object.keys(serverWords.vi.troubles), ...Object.keys(ledgerWords.vi)],
    ],
  ])("%s names every code", (page, codes) => {
    const written = text(`docs/reference/${page}`);
    expect(codes.filter((code) => !written.includes(`\`${code}\``))).toEqual([]);
    expect(codes.length).toBeGreaterThan(3);
  });

  it("has every option and every method of the engine in embed.md", () => {
    const face = text("packages/engine/src/engine/engine.ts");
    const written = text("docs/embed.md");
    const named = [...membersOf(face, "EngineOptions"), ...membersOf(face, "Engine")];
    expect(named.length).toBeGreaterThan(25);
    expect(named.filter((name) => !new RegExp(`\`${name}[\`(]`).test(written))).toEqual([]);
  });
});

describe("code blocks", () => {
  const blocks = documents.flatMap((path) => blocksOf(path));

  it("are those of files that run", () => {
    const tagged = blocks.filter((block) => block.tag !== null);
    expect(tagged.length).toBeGreaterThan(10);
    for (const { path, tag, file, body } of tagged) {
      const source = text(file ?? "");
      if (tag === "file") expect(body, `${path}: ${file}`).toBe(source);
      else expect(source.includes(body), `${path}: an excerpt of ${file}`).toBe(true);
    }
  });

  it("name no command outside the tested ones", () => {
    const tested = new Set(
      filesUnder("docs/examples")
        .filter((path) => path.endsWith(".sh"))
        .map(text),
    );
    const commands = new Set([
      "npx -y pnpm@12 start\n",
      "npx -y pnpm@12 test\n",
      "npx -y pnpm@12 start\nnpx -y pnpm@12 test\n",
    ]);
    const untested = blocks
      .filter(({ language, path }) => language === "sh" && !path.includes("/decisions/"))
      .filter(({ body }) => !tested.has(body) && !commands.has(body));
    expect(untested.map(({ path, body }) => `${path}: ${body}`)).toEqual([]);
  });
});

describe("the example plans", () => {
  const read = (path: string, register: string) => {
    const names = filesUnder(register).filter((name) => name.endsWith(".yaml"));
    const found = names.map((name) => readRegisterDocument(text(name)).document);
    const document = <Kind extends string>(kind: Kind) => {
      const one = found.find((candidate) => candidate?.kind === kind);
      return one?.kind === kind ? (one as Extract<typeof one, { kind: Kind }>) : null;
    };
    const { problems, questions } = readPlan(text(path), {
      organisation: document("organisation"),
      calendar: document("calendar"),
      regime: document("regime"),
    });
    const open = questions.filter(({ settled }) => settled === null);
    return [problems.map(({ code }) => code), open.map(({ code }) => code)];
  };

  it.each([
    [
      "docs/examples/start-1-draft.yaml",
      "plans/register",
      ["agency_unknown", "date_not_real"],
      ["two_leads"],
    ],
    ["docs/examples/start-2-mended.yaml", "plans/register", [], ["two_leads"]],
    ["docs/examples/start-3-settled.yaml", "plans/register", [], []],
    ["docs/examples/readme.yaml", "plans/register", [], []],
    ["docs/examples/targets.yaml", "plans/register", [], []],
    ["plans/examples/vi-du.yaml", "plans/examples/register", [], []],
  ])("%s has exactly the problems and questions it is shown with", (path, register, problems, questions) => {
    expect(read(path, register)).toEqual([problems, questions]);
  });
});

describe("links", () => {
  it("lead somewhere", () => {
    const broken = documents.flatMap((path) =>
      linksOf(text(path)).flatMap((link) => (leads(path, link) ? [] : [`${path}: ${link}`])),
    );
    expect(broken).toEqual([]);
  });
});

interface Block {
  path: string;
  language: string;
  body: string;
  /** file: the block is the whole file. in: it is a part of it. */
  tag: "file" | "in" | null;
  file: string | null;
}

function blocksOf(path: string): Block[] {
  const pattern = /(?:<!-- (file|in): (\S+) -->\n)?^```(\w+)\n([\s\S]*?)^```$/gm;
  return [...text(path).matchAll(pattern)].map(([, tag, file, language = "", body = ""]) => ({
    path,
    language,
    body,
    tag: tag === "file" || tag === "in" ? tag : null,
    file: file ?? null,
  }));
}

function linksOf(markdown: string): string[] {
  const prose = markdown.replace(/^```[\s\S]*?^```$/gm, "").replace(/`[^`\n]*`/g, "");
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link = ""]) => link)
    .filter((link) => !/^[a-z]+:/.test(link));
}

function leads(from: string, link: string): boolean {
  const [path = "", heading] = link.split("#");
  const target = path === "" ? from : relative(root, join(root, dirname(from), path));
  if (!existsSync(join(root, target))) return false;
  return (
    heading === undefined ||
    (target.endsWith(".md") && headingsOf(text(target)).has(decodeURIComponent(heading)))
  );
}

/** Addresses of headings as GitHub makes them. */
function headingsOf(markdown: string): Set<string> {
  const lines = markdown.replace(/^```[\s\S]*?^```$/gm, "").match(/^#+ .*$/gm) ?? [];
  return new Set(
    lines.map((line) =>
      line
        .replace(/^#+ /, "")
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\p{M} _-]/gu, "")
        .replaceAll(" ", "-"),
    ),
  );
}

/** Names of an interface's own members. */
function membersOf(source: string, name: string): string[] {
  const body =
    new RegExp(`^export interface ${name}(?: extends [\\w, ]+)? \\{\\n([\\s\\S]*?)^\\}`, "m").exec(
      source,
    )?.[1] ?? "";
  return [...body.matchAll(/^ {2}(?:readonly )?([a-zA-Z]+)\??[:(]/gm)].map(([, member = ""]) => member);
}

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesUnder(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
  );
}
