// Runs a generated validator over a written document and tells its errors as problems, each at its place.

import { idFrom } from "./guess.ts";
import { spellKey, spellKeyword } from "./keywords.ts";
import { type Path, pathText } from "./path.ts";
import { formsOf, short, type Written } from "./read-written.ts";
import type { Report } from "./report.ts";
import type { Shape } from "./shape.ts";

/** What ajv's generated functions are. */
export interface Validator {
  (value: unknown): boolean;
  errors?: readonly ShapeError[] | null;
}

interface ShapeError {
  instancePath: string;
  keyword: string;
  params: Readonly<Record<string, unknown>>;
}

/** Reports what does not fit and removes it, so that the meaning of the rest can still be checked. */
export function checkShape(written: Written, shape: Shape, validate: Validator, report: Report): void {
  if (validate(written.value)) return;
  for (const error of validate.errors ?? []) {
    if (error.keyword === "if" || error.keyword === "oneOf") continue;
    const steps = stepsOf(error.instancePath, written.value);
    const key = extraKey(error);
    const path = key === null ? steps.path : [...steps.path, key];
    if (!written.refused.has(pathText(path))) tell(error, path, steps.value, shape, report);
    if (!removable.has(error.keyword)) continue;
    const id = idMeant(error, path, steps.value, shape);
    if (id === null) remove(written.value, path);
    else if (error.keyword === "pattern") put(written.value, path, id);
    else rename(written.value, path, id);
  }
}

const removable = new Set(["type", "enum", "const", "pattern", "minimum", "maximum", "additionalProperties"]);

/** The key an error is about, when it is not about the value itself. */
function extraKey(error: ShapeError): string | null {
  const { missingProperty, additionalProperty, tag, error: fault } = error.params;
  if (error.keyword === "required") return String(missingProperty);
  if (error.keyword === "additionalProperties") return String(additionalProperty);
  return error.keyword === "discriminator" && fault === "tag" ? String(tag) : null;
}

function tell(error: ShapeError, path: Path, value: unknown, shape: Shape, report: Report): void {
  const { params } = error;
  const here = shapeAt(shape, path);
  switch (error.keyword) {
    case "required":
      missing(path, report);
      return;
    case "discriminator":
      if (params.error === "tag") {
        missing(path, report);
        return;
      }
      return;
    case "additionalProperties": {
      const key = String(path.at(-1));
      const parent = shapeAt(shape, path.slice(0, -1));
      if (parent?.byId !== undefined) {
        malformed(key, path, "key", report);
        return;
      }
      const type =
        typeof value === "object" && value !== null ? (value as { type?: unknown }).type : undefined;
      report.problem(
        "key_not_for_type",
        { path, part: "key" },
        { key: spellKey(key, report.keys), type: spellKeyword(String(type ?? ""), report.keys) },
      );
      return;
    }
    case "pattern":
      if (here?.id === true) {
        malformed(String(value), path, "value", report);
        return;
      }
      report.problem("value_missing", { path }, { key: spellKey(String(lastKey(path)), report.keys) });
      return;
    case "minimum":
    case "maximum": {
      const limit = Number(params.limit);
      const [least, most] = error.keyword === "minimum" ? [limit, null] : [null, limit];
      report.problem("number_out_of_range", { path }, { least, most });
      return;
    }
    case "maxItems":
    case "maxProperties":
      report.problem("list_too_long", { path, part: "key" }, { limit: Number(params.limit) });
      return;
    case "minItems":
      report.problem("list_empty", { path }, {});
      return;
    case "enum":
    case "const": {
      const words =
        error.keyword === "enum" ? (params.allowedValues as string[]) : [String(params.allowedValue)];
      const allowed = words.map((word) => spellKeyword(word, report.keys));
      const word = spellKeyword(String(value), report.keys);
      const meant = report.guess(word, allowed);
      report.problem("keyword_unknown", { path }, { word: short(word), allowed, guess: meant }, meant);
      return;
    }
    default:
      report.problem("value_wrong_form", { path }, { expected: formsOf(here ?? {}) });
      return;
  }
}

function missing(path: Path, report: Report): void {
  report.problem("key_missing", { path }, { key: spellKey(String(path.at(-1)), report.keys) });
}

function malformed(id: string, path: Path, part: "key" | "value", report: Report): void {
  const input = isInputs(path);
  const usable = wellFormed(id, input);
  const code = input ? "input_id_malformed" : "id_malformed";
  report.problem(code, { path, part }, { id: short(id), guess: usable }, usable);
}

/** The id a malformed one was meant to be: read on as that, so that one slip is one problem. */
function idMeant(error: ShapeError, path: Path, value: unknown, shape: Shape): string | null {
  if (error.keyword === "pattern" && shapeAt(shape, path)?.id === true)
    return wellFormed(String(value), false);
  const isKey =
    error.keyword === "additionalProperties" && shapeAt(shape, path.slice(0, -1))?.byId !== undefined;
  return isKey ? wellFormed(String(path.at(-1)), isInputs(path)) : null;
}

function wellFormed(id: string, input: boolean): string | null {
  const meant = idFrom(id, input ? "_" : "-");
  return meant !== null && (!input || /^[a-z]/.test(meant)) && meant !== id ? meant : null;
}

/** Inputs have ids of their own, usable in formulas. */
function isInputs(path: Path): boolean {
  return path.at(-2) === "inputs";
}

function lastKey(path: Path): string | number {
  return path.findLast((step) => typeof step === "string") ?? "";
}

function shapeAt(shape: Shape, path: Path): Shape | null {
  let here: Shape | undefined = shape;
  for (const step of path) {
    if (typeof step === "number") here = here?.list ?? here;
    else here = here?.byId ?? here?.keys?.[step];
    if (here === undefined) return null;
  }
  return here;
}

/** The steps of a JSON pointer, with numbers for the items of lists, and the value there. */
function stepsOf(pointer: string, root: unknown): { path: (string | number)[]; value: unknown } {
  const path: (string | number)[] = [];
  let value = root;
  for (const raw of pointer.split("/").slice(1)) {
    const step = raw.replaceAll("~1", "/").replaceAll("~0", "~");
    path.push(Array.isArray(value) ? Number(step) : step);
    value =
      typeof value === "object" && value !== null ? (value as Record<string, unknown>)[step] : undefined;
  }
  return { path, value };
}

function remove(root: unknown, path: Path): void {
  const holder = holderOf(root, path);
  const last = path.at(-1);
  if (holder === null || last === undefined) return;
  if (Array.isArray(holder)) holder[Number(last)] = undefined;
  else delete holder[last];
}

function put(root: unknown, path: Path, value: unknown): void {
  const holder = holderOf(root, path);
  const last = path.at(-1);
  if (holder !== null && last !== undefined) holder[last] = value;
}

function rename(root: unknown, path: Path, key: string): void {
  const holder = holderOf(root, path);
  const last = path.at(-1);
  if (holder === null || last === undefined) return;
  if (holder[key] === undefined) holder[key] = holder[last];
  delete holder[last];
}

function holderOf(root: unknown, path: Path): Record<string | number, unknown> | null {
  let holder = root;
  for (const step of path.slice(0, -1)) {
    if (typeof holder !== "object" || holder === null) return null;
    holder = (holder as Record<string | number, unknown>)[step];
  }
  return typeof holder === "object" && holder !== null ? (holder as Record<string | number, unknown>) : null;
}
