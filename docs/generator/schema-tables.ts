// Turns the written schemas into tables of keys: both spellings, what may stand there, what it means.

import { spellKey, spellKeyword } from "../../packages/engine/src/language/keywords.ts";
import { anchor, code, page, spelled, table } from "./markdown.ts";

/** What a TypeBox schema is when read as plain JSON Schema. */
export interface Schema {
  type?: string | readonly string[];
  description?: string;
  properties?: Readonly<Record<string, Schema>>;
  patternProperties?: Readonly<Record<string, Schema>>;
  required?: readonly string[];
  anyOf?: readonly Schema[];
  items?: Schema;
  enum?: readonly string[];
  const?: string;
  minimum?: number;
  maximum?: number;
  "x-vi"?: string;
  "x-id"?: true;
  "x-decimal"?: true;
}

/** Keys whose text is a date wherever a text may stand. */
const dateKeys = new Set(["issued", "date", "from", "to", "on", "off", "worked"]);
const formulaKeys = new Set(["formula", "numerator", "denominator", "total", "units"]);
const levelKeys = new Set(["level", "share"]);
const annotationKeys = ["source", "assumption", "understood_as"];

export interface Section {
  heading: string;
  text: string;
}

/** Writes the keys of objects; objects met inside them wait until `rest` writes them. */
export class SchemaTables {
  /** Object (its keys) → heading of its section. */
  private readonly headings = new Map<string, string>();
  private readonly taken = new Set<string>();
  private readonly pending: { schema: Schema; heading: string }[] = [];
  /** What stands above the keys of a section, by heading. */
  private readonly intros: Readonly<Record<string, string>>;

  constructor(intros: Readonly<Record<string, string>>) {
    this.intros = intros;
  }

  /** Says that this object is described under a heading written elsewhere. */
  name(schema: Schema, heading: string): void {
    this.headings.set(fingerprint(schema), heading);
    this.taken.add(heading);
  }

  /** The sections of the objects met so far and of those inside them. */
  rest(): Section[] {
    const sections: Section[] = [];
    for (let next = this.pending.shift(); next !== undefined; next = this.pending.shift()) {
      const { schema, heading } = next;
      sections.push({ heading, text: page(this.intros[heading] ?? "", this.keys(schema)) });
    }
    return sections;
  }

  /** The keys of an object as a table; `without` are described elsewhere, and so are the notes on origin. */
  keys(schema: Schema, without: readonly string[] = []): string {
    const properties = schema.properties ?? {};
    const needed = new Set(schema.required ?? []);
    const annotated =
      Object.keys(properties).length > annotationKeys.length &&
      annotationKeys.every((key) => key in properties && !without.includes(key));
    const rows = Object.entries(properties)
      .filter(([key]) => !without.includes(key) && !(annotated && annotationKeys.includes(key)))
      .map(([key, value]) => [
        code(spellKey(key, "vi")),
        code(key),
        this.form(value, key),
        needed.has(key) ? "yes" : "",
        meaning(value),
      ]);
    const note = annotated ? "Takes the [notes on origin](#notes-on-origin) too." : "";
    return page(table(["Key", "In English", "What may stand there", "Needed", "Meaning"], rows), note);
  }

  private form(schema: Schema, key: string): string {
    if (schema.anyOf !== undefined) {
      const forms = schema.anyOf.map((one) => this.form(one, key));
      const single = forms[0];
      if (forms.length === 2 && forms[1] === `list of ${single}`) return `${single}, or a list`;
      return [...new Set(forms)].join(", or ");
    }
    if (schema["x-decimal"] === true) return levelKeys.has(key) ? "[level](#levels)" : "figure";
    if (schema.enum !== undefined)
      return schema.enum.map((word) => spelled(spellKeyword(word, "vi"), word)).join(" · ");
    if (schema.const !== undefined) return spelled(spellKeyword(schema.const, "vi"), schema.const);
    if (schema.patternProperties !== undefined) {
      return `by id: ${this.form(Object.values(schema.patternProperties)[0] ?? {}, key)}`;
    }
    if (schema.properties !== undefined) return `[keys](#${anchor(this.headingOf(schema, key))})`;
    switch (schema.type) {
      case "array":
        return `list of ${this.form(schema.items ?? {}, key)}`;
      case "boolean":
        return `${spelled("có", "true")} · ${spelled("không", "false")}`;
      case "integer":
        return schema.minimum === schema.maximum
          ? code(String(schema.minimum))
          : `whole number ${schema.minimum}–${schema.maximum}`;
    }
    if (schema["x-id"] === true) return "id";
    if (key === "due") return "[due in words](#dues)";
    if (formulaKeys.has(key)) return "[formula](#formulas)";
    return dateKeys.has(key) ? "date" : "text";
  }

  /** The heading of an object's section, which is written later when there is none yet. */
  private headingOf(schema: Schema, key: string): string {
    const print = fingerprint(schema);
    const known = this.headings.get(print);
    if (known !== undefined) return known;
    const base = spelled(spellKey(key, "vi"), key);
    let heading = base;
    for (let number = 2; this.taken.has(heading); number += 1) heading = `${base} ${number}`;
    this.headings.set(print, heading);
    this.taken.add(heading);
    this.pending.push({ schema, heading });
    return heading;
  }
}

/** Objects with the same keys and meanings are one object to a reader. */
function fingerprint(schema: Schema): string {
  return JSON.stringify(schema.properties);
}

function meaning(schema: Schema): string {
  const notes: string[] = [];
  const gather = (one: Schema): void => {
    if (one.description !== undefined && !notes.some((note) => note.startsWith(one.description ?? ""))) {
      notes.push(`${one.description}\n*${one["x-vi"] ?? ""}*`);
    } else if (one.description === undefined) {
      for (const inner of one.anyOf ?? []) gather(inner);
      if (one.items !== undefined) gather(one.items);
      for (const inner of Object.values(one.patternProperties ?? {})) gather(inner);
    }
  };
  gather(schema);
  return notes[0] ?? "";
}
