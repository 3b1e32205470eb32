// Reads who does a task from its cells: leads, coordinators named with them, and what names nobody.

import { type FoundParties, findParties, type Parties } from "./match-agency.ts";

export interface Responsible {
  lead: FoundParties;
  coordinators: FoundParties;
}

const nobody: FoundParties = { found: [], unknown: [] };
const leads =
  /^\s*[-–+•*]?\s*(?:cơ quan |đơn vị )?chủ trì(?: thực hiện)?\s*:\s*|\s+chủ trì(?=\s*[,;.(]|\s*$)/gimu;
const withWhom =
  /[,;.\n\s(-]*(?:cơ quan |đơn vị )?(?<!\p{L})phối hợp(?: thực hiện)?(?:\s*:|\s+(?:cùng|với|cùng với)\s|\s*$|\s+(?=\p{Lu}))/iu;

/** "Sở A chủ trì, phối hợp với Sở B" in one cell is both; `coordinators` adds the cell of that column. */
export function readResponsible(lead: string, coordinators: string, parties: Parties): Responsible {
  const split = withWhom.exec(lead);
  const [first, second] =
    split === null ? [lead, ""] : [lead.slice(0, split.index), lead.slice(split.index + split[0].length)];
  const others = `${second.replace(/\)\s*$/, "")}\n${coordinators}`.trim();
  return {
    lead: read(first.replace(leads, " "), parties),
    coordinators: read(others.replace(/^phối hợp\s*:/i, ""), parties),
  };
}

function read(text: string, parties: Parties): FoundParties {
  return text.trim() === "" ? nobody : findParties(text, parties);
}
