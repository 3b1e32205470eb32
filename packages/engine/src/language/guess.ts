// Did-you-mean: the word of a list that someone probably wrote, accents and case aside.

import { nearestName } from "../measure/index.ts";

/** Without accents, case and runs of spaces; đ becomes d. */
export function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .replace(/[\s_-]+/g, " ")
    .trim();
}

/** The candidate meant, or null. The same letters without accents win over any edit. */
export function guess(word: string, candidates: Iterable<string>): string | null {
  // Nobody mistypes at this length, and comparing would cost.
  if (word.length > 80) return null;
  const folded = new Map<string, string>();
  const wanted = fold(word);
  for (const candidate of candidates) {
    const key = fold(candidate);
    if (key === wanted) return candidate;
    if (!folded.has(key)) folded.set(key, candidate);
  }
  const nearest = nearestName(wanted, folded.keys());
  return nearest === null ? null : (folded.get(nearest) ?? null);
}

/** An id made of a word: folded, with hyphens. Null when nothing is left. */
export function idFrom(word: string, hyphen = "-"): string | null {
  const id = fold(word)
    .replace(/[^a-z0-9]+/g, hyphen)
    .replace(/^[-_]+|[-_]+$/g, "")
    .slice(0, 63);
  return id === "" ? null : id;
}
