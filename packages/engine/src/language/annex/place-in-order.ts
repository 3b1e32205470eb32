// Tells from their numbers what lies in what, and asks where the numbers do not agree.

import type { AnnexGroup, AnnexItem, AnnexTask } from "./annex-item.ts";
import { isPartOf, type Numbering, ordinal, rank } from "./numbering.ts";

interface Open {
  index: number;
  item: AnnexItem;
  numbering: Numbering;
}

/** Gives each item its group and the task it is a part of. A task with parts and nothing of its own becomes a group. */
export function placeInOrder(items: AnnexItem[]): void {
  let open: Open[] = [];
  let unnumbered: number | null = null;
  const seen = new Map<string, Set<string>>();
  const last = new Map<string, Numbering>();
  for (const [index, item] of items.entries()) {
    const { numbering } = item;
    if (numbering === null) {
      if (item.kind === "group") {
        // A label without a number begins anew: what follows lies in it.
        open = open.filter((each) => each.item.kind === "group" && rank(each.numbering) <= 1);
        item.group = groupAbove(open);
        unnumbered = index;
      } else item.group = nearestGroup(open, unnumbered);
      continue;
    }
    const kept = open.filter((each) => isAbove(each.numbering, numbering));
    if (item.kind === "group" && rank(numbering) <= 1) unnumbered = null;
    open = kept;
    const above = open.at(-1) ?? null;
    item.group = nearestGroup(open, unnumbered);
    if (item.kind === "task" && above?.item.kind === "task") item.partOf = above.index;
    const scope = `${Math.max(above?.index ?? -1, unnumbered ?? -1)}/${numbering.scheme}`;
    askAboutNumber(item, numbering, above, scope, seen, last);
    open.push({ index, item, numbering });
  }
  turnParentsIntoGroups(items);
}

function isAbove(above: Numbering, below: Numbering): boolean {
  if (above.scheme === below.scheme && above.scheme !== "decimal" && above.scheme !== "code") return false;
  if (
    above.scheme === "code" ||
    (above.scheme === "decimal" && below.scheme === "decimal" && below.path.length > 1)
  )
    return (
      isPartOf(below, above) || (above.scheme === "code" && below.scheme !== "code" && rank(below) >= 10)
    );
  if (above.scheme === "decimal" && below.scheme === "decimal") return false;
  return rank(above) < rank(below);
}

function groupAbove(open: readonly Open[]): number | null {
  return open.findLast(({ item }) => item.kind === "group")?.index ?? null;
}

/** The innermost group: of the numbered ones still open and the label without a number, the later. */
function nearestGroup(open: readonly Open[], unnumbered: number | null): number | null {
  const numbered = groupAbove(open);
  if (numbered === null || unnumbered === null) return numbered ?? unnumbered;
  return Math.max(numbered, unnumbered);
}

function askAboutNumber(
  item: AnnexItem,
  numbering: Numbering,
  above: Open | null,
  scope: string,
  seen: Map<string, Set<string>>,
  last: Map<string, Numbering>,
): void {
  if (numbering.scheme === "bullet") return;
  const name = numbering.path.join(".");
  const used = seen.get(scope) ?? new Set<string>();
  seen.set(scope, used);
  const repeated = used.has(name);
  if (repeated) item.asks.push({ code: "number_repeated", facts: [numbering.text], about: null });
  used.add(name);
  const dotted = numbering.scheme === "decimal" || numbering.scheme === "code";
  const whole = numbering.path.slice(0, -1);
  if (dotted && whole.length > (numbering.scheme === "code" ? 1 : 0)) {
    const parent =
      above !== null && isPartOf(numbering, above.numbering) && above.numbering.path.length === whole.length;
    const told = `${scope}:${whole.join(".")}`;
    // A code's prefix need not have a row, and a missing parent is asked about once.
    if (!parent && !used.has(told) && !isWithin(above, whole)) {
      item.asks.push({ code: "parent_missing", facts: [shownPath(numbering, whole)], about: null });
    }
    used.add(told);
  }
  const series = `${scope}:${whole.join(".")}`;
  const before = last.get(series);
  last.set(series, numbering);
  // Some tables number their tasks through all groups.
  const through = whole.length === 0 ? last.get(numbering.scheme) : undefined;
  if (whole.length === 0) last.set(numbering.scheme, numbering);
  const [now, then] = [ordinal(numbering), before === undefined ? 0 : ordinal(before)];
  if (repeated || now === null || then === null || now === then + 1) return;
  if (before === undefined && through !== undefined && now === (ordinal(through) ?? 0) + 1) return;
  // đ is a letter some lists have and some have not.
  if (numbering.scheme === "letter" && then === 4 && now === 5) return;
  item.asks.push({
    code: "number_jumps",
    facts: [before?.text ?? above?.item.written ?? "", numbering.text],
    about: null,
  });
}

/** 1.1 under the heading I. */
function isWithin(above: Open | null, whole: readonly string[]): boolean {
  return above?.numbering.scheme === "roman" && whole.length === 1 && whole[0] === above.numbering.path[0];
}

function shownPath({ scheme }: Numbering, path: readonly string[]): string {
  return scheme === "code" ? `${path[0] ?? ""}${path.slice(1).join(".")}` : path.join(".");
}

function turnParentsIntoGroups(items: AnnexItem[]): void {
  const parents = new Set(
    items.flatMap((item) => (item.kind === "task" && item.partOf !== null ? [item.partOf] : [])),
  );
  for (const index of parents) {
    const item = items[index];
    if (item?.kind !== "task") continue;
    const says = Object.entries(item.cells).some(
      ([role, cell]) => !["number", "code", "task", "note"].includes(role) && !cell.shared,
    );
    if (says) {
      item.asks.push({ code: "group_or_task", facts: [], about: null });
      continue;
    }
    items[index] = asGroup(item);
  }
  for (const item of items) {
    if (item.kind !== "task" || item.partOf === null) continue;
    if (items[item.partOf]?.kind === "group") {
      item.group = item.partOf;
      item.partOf = null;
    }
  }
}

function asGroup({
  places,
  written,
  numbered,
  numbering,
  cells,
  others,
  group,
  asks,
  partOf,
}: AnnexTask): AnnexGroup {
  const { code, note } = cells;
  return {
    kind: "group",
    places,
    written,
    numbered,
    numbering,
    title: cells.task?.text ?? "",
    code: code?.text ?? null,
    others: note === undefined ? others : [{ label: "", text: note.text }, ...others],
    group: partOf ?? group,
    asks,
  };
}
