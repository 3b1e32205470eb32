// Every string of the command line that no other area of the catalogue holds.

import type { Catalogue } from "./catalogue.ts";
import { en } from "./cli/en.ts";
import { vi } from "./cli/vi.ts";

export type CliWords = typeof vi;

export const cliWords: Catalogue<CliWords> = { vi, en };
