// The page of the plan language: every key and word in both spellings, what may stand there, what it means.

import { keywordTable } from "../../packages/engine/src/language/keywords.ts";
import { type TargetType, targetTypes } from "../../packages/engine/src/language/target.ts";
import { annotations, understanding } from "../../packages/engine/src/language/written/pieces.ts";
import { plan } from "../../packages/engine/src/language/written/written-plan.ts";
import {
  authorities,
  calendar,
  organisation,
  regime,
} from "../../packages/engine/src/language/written/written-register.ts";
import { targets } from "../../packages/engine/src/language/written/written-target.ts";
import { textLimits } from "../../packages/engine/src/language/yaml-text.ts";
import { code, page, spelled, table } from "./markdown.ts";
import { dueTable, levelTable } from "./phrases.ts";
import * as prose from "./plan-language-prose.ts";
import { type Schema, SchemaTables, type Section } from "./schema-tables.ts";
import { targetMeaning } from "./target-types.ts";

/** TypeBox schemas are JSON Schema; their types only say so less plainly. */
const plain = (schema: unknown): Schema => JSON.parse(JSON.stringify(schema)) as Schema;

export function planLanguagePage(): string {
  const tables = new SchemaTables(prose.intros);
  const byType = targetsByType();
  for (const form of Object.values(byType)) tables.name(form, "Targets");
  tables.name(plain(understanding), "How text is understood");
  return page(
    "# The plan language, version 1",
    prose.opening,
    "## How things are written",
    prose.forms,
    "## The document",
    prose.document,
    tables.keys(plain(plan)),
    ...blocks(tables.rest()),
    "## Notes on origin",
    prose.origin,
    tables.keys({ properties: plainAnnotations() }),
    "### How text is understood",
    tables.keys(plain(understanding)),
    "## Dues",
    prose.dues,
    dueTable(),
    prose.computedDues,
    "## Targets",
    ...targetBlocks(tables, byType),
    "## Levels",
    levelTable(),
    prose.levels,
    "## Formulas",
    prose.formulas,
    "## Register documents",
    prose.register,
    ...registerBlocks(tables),
    "## Limits",
    limits(),
    "## All keys",
    words(keywordTable.keys),
    "## All keywords",
    words(keywordTable.values),
  );
}

const blocks = (sections: readonly Section[]) =>
  sections.map(({ heading, text }) => `### ${heading}\n\n${text}`);

function plainAnnotations(): Readonly<Record<string, Schema>> {
  const { source, assumption, understood_as } = annotations;
  return { source: plain(source), assumption: plain(assumption), understood_as: plain(understood_as) };
}

function targetsByType(): Readonly<Record<TargetType, Schema>> {
  const forms = plain(targets).anyOf ?? [];
  const found = targetTypes.map((type) => {
    const form = forms.find((candidate) => candidate.properties?.type?.const === type);
    if (form === undefined) throw new Error(`no written form of target type ${type}`);
    return [type, form] as const;
  });
  return Object.fromEntries(found) as Record<TargetType, Schema>;
}

function targetBlocks(tables: SchemaTables, byType: Readonly<Record<TargetType, Schema>>): string[] {
  const forms = Object.values(byType);
  const names = Object.keys(byType.qualitative.properties ?? {});
  const common = names.filter((key) =>
    forms.every((form) => form.properties !== undefined && key in form.properties),
  );
  const qualitative = byType.qualitative;
  const own = Object.keys(qualitative.properties ?? {}).filter((key) => !common.includes(key));
  return [
    prose.targets,
    "### What every target has",
    tables.keys(qualitative, ["type", ...own]),
    ...targetTypes.map((type) =>
      page(
        `### ${spelled(prose.targetWord(type), type)}`,
        targetMeaning[type],
        ownKeys(tables, byType[type], common),
      ),
    ),
    ...blocks(tables.rest()),
  ];
}

function ownKeys(tables: SchemaTables, form: Schema, common: readonly string[]): string {
  const own = Object.keys(form.properties ?? {}).filter((key) => !common.includes(key));
  return own.length === 0 ? "No keys of its own." : tables.keys(form, common);
}

function registerBlocks(tables: SchemaTables): string[] {
  const documents = { organisation, calendar, regime, authorities };
  return Object.entries(documents).flatMap(([name, schema]) => [
    `### ${spelled(prose.registerWord(name), name)} as a document`,
    prose.registerMeaning[name as keyof typeof documents],
    tables.keys(plain(schema)),
    ...blocks(tables.rest()),
  ]);
}

function limits(): string {
  const number = (value: number) => value.toLocaleString("en");
  const written: Readonly<Record<keyof typeof textLimits, readonly [what: string, most: string]>> = {
    bytes: ["size of a file", `${textLimits.bytes / 1024 / 1024} MiB`],
    depth: ["levels of nesting", number(textLimits.depth)],
    scalar: ["characters of one value", number(textLimits.scalar)],
    aliases: ["YAML aliases", number(textLimits.aliases)],
    nodes: ["nodes, aliases written out", number(textLimits.nodes)],
    marks: ["marks and words of YAML", number(textLimits.marks)],
  };
  return table(["What", "At most"], Object.values(written));
}

function words(rows: readonly { en: string; vi: string }[]): string {
  return table(
    ["Vietnamese", "English"],
    rows.map(({ en, vi }) => [code(vi), code(en)]),
  );
}
