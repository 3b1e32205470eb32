// The authorisation table: who may use each route at all. What he may read there, the engine's policy says.

import type { RouteName } from "./contract/index.ts";

/** open: anybody. demo: anybody, and only in a demo; elsewhere the route is not found. signed_in: whoever is
 *  identified. plan: whoever may read the plan in the path; for others the plan does not exist. */
export type Access = "open" | "demo" | "signed_in" | "plan";

export const routeAccess = {
  instance: "open",
  health: "open",
  openapi: "open",
  me: "open",
  identities: "demo",
  chooseMe: "demo",
  moveClock: "demo",
  plans: "signed_in",
  inbox: "signed_in",
  events: "signed_in",
  anchors: "signed_in",
  check: "signed_in",
  figures: "signed_in",
  sheet: "signed_in",
  sheetXlsx: "signed_in",
  sheetDocx: "signed_in",
  reminders: "signed_in",
  reminder: "signed_in",
  reminderDocx: "signed_in",
  sendCommand: "signed_in",
  issue: "signed_in",
  amend: "signed_in",
  assign: "signed_in",
  plan: "plan",
  planCommands: "plan",
  assignments: "plan",
  assignment: "plan",
  commands: "plan",
  history: "plan",
  planHistory: "plan",
  versions: "plan",
  version: "plan",
  erase: "plan",
  attach: "plan",
  files: "plan",
  file: "plan",
  record: "plan",
  recordDocx: "plan",
  lifecycle: "plan",
  source: "plan",
  verifyLedger: "plan",
  exportLedger: "plan",
} as const satisfies Record<RouteName, Access>;
