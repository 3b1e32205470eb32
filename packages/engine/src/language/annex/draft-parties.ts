// The lead, coordinators and monitors of an annex row as lines of a draft: who was found, and who must be asked about.

import { spellKey } from "../keywords.ts";
import type { AnnexTask, Ask } from "./annex-item.ts";
import type { ColumnRole } from "./columns.ts";
import type { DraftLines } from "./draft-due.ts";
import { type FoundParties, findParties, type Parties } from "./match-agency.ts";
import { type Responsible, readResponsible } from "./read-parties.ts";
import { quoted, tidy } from "./yaml-line.ts";

const key = {
  lead: spellKey("lead", "vi"),
  each: spellKey("each", "vi"),
  except: spellKey("except", "vi"),
  group: spellKey("group", "vi"),
  coordinators: spellKey("coordinators", "vi"),
  monitors: spellKey("monitors", "vi"),
};

/** `above`: the lead's cell of the task this one is a part of; null: it is part of none, or that has none. */
export function draftParties({ cells }: AnnexTask, above: string | null, parties: Parties): DraftLines {
  const lead = cells.lead?.text ?? "";
  const coordinators = cells.coordinators?.text ?? "";
  const read = readResponsible(lead, coordinators, parties);
  const asks: Ask[] = [];
  const lines: string[] = [];
  const beside = lead === "" ? "" : ` # ${quoted(lead)}`;
  if (lead === "") {
    asks.push(
      above === null
        ? { code: "lead_empty", facts: [], about: "lead" }
        : { code: "empty_below", facts: [tidy(above)], about: "lead" },
    );
  }
  asks.push(...unknownParties(read.lead, "lead"), ...unknownParties(read.except, "lead"));
  lines.push(`${key.lead}:${leadValue(read, asks)}${beside}`);

  const raw = coordinators === "" ? "" : ` # ${quoted(coordinators)}`;
  const named = read.coordinators.found.map((each) =>
    each.isGroup ? `{ ${key.group}: ${each.id} }` : each.id,
  );
  if (named.length > 0) lines.push(`${key.coordinators}: [${named.join(", ")}]${raw}`);
  else if (raw !== "") lines.push(`# ${key.coordinators}:${raw.slice(2)}`);
  asks.push(...unknownParties(read.coordinators, "coordinators"));

  const monitors = cells.monitors?.text ?? "";
  if (monitors !== "") {
    const found = findParties(monitors, parties);
    const ids = found.found.filter((each) => !each.isGroup).map((each) => each.id);
    const groups = found.found.filter((each) => each.isGroup);
    lines.push(
      `${ids.length > 0 ? `${key.monitors}: [${ids.join(", ")}]` : `# ${key.monitors}:`} # ${quoted(monitors)}`,
    );
    asks.push(...unknownParties(found, "monitors"));
    for (const { written, id } of groups)
      asks.push({ code: "party_several", facts: [written, id], about: "monitors" });
  }
  return { lines, asks };
}

function leadValue({ lead, except }: Responsible, asks: Ask[]): string {
  const [first, ...others] = lead.found;
  if (first === undefined) return "";
  const ids = lead.found.map((each) => each.id).join(", ");
  const groups = lead.found.filter((each) => each.isGroup).length;
  // Several agencies are a question of the plan language itself.
  if (groups === 0 && except.found.length === 0) return others.length === 0 ? ` ${first.id}` : ` [${ids}]`;
  if (groups < lead.found.length) asks.push({ code: "lead_mixed", facts: [], about: "lead" });
  const left = except.found.map((each) => each.id).join(", ");
  return ` { ${key.each}: [${ids}]${left === "" ? "" : `, ${key.except}: [${left}]`} }`;
}

/** What is asked about names nobody knows, or that several have. */
export function unknownParties(found: FoundParties, about: ColumnRole | null): Ask[] {
  return found.unknown.map(({ written, candidates }): Ask => {
    const [only, ...more] = candidates;
    if (only === undefined) return { code: "party_unknown", facts: [written], about };
    return more.length === 0
      ? { code: "party_near", facts: [written, only], about }
      : { code: "party_several", facts: [written, candidates.join(", ")], about };
  });
}
