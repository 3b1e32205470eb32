// Reading as somebody: the engine's reads under the one policy of who sees what.

import type { Actor, Decision } from "../../execute/command.ts";
import { readableTexts, type Sight } from "../../execute/who-sees.ts";
import type { Plan } from "../../language/plan.ts";
import type { Entry, EntryData, Micros } from "../../ledger/entry.ts";
import type { Connection } from "../../store/connection.ts";
import type { PlanCache } from "../../store/plan-cache.ts";
import { presentReader } from "../../store/stand-in-of.ts";
import { actorFault } from "../commands/command-shape.ts";
import { throwIf } from "../commands/complete-command.ts";
import type {
  AssignmentFilter,
  AssignmentView,
  HistoryEntry,
  HistoryOptions,
  Page,
  PlanSummary,
} from "../engine.ts";
import { readReports } from "../reports/read-reports.ts";
import type { ReadReports } from "../reports/reports.ts";
import { type EngineTargets, engineTargets } from "../targets/engine-targets.ts";
import { planRowOf } from "./engine-feed.ts";
import { engineFigures } from "./engine-figures.ts";
import { engineReads, findPlanRow } from "./engine-reads.ts";
import type { Figures, FiguresQuestion } from "./figures-question.ts";
import { sightsOf } from "./sights-of.ts";
import { textsAs } from "./texts-as.ts";

/** The engine's reads as one actor has them: what he may not see is not there, and is not counted. */
export interface ReadAs extends ReadReports, EngineTargets {
  /** The plans he may read, with counts of the assignments he sees. */
  plans(): Promise<readonly PlanSummary[]>;
  /** Null when there is none he may read. Tasks he does not see are left out, and `sourceText` is null where there
   *  are any, since it tells them all. */
  plan(id: string): Promise<{ summary: PlanSummary; plan: Plan; sourceText: string | null } | null>;
  /** What of the plan he does not see; null: he may not read it. */
  sight(planId: string): Promise<Sight | null>;
  /** As `Engine.figures`, of what he sees. */
  figures(question?: FiguresQuestion): Promise<Figures>;
  /** Null when there is none that he sees. */
  assignment(planId: string, id: string): Promise<SeenAssignment | null>;
  assignments(
    filter: AssignmentFilter,
    page?: { after?: string | null; limit?: number },
  ): Promise<Page<AssignmentView>>;
  /** As `Engine.history`, without entries about assignments he does not see. */
  history(planId: string, options?: HistoryOptions): Promise<Page<SeenEntry>>;
}

export interface SeenAssignment extends AssignmentView {
  /** Whether he may read evidence and free texts about it. */
  textsVisible: boolean;
}

/** An entry as a reader has it. */
export interface SeenEntry extends Omit<HistoryEntry, "data"> {
  /** Null: withheld, since it may hold evidence. */
  data: string | null;
  /** True: he may read neither evidence nor free texts about it; then `textBodies` has every field as null, and `files`
   *  is empty. */
  withheld: boolean;
  /** Who decided and signed, where somebody else typed it; never withheld. */
  signedBy: Decision | null;
}

/** Throws EngineError `request_invalid` for an actor that is none. */
export function readAs(
  connection: Connection,
  cache: PlanCache,
  now: () => Promise<Micros>,
  actor: Actor,
): ReadAs {
  throwIf(actorFault(actor));
  const present = () => presentReader(connection, actor, now);
  const sight = sightsOf(connection, present);
  const reads = engineReads(connection, cache, now, sight);

  /** Whether the actor may read texts about each of these assignments, and about the plan as a whole (null). */
  async function textsOf(
    planId: string,
    assignmentIds: readonly (string | null)[],
  ): Promise<(id: string | null) => boolean> {
    const compiled = await reads.compiled(planId);
    if (compiled === null) return () => false;
    const { id: rowId } = await planRowOf(connection, planId);
    return textsAs(connection, await present(), compiled, rowId, assignmentIds);
  }

  async function sightOn(planId: string): Promise<Sight | null> {
    const [row, compiled] = await Promise.all([findPlanRow(connection, planId), reads.compiled(planId)]);
    if (row === null || compiled === null) return null;
    return (await sight([{ row, compiled }]))[0] ?? null;
  }

  return {
    sight: sightOn,
    ...engineFigures(connection, cache, now, sight),
    ...engineTargets(connection, cache, now, sight),
    ...readReports(connection, cache, now, actor),
    plans: reads.plans,
    assignments: reads.assignments,
    async plan(id) {
      const [found, seen] = await Promise.all([reads.plan(id), sightOn(id)]);
      if (found === null || seen === null) return null;
      return { ...found, sourceText: seen.narrowed.size === 0 ? found.sourceText : null };
    },
    async assignment(planId, id) {
      const view = await reads.assignment(planId, id);
      if (view === null) return null;
      return { ...view, textsVisible: (await textsOf(planId, [id]))(id) };
    },
    async history(planId, options) {
      const { items, next } = await reads.history(planId, options);
      const visible = await textsOf(
        planId,
        items.map((entry) => entry.assignmentId),
      );
      const reader = await present();
      return { items: items.map((entry) => seenEntry(entry, reader, visible(entry.assignmentId))), next };
    },
  };
}

function seenEntry(entry: HistoryEntry, actor: Actor, visible: boolean): SeenEntry {
  const signedBy = signerOf(entry);
  if (visible) {
    return { ...entry, signedBy, textBodies: readableTexts(actor, entry), withheld: false };
  }
  const fields = Object.keys(entry.textBodies).map((field) => [field, null] as const);
  const textBodies = Object.fromEntries(fields);
  return { ...entry, signedBy, data: null, files: [], textBodies, withheld: true };
}

function signerOf(entry: Entry): Decision | null {
  if (entry.onBehalfOf === null) return null;
  const { facts }: EntryData = JSON.parse(entry.data);
  const stored = (facts?.signedBy ?? {}) as Partial<Decision>;
  return { name: entry.onBehalfOf, position: stored.position ?? null, capacity: stored.capacity ?? null };
}
