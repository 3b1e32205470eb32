// The pages about targets: what is promised, how it stands, what is reported and what is missing.

import type { Catalogue } from "./catalogue.ts";
import { targetsEn } from "./targets-en.ts";
import { targetsVi } from "./targets-vi.ts";

/** What a page about targets says, in one language. */
export type TargetsWords = typeof targetsVi;

export const targetsWords: Catalogue<TargetsWords> = { vi: targetsVi, en: targetsEn };
