// Reads who does a task from its cells: leads, coordinators named with them, and what names nobody.

import { type FoundParties, findParties, type Parties } from "./match-agency.ts";

export interface Responsible {
  lead: FoundParties;
  /** Agencies of a group that do not lead: "(trừ …)". */
  except: FoundParties;
  coordinators: FoundParties;
}

const nobody: FoundParties = { found: [], unknown: [] };
const leads =
  /^\s*[-–+•*]?\s*(?:cơ quan |đơn vị )?chủ trì(?: thực hiện)?\s*:\s*|\s+chủ trì(?=\s*[,;.(]|\s*$)/gimu;
const withWhom =
  /[,;.\n\s(-]*(?:cơ quan |đơn vị )?(?<!\p{L})phối hợp(?: thực hiện)?(?:\s*:|\s+(?:cùng|với|cùng với)\s|\s*$|\s+(?=\p{Lu}))/iu;

const without = /\s*[(,;]?\s*(?<!\p{L})(?:trừ|ngoại trừ|except)\s+([^()]*)\)?\s*$/iu;

/** "Sở A chủ trì, phối hợp với Sở B" in one cell is both; `coordinators` adds the cell of that column. */
export function readResponsible(lead: string, coordinators: string, parties: Parties): Responsible {
  // Nobody names so many in one cell; what is longer is not taken apart.
  const split = lead.length > 2_000 ? null : withWhom.exec(lead);
  const [first, second] =
    split === null ? [lead, ""] : [lead.slice(0, split.index), lead.slice(split.index + split[0].length)];
  const others = `${second.replace(/\)\s*$/, "")}\n${coordinators}`.trim();
  const [taken, exceptions = ""] = (first.length > 2_000 ? null : without.exec(first)) ?? [""];
  return {
    lead: read(first.slice(0, first.length - taken.length).replace(leads, " "), parties),
    except: read(exceptions, parties),
    coordinators: read(others.replace(/^phối hợp\s*:/i, ""), parties),
  };
}

function read(text: string, parties: Parties): FoundParties {
  return text.trim() === "" ? nobody : findParties(text, parties);
}
