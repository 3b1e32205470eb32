// Opens a text: parses it, tells its key language and its kind, and places its problems in the end.

import { isMap, isScalar, type ParsedNode } from "yaml";
import { readKey, readKeyword, spellKey } from "./keywords.ts";
import { createLocate } from "./locate.ts";
import { planKinds } from "./plan.ts";
import type { Problem, Question } from "./problem.ts";
import { detectKeys, type FoundNodes, keyText } from "./read-written.ts";
import { registerKinds } from "./register-document.ts";
import { Report } from "./report.ts";
import { parseYaml } from "./yaml-text.ts";

export interface OpenDocument {
  report: Report;
  /** Null when the text is not YAML within the limits; the report says why. */
  root: ParsedNode | null;
  /** English kind of the document, or what is written there if that is none; null when nothing is. */
  kind: string | null;
  /** How the key of the kind is spelled in this file. */
  kindKey: string;
  /** Whether a key, by its English name, stands at the top, with whatever value. */
  hasKey(english: string): boolean;
  /** Set once the nodes have been read. */
  found: FoundNodes;
  placed(): { problems: Problem[]; questions: Question[] };
}

const kinds = [...planKinds, ...registerKinds];

export function openDocument(text: string, file: string | undefined): OpenDocument {
  const report = new Report();
  const root = parseYaml(text, report);
  if (root !== null) report.keys = detectKeys(root);
  const opened: OpenDocument = {
    report,
    root,
    kind: root === null ? null : kindOf(root),
    kindKey: spellKey("kind", report.keys),
    hasKey: (english) => root !== null && valueAt(root, english) !== null,
    found: { aliases: new Map(), meant: new Map() },
    placed() {
      const locate =
        root === null ? () => ({ path: [], start: 0, end: 0 }) : createLocate(root, opened.found);
      return report.placed(text, file ?? null, locate);
    },
  };
  return opened;
}

function kindOf(root: ParsedNode): string | null {
  const value = valueAt(root, "kind");
  if (!isScalar(value)) return null;
  const written = keyText(value);
  return readKeyword(written, kinds)?.english ?? written;
}

/** Null: the key is not there. */
function valueAt(root: ParsedNode, english: string): ParsedNode | null {
  if (!isMap(root)) return null;
  for (const { key, value } of root.items) {
    if (value !== null && isScalar(key) && readKey(keyText(key))?.english === english) return value;
  }
  return null;
}
