// The catalogue of every string a person reads, Vietnamese first; one file per area.

/** The two languages of the product; Vietnamese is the default. */
export type Language = "vi" | "en";

/** The same keys in both languages: a missing translation does not compile. */
export interface Catalogue<Words> {
  vi: Words;
  en: Words;
}

export { serverWords } from "./server.ts";
export { type AdminWords, adminWords } from "./admin.ts";
export { type CliWords, cliWords } from "./cli.ts";
