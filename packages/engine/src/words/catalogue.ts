// The shape of the catalogue: two languages, the same keys in both.

/** The two languages of the product; Vietnamese is the default. */
export type Language = "vi" | "en";

/** The same keys in both languages: a missing translation does not compile. */
export interface Catalogue<Words> {
  vi: Words;
  en: Words;
}
