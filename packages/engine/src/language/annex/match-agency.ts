// Finds agencies and groups of an organisation document in a cell: by name, abbreviation, accents and spelling aside.

import { fold } from "../guess.ts";
import type { OrganisationDocument } from "../organisation-document.ts";

export interface FoundParty {
  id: string;
  isGroup: boolean;
  /** As the cell has it. */
  written: string;
}

export interface FoundParties {
  found: readonly FoundParty[];
  /** What names nobody the document knows, or several. */
  unknown: readonly UnknownParty[];
}

export interface UnknownParty {
  written: string;
  /** Ids it may mean; empty: none comes near. */
  candidates: readonly string[];
}

interface Alias {
  ids: Set<string>;
  /** Words of the longest spelling, so that a search knows when to stop. */
  words: number;
}

export interface Parties {
  aliases: ReadonlyMap<string, Alias>;
  groups: ReadonlySet<string>;
  mostWords: number;
}

/** Null: every name stays unknown. */
export function partiesOf(organisation: OrganisationDocument | null): Parties {
  const aliases = new Map<string, Alias>();
  let mostWords = 1;
  const add = (spelling: string, id: string) => {
    const words = wordsOf(spelling).filter(({ key }) => key !== "");
    const key = words.map((word) => word.key).join("");
    if (key.length < 3) return;
    const known = aliases.get(key) ?? { ids: new Set<string>(), words: 0 };
    known.ids.add(id);
    known.words = Math.max(known.words, words.length);
    mostWords = Math.max(mostWords, words.length);
    aliases.set(key, known);
  };
  for (const { id, name, abbreviation } of organisation?.agencies ?? []) {
    for (const spelling of spellingsOf(name)) add(spelling, id);
    if (abbreviation !== null) add(abbreviation, id);
    add(id.replace(/-/g, " "), id);
  }
  for (const { id, name } of organisation?.groups ?? []) {
    for (const spelling of groupSpellings(id, name)) add(spelling, id);
  }
  return { aliases, groups: new Set(organisation?.groups.map(({ id }) => id)), mostWords };
}

/** The longest names first, from left to right; what lies between is unknown unless it only joins names. */
export function findParties(text: string, parties: Parties): FoundParties {
  const found: FoundParty[] = [];
  const unknown: UnknownParty[] = [];
  for (const line of text.split(/[\n;]+/)) {
    const words = wordsOf(line);
    let loose: string[] = [];
    const settle = () => {
      const written = trimmed(loose.join(" "));
      loose = [];
      if (written !== "") unknown.push({ written, candidates: near(written, parties) });
    };
    for (let at = 0; at < words.length; ) {
      const match = longestAt(words, at, parties);
      if (match === null) {
        const word = words[at];
        if (word !== undefined) loose.push(word.written);
        at += 1;
        // A comma ends an unknown name: the next is another one.
        if (word?.ends === true) settle();
        continue;
      }
      settle();
      const written = trimmed(
        words
          .slice(at, match.to)
          .map((word) => word.written)
          .join(" "),
      );
      const [id = "", ...others] = match.ids;
      if (others.length > 0) unknown.push({ written, candidates: [id, ...others].sort() });
      else if (!found.some((each) => each.id === id))
        found.push({ id, isGroup: parties.groups.has(id), written });
      at = match.to;
    }
    settle();
  }
  return { found, unknown };
}

interface Word {
  written: string;
  /** Letters and digits, folded; empty for what only joins. */
  key: string;
  /** A comma or a full stop stands behind it. */
  ends: boolean;
}

function wordsOf(text: string): Word[] {
  return text
    .normalize("NFC")
    .replace(/\//g, " / ")
    .split(/\s+/)
    .flatMap((piece) => {
      if (piece === "") return [];
      const key = fold(piece).replace(/[^a-z0-9]/g, "");
      return [{ written: piece, key: joins.has(fold(piece)) ? "" : key, ends: /[,.]$/.test(piece) }];
    });
}

/** Words inside names that spellings leave out. */
const joins = new Set(["va", "&", "and", "-", "–", "the", "of"]);

function longestAt(
  words: readonly Word[],
  at: number,
  parties: Parties,
): { to: number; ids: Set<string> } | null {
  if (words[at]?.key === "") return null;
  let key = "";
  let best: { to: number; ids: Set<string> } | null = null;
  for (let to = at; to < words.length && to - at < parties.mostWords + 6; to += 1) {
    const word = words[to];
    if (word === undefined) break;
    key += word.key;
    const alias = word.key === "" ? undefined : parties.aliases.get(key);
    if (alias !== undefined) best = { to: to + 1, ids: alias.ids };
  }
  return best;
}

/** How documents spell an agency: its name, "UBND" for the committee, the initials of its field, without "tỉnh X". */
function spellingsOf(name: string): string[] {
  const spellings = new Set([name, name.replace(/Ủy ban nhân dân|Uỷ ban nhân dân/gi, "UBND")]);
  for (const each of [...spellings]) {
    spellings.add(each.replace(/ tỉnh \p{Lu}.*$/u, " tỉnh"));
    spellings.add(each.replace(/^Uỷ /, "Ủy "));
  }
  const [, head = "", field = ""] = /^(Sở|Ban|Cục|Chi cục|Hội|Viện|Đài|Bộ) (.+)$/.exec(name) ?? [];
  if (field !== "") {
    const initials = wordsOf(field)
      .filter(({ key }) => key !== "")
      .map(({ written }) => [...written.replace(/^[^\p{L}]+/u, "")][0] ?? "")
      .join("");
    if (initials.length >= 2) spellings.add(`${head} ${initials}`);
  }
  if (/^Công an tỉnh$/i.test(name)) spellings.add("CA tỉnh");
  spellings.add(name.replace(/^Văn phòng (?:UBND|Ủy ban nhân dân)/i, "VP UBND"));
  return [...spellings];
}

/** How documents spell a group: its name, with and without the committees' "UBND"; its id as words. */
function groupSpellings(id: string, name: string): string[] {
  const words = id.replace(/-/g, " ");
  const committees = /^(?:[UỦ][ỷy] ban nhân dân|UBND) /iu;
  return [
    name,
    name.replace(/^các /i, ""),
    name.replace(/ (?:cấp )?tỉnh$/i, ""),
    words,
    `các ${words}`,
    ...(committees.test(name)
      ? ["", "UBND ", "Ủy ban nhân dân "].map((head) => name.replace(committees, head))
      : []),
    ...(committees.test(name) ? [`UBND ${words}`] : []),
  ];
}

/** Whose names contain all the words that were written, in their order. */
function near(written: string, { aliases }: Parties): string[] {
  const key = wordsOf(written)
    .map((word) => word.key)
    .join("");
  if (key.length < 3) return [];
  const ids = new Set<string>();
  for (const [alias, each] of aliases) {
    if (alias.startsWith(key) || (key.length >= 6 && alias.includes(key)))
      for (const id of each.ids) ids.add(id);
    if (ids.size > 5) return [];
  }
  return [...ids].sort();
}

/** Without the marks and words that join names. */
function trimmed(text: string): string {
  return text
    .replace(/^(?:[-–+•*,.:;&/()\s]|(?:và|cùng|với|and)(?=\s|$))+/giu, "")
    .replace(/(?:[-–+•*,.:;&/(\s]|(?:^|\s)(?:và|cùng|với|and))+$/giu, "")
    .trim();
}
