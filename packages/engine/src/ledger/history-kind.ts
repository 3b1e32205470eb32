// The kinds of entries a history can be narrowed to.

/** plan: about the plan as a whole. version: what put a version of it into force. assignments: what people did about
 *  assignments. clock: what came of itself. */
export const historyKinds = ["plan", "version", "assignments", "clock"] as const;
export type HistoryKind = (typeof historyKinds)[number];
