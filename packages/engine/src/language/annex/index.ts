// Annex tables of plans: rows of cells → draft plan with its questions, and a plan → rows, and what differs.

export type { AskCode, ReadRow, RowBecame } from "./annex-item.ts";
export {
  type AnnexChange,
  type ComparedAnnex,
  type CompareOptions,
  compareAnnex,
} from "./compare-annex.ts";
export { type DraftOptions, type DraftPlan, draftPlan } from "./draft-plan.ts";
export { emptyCell, type Grid, type GridCell, type GridRow } from "./grid.ts";
export { type AnnexField, annexFields, annexRows, type PlanAnnexRow } from "./plan-annex.ts";
