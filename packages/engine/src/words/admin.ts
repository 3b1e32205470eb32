// Every string of the admin pages that no other area of the catalogue holds.

import { en } from "./admin/en.ts";
import { vi } from "./admin/vi.ts";
import type { Catalogue } from "./catalogue.ts";

export type AdminWords = typeof vi;

export const adminWords: Catalogue<AdminWords> = { vi, en };
