// The schema of the written language for editors, in both spellings (JSON Schema 2020-12).

import { enSchema, viSchema } from "./generated/editor-schemas.ts";
import type { KeyLanguage } from "./keywords.ts";

export const planSchema: Readonly<Record<KeyLanguage, Readonly<Record<string, unknown>>>> = {
  vi: viSchema,
  en: enSchema,
};
