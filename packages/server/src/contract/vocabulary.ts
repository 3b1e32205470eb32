// The closed lists of the contract; a test holds each equal to the engine's.

import { Type } from "typebox";

export const Bucket = Type.Enum([
  "done_on_time",
  "done_late",
  "awaiting_confirmation",
  "in_time",
  "due_soon",
  "overdue",
  "no_due_date",
  "suspended",
  "withdrawn",
]);

export const FileType = Type.Enum(["pdf", "docx", "xlsx", "png", "jpeg"]);

export const StageCategory = Type.Enum(["todo", "active", "waiting", "blocked", "done", "cancelled"]);

export const TaskMode = Type.Enum(["one_off", "window", "recurring", "ongoing", "event"]);

export const PlanKind = Type.Enum(["plan", "programme", "decision", "directive", "conclusion", "letter"]);

export const PlanState = Type.Enum(["in_force", "suspended", "withdrawn", "ended"]);

export const AssignmentRole = Type.Enum(["lead", "coordinator"]);

export const CoordinatorDuty = Type.Enum(["contribute", "consent", "inform"]);

export const ActorRole = Type.Enum([
  "head",
  "clerk",
  "officer",
  "issuer",
  "vice_chair",
  "office",
  "auditor",
  "admin",
  "clock",
]);

/** Who could send a command: relative to the assignment (WhoRole) or by position (ActorRole). */
export const Who = Type.Enum([
  "head",
  "clerk",
  "officer",
  "lead_head",
  "lead_officer",
  "issuer",
  "vice_chair",
  "office",
  "monitor",
  "standing_lead",
  "clock",
  "auditor",
  "admin",
]);

export const Requirement = Type.Enum([
  "reason",
  "document",
  "products",
  "not_submitter",
  "answer",
  "due",
  "coordinators_answered",
  "agency",
  "decided_by",
  "handler",
  "soon_enough",
  "extensions_left",
  "figures",
]);

export const EntrySource = Type.Enum(["api", "cli", "ui", "clock", "import", "demo"]);

export const HistoryKind = Type.Enum(["plan", "version", "assignments", "clock"]);

export const Capacity = Type.Enum(["TM.", "KT.", "TL.", "TUQ.", "Q."]);
