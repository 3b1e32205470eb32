// Finds where a path stands in the text, by walking the YAML nodes again; only problems pay for it.

import { isAlias, isMap, isScalar, isSeq, type Pair, type ParsedNode } from "yaml";
import { readKey } from "./keywords.ts";
import { type FoundNodes, keyText, rangeOf } from "./read-written.ts";
import type { Locate, Range } from "./report.ts";

/** A path may say more than the text does: steps that lead nowhere are passed over, so that one path serves all the
 *  forms a value may be written in; a step by value finds the item of a list; a last key that is missing means the map
 *  it is missing from. */
export function createLocate(root: ParsedNode, { aliases, meant }: FoundNodes): Locate {
  return (path, part) => {
    let node: ParsedNode = root;
    let range: Range = rangeOf(root);
    const found: (string | number)[] = [];
    for (const [depth, step] of path.entries()) {
      if (isSeq(node)) {
        const index: number =
          typeof step === "number" ? step : node.items.findIndex((item) => says(item, step));
        const item = node.items[index] as ParsedNode | null | undefined;
        if (item === null || item === undefined) continue;
        found.push(index);
        range = rangeOf(item);
        node = follow(item, aliases);
      } else if (isMap(node) && typeof step === "string") {
        const pair = pairOf(node.items as Pair[], step, meant);
        if (pair === null) {
          if (depth < path.length - 1) continue;
          return { path: [...found, step], ...headOf(node, range) };
        }
        found.push(step);
        const key = rangeOf(pair.key as ParsedNode);
        const value = pair.value as ParsedNode | null;
        if (value === null || (part === "key" && depth === path.length - 1)) return { path: found, ...key };
        range = rangeOf(value);
        node = follow(value, aliases);
      }
    }
    return { path: found, ...headOf(node, range) };
  };
}

function says(item: unknown, text: string): boolean {
  return isScalar(item) && keyText(item) === text;
}

function follow(node: ParsedNode, aliases: ReadonlyMap<ParsedNode, ParsedNode>): ParsedNode {
  return isAlias(node) ? (aliases.get(node) ?? node) : node;
}

/** A block of many lines is pointed at by its first key. */
function headOf(node: ParsedNode, range: Range): Range {
  if (isMap(node) && node.flow !== true) {
    const key = (node.items[0] as Pair | undefined)?.key;
    if (isScalar(key)) return rangeOf(key as ParsedNode);
  }
  return range;
}

function pairOf(pairs: readonly Pair[], key: string, meant: FoundNodes["meant"]): Pair | null {
  for (const pair of pairs) {
    if (!isScalar(pair.key)) continue;
    const text = keyText(pair.key);
    if (text === key || readKey(text)?.english === key || meant.get(pair.key as ParsedNode) === key)
      return pair;
  }
  return null;
}
