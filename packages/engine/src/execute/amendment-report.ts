// What an amendment changes, told from its entries: the same before it is stored, after it, and on a retry.

import type { DateText, HourText } from "../language/plan.ts";
import type { EntryData } from "../ledger/entry.ts";
import type { PlanChanges } from "./plan-changes.ts";
import type { AssignmentRow } from "./rows.ts";

export interface AmendmentReport extends PlanChanges {
  /** Dues that move. A stated one moves only where the text states it anew. */
  dues: readonly MovedDue[];
  opened: readonly AmendedAssignment[];
  withdrawn: readonly AmendedAssignment[];
  /** Open assignments that pass into the new version, those with a moved due among them. */
  kept: number;
}

export interface AmendedAssignment {
  /** Its id; of one that a preview would open, an id that will not be. */
  id: string;
  task: string;
  agency: string;
  role: "lead" | "coordinator";
  occurrence: string;
}

export interface MovedDue extends AmendedAssignment {
  /** The last day; null: no due date. */
  from: DateText | null;
  to: DateText | null;
  hour: HourText | null;
  kind: "adjusted" | "computed";
}

interface ToldEntry {
  type: string;
  assignmentId: string | null;
  data: EntryData;
}

/** `rowOf`: an assignment as it is or was, for what its entry does not say. */
export function amendmentReport(
  entries: readonly ToldEntry[],
  rowOf: (id: string) => AssignmentRow | undefined,
): AmendmentReport {
  // What the clock did first is no part of it.
  const start = entries.findIndex(({ type }) => type === "plan_amended");
  const changes = (entries[start]?.data.facts?.changes ?? noChanges) as PlanChanges;
  const dues: MovedDue[] = [];
  const opened: AmendedAssignment[] = [];
  const withdrawn: AmendedAssignment[] = [];
  let kept = 0;
  for (const { type, assignmentId, data } of entries.slice(start + 1)) {
    if (assignmentId === null) continue;
    const outcome = data.outcome as Partial<AssignmentRow>;
    const about = told({ ...rowOf(assignmentId), ...outcome, id: assignmentId });
    if (type === "assignment_opened") opened.push(about);
    else if (type !== "amended") withdrawn.push(about);
    else {
      kept += 1;
      const [last, earlier] = (outcome.dueHistory ?? []).toReversed();
      if (last === undefined) continue;
      const { date: to, hour, kind } = last;
      dues.push({
        ...about,
        from: earlier?.date ?? null,
        to,
        hour,
        kind: kind === "computed" ? kind : "adjusted",
      });
    }
  }
  return { ...changes, dues, opened, withdrawn, kept };
}

const noChanges: PlanChanges = { tasks: { added: [], removed: [], changed: [] }, keys: [], register: [] };

function told(row: Partial<AssignmentRow> & { id: string }): AmendedAssignment {
  const { id, taskId = "", agencyId = "", role = "lead", occurrence = "" } = row;
  return { id, task: taskId, agency: agencyId, role, occurrence };
}
