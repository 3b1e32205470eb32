// Assignments as pages show them: rows of a list, one in full, its commands and its history.

import { Type } from "typebox";
import {
  After,
  AgencyName,
  DateText,
  HourText,
  Id,
  Limit,
  LocalText,
  Micros,
  nullable,
  page,
  written,
} from "./basics.ts";
import { FileBody } from "./file.ts";
import { ObjectiveBody, PartyBody, ProductBody, StatementBody, TaskBody } from "./plan.ts";
import { EntryReading, ReadingInputBody } from "./reading.ts";
import { RefusalBody } from "./trouble.ts";
import { AssignmentRole, Bucket, Capacity, EntrySource, HistoryKind, StageCategory } from "./vocabulary.ts";

export const AssignmentQuery = Type.Object(
  {
    agency: Type.Optional(Id),
    task: Type.Optional(Id),
    objective: Type.Optional(Id),
    role: Type.Optional(AssignmentRole),
    bucket: Type.Optional(Bucket),
    /** "true": only those neither done nor cancelled. */
    open: Type.Optional(Type.Enum(["true", "false"])),
    of: Type.Optional(Id),
    /** Looked for in task titles and agency names, accents and case aside. */
    text: Type.Optional(written({ maxLength: 200 })),
    after: Type.Optional(After),
    limit: Type.Optional(Limit),
  },
  { additionalProperties: false },
);

export const AssignmentItem = Type.Object({
  planId: Type.String(),
  id: Type.String(),
  task: Type.Object({ id: Type.String(), title: Type.String(), objective: nullable(Type.String()) }),
  agency: AgencyName,
  /** True: the agency is only requested (đề nghị), followed and never rated. */
  requested: Type.Boolean(),
  role: AssignmentRole,
  /** For a coordination: the lead's assignment. */
  of: nullable(Type.String()),
  occurrence: Type.String(),
  /** First and last day of the occurrence where it is a window of the plan; else null. */
  window: nullable(Type.Object({ from: DateText, to: DateText })),
  generation: Type.Integer(),
  lifecycle: Type.String(),
  stage: Type.Object({ id: Type.String(), label: LocalText, category: StageCategory }),
  bucket: Bucket,
  /** The last day; null: no due date. */
  dueOn: nullable(DateText),
  /** First instant at which it is late. */
  dueAt: nullable(Micros),
  soonAt: nullable(Micros),
  doneAt: nullable(Micros),
  openedAt: Micros,
  touchedAt: Micros,
  /** Working days from today, or from the day it was done, to the last day; negative: late by so many; null: no due
   *  date, or withdrawn. */
  workingDaysLeft: nullable(Type.Integer()),
  /** Waits for another task; nobody may work on it yet. */
  held: Type.Boolean(),
  /** Times it was sent back for rework. */
  reworks: Type.Integer(),
  /** For a coordination: the view taken; null until it is answered. */
  answer: nullable(Type.Enum(["agree", "differ"])),
  /** State of the region `extension`: none, requested, provisional, granted or refused. */
  extension: Type.String(),
  /** An obstacle was reported and no directive given since. */
  obstacle: Type.Boolean(),
  /** Give it back as `expected` with a command. */
  seq: Type.Integer(),
});

export const AssignmentPage = page(AssignmentItem);

export const DueRecordBody = Type.Object({
  kind: Type.Enum(["given", "adjusted", "computed", "provisional", "lapsed", "shifted", "corrected"]),
  date: nullable(DateText),
  hour: nullable(Type.String()),
  at: Micros,
  by: Type.String(),
  document: nullable(Type.String()),
  /** The calendar a computed date was counted with; null for a stated one. */
  calendar: nullable(Type.Object({ id: Type.String(), from: DateText })),
});

export const DocumentLinkBody = Type.Object(
  {
    number: written({ minLength: 1, maxLength: 100 }),
    date: DateText,
    issuer: nullable(written({ maxLength: 300 })),
    title: nullable(written({ maxLength: 1000 })),
  },
  { additionalProperties: false },
);

export const AssignmentBody = Type.Object({
  ...AssignmentItem.properties,
  plan: Type.Object({
    id: Type.String(),
    documentId: Type.String(),
    title: Type.String(),
    number: nullable(Type.String()),
  }),
  taskBody: Type.Omit(TaskBody, ["counts"]),
  objective: nullable(ObjectiveBody),
  /** The statements of the signed text the task comes from. */
  statements: Type.Array(StatementBody),
  /** For a lead's assignment: the coordinations asked for. */
  coordinations: Type.Array(AssignmentItem),
  /** For a coordination: the lead's assignment. */
  lead: nullable(AssignmentItem),
  monitors: Type.Array(PartyBody),
  /** Every due it ever had, oldest first. */
  dueHistory: Type.Array(DueRecordBody),
  products: Type.Array(
    Type.Object({
      ...ProductBody.properties,
      /** The document last given for it; null: none yet. */
      document: nullable(DocumentLinkBody),
    }),
  ),
  /** States of region `main` it has been in, in order of first visit. */
  visited: Type.Array(Type.String()),
  percent: nullable(Type.Integer()),
  reminders: Type.Integer(),
  /** The due asked for and not decided on yet; null: none. */
  askedDue: nullable(Type.Object({ date: DateText, hour: nullable(Type.String()) })),
  /** When an extension granted by word of mouth lapses without a document; null: none is provisional. */
  lapsesAt: nullable(Micros),
  /** Steps of the escalation ladder taken for the present due. */
  escalations: Type.Integer(),
  /** The assignment of the generation before. */
  previous: nullable(Type.String()),
  planVersion: Type.Integer(),
  /** A duty to report figures, whose form is to be filled in. */
  reports: Type.Boolean(),
  /** False: evidence and free texts are not shown to the person acting. */
  textsVisible: Type.Boolean(),
});

/** A command to an assignment, or to the plan as a whole. */
export const AllowedCommandBody = Type.Object({
  type: Type.String(),
  label: LocalText,
  /** The state it leads to; null: the state stays. */
  to: nullable(Type.Object({ id: Type.String(), label: LocalText })),
  /** What it must bring or meet. An open list: a page meets names it does not know with words, not with a crash. */
  require: Type.Array(Type.String()),
  /** Null: the person acting may send it now. */
  refusal: nullable(RefusalBody),
  /** Ids of the tasks he may send it for; absent: it is about none. */
  tasks: Type.Optional(Type.Array(Type.String())),
});

export const AllowedCommands = Type.Object({
  items: Type.Array(AllowedCommandBody),
  /** The last entry of the assignment, or of the plan, these were computed for. */
  seq: Type.Integer(),
});

export const PlanCommands = Type.Object({
  ...AllowedCommands.properties,
  /** Why the person acting may not amend the plan; null: he may. */
  amend: nullable(RefusalBody),
  /** Why he may not erase what was written or attached; null: he may. */
  erase: nullable(RefusalBody),
});

/** In whose place the commands would be sent: an authority of `me`. */
export const CommandsQuery = Type.Object(
  { authority: Type.Optional(written({ minLength: 1, maxLength: 200 })) },
  { additionalProperties: false },
);

export const HistoryQuery = Type.Object(
  { after: Type.Optional(After), limit: Type.Optional(Limit) },
  { additionalProperties: false },
);

/** Who decided and signed, and in what capacity. */
export const DecisionBody = Type.Object(
  {
    name: written({ minLength: 1, maxLength: 200 }),
    position: nullable(written({ maxLength: 200 })),
    capacity: nullable(Capacity),
  },
  { additionalProperties: false },
);

/** One entry of the ledger with its free texts, where they may be read. */
export const HistoryItem = Type.Object({
  planId: Type.String(),
  seq: Type.Integer(),
  requestId: Type.String(),
  part: Type.Integer(),
  assignmentId: nullable(Type.String()),
  type: Type.String(),
  /** The command's or clock step's name on screen. */
  label: LocalText,
  recordedAt: Micros,
  effectiveAt: Micros,
  actor: Type.String(),
  /** Who decided and signed, where somebody else typed it: the name alone in `onBehalfOf`. */
  onBehalfOf: nullable(Type.String()),
  signedBy: nullable(DecisionBody),
  agency: nullable(AgencyName),
  source: EntrySource,
  planVersion: Type.Integer(),
  /** The canonical JSON that was hashed; null: it may hold evidence that the person acting may not read. */
  data: nullable(Type.String()),
  /** Free texts by field; null: erased. Empty when `textsHidden`. */
  texts: Type.Record(Type.String(), nullable(Type.String())),
  /** Files the entry attached; empty where the person acting may not see them. */
  files: Type.Array(FileBody),
  /** True: there are free texts that the person acting may not read. */
  textsHidden: Type.Boolean(),
  /** The figure it reports; null: none, or `data` is null. */
  reading: nullable(EntryReading),
  prevHash: Type.String(),
  hash: Type.String(),
});

export const HistoryPage = page(HistoryItem);

export const PlanHistoryQuery = Type.Object(
  {
    ...HistoryQuery.properties,
    /** Default "oldest". */
    first: Type.Optional(Type.Enum(["oldest", "newest"])),
    kind: Type.Optional(HistoryKind),
    /** Entries about assignments of this agency, or of people who acted for it. */
    agency: Type.Optional(Id),
  },
  { additionalProperties: false },
);

export const PlanHistoryItem = Type.Object({
  ...HistoryItem.properties,
  /** The assignment it is about; null: the plan as a whole. */
  about: nullable(
    Type.Object({
      task: Type.String(),
      agency: AgencyName,
      role: AssignmentRole,
      occurrence: Type.String(),
      window: nullable(Type.Object({ from: DateText, to: DateText })),
    }),
  ),
});

export const PlanHistoryPage = page(PlanHistoryItem);

const CommandDataBody = Type.Object(
  {
    reason: Type.Optional(written({ maxLength: 10_000 })),
    note: Type.Optional(written({ maxLength: 10_000 })),
    percent: Type.Optional(Type.Integer()),
    document: Type.Optional(DocumentLinkBody),
    products: Type.Optional(
      Type.Record(Type.String({ pattern: "^[a-z0-9][a-z0-9_-]{0,62}$" }), DocumentLinkBody),
    ),
    answer: Type.Optional(Type.Enum(["agree", "differ"])),
    due: Type.Optional(DateText),
    hour: Type.Optional(nullable(HourText)),
    occurrence: Type.Optional(written({ minLength: 1, maxLength: 100 })),
    task: Type.Optional(written({ minLength: 1, maxLength: 100 })),
    agency: Type.Optional(written({ minLength: 1, maxLength: 100 })),
    cause: Type.Optional(Type.Enum(["subjective", "objective"])),
    causeConfirmedBy: Type.Optional(written({ maxLength: 500 })),
    unit: Type.Optional(written({ maxLength: 500 })),
    officer: Type.Optional(written({ maxLength: 500 })),
    innerDue: Type.Optional(written({ maxLength: 200 })),
    corrects: Type.Optional(Type.Integer({ minimum: 1 })),
    completedAt: Type.Optional(Type.Integer({ minimum: 0 })),
    /** Free texts, with a report of a period. */
    narrative: Type.Optional(
      Type.Object(
        {
          results: Type.Optional(written({ maxLength: 20_000 })),
          limits: Type.Optional(written({ maxLength: 20_000 })),
          causes: Type.Optional(written({ maxLength: 20_000 })),
          proposals: Type.Optional(written({ maxLength: 20_000 })),
          next: Type.Optional(written({ maxLength: 20_000 })),
        },
        { additionalProperties: false },
      ),
    ),
    /** Figures, with report. */
    readings: Type.Optional(Type.Array(ReadingInputBody, { minItems: 1, maxItems: 200 })),
  },
  { additionalProperties: false },
);

export const CommandBody = Type.Object(
  {
    /** Idempotency key: a retry with the same key returns the recorded result. */
    requestId: written({ minLength: 1, maxLength: 200 }),
    planId: Id,
    /** Absent: a command to the plan as a whole. */
    assignmentId: Type.Optional(Id),
    type: Type.String({ pattern: "^[a-z][a-z0-9_]{0,62}$" }),
    data: Type.Optional(CommandDataBody),
    /** `seq` the sender saw; another entry in between is a conflict (409). */
    expected: Type.Optional(Type.Integer({ minimum: 0 })),
    /** When it happened, if not now. */
    effectiveAt: Type.Optional(Type.Integer({ minimum: 0 })),
    /** Who decided and signed, where a clerk types it. */
    onBehalfOf: Type.Optional(DecisionBody),
    /** The authority by which the sender acts in somebody's place, one of `me`. */
    authority: Type.Optional(written({ minLength: 1, maxLength: 200 })),
  },
  { additionalProperties: false },
);

export const CommandAnswer = Type.Object({
  accepted: Type.Literal(true),
  /** True: the same request was stored before; this is its recorded result. */
  repeated: Type.Boolean(),
  seq: Type.Integer(),
  entries: Type.Array(
    Type.Object({ seq: Type.Integer(), type: Type.String(), assignmentId: nullable(Type.String()) }),
  ),
});

/** What waits for the person acting. */
export const Inbox = Type.Object({
  /** Open assignments of the person's own agency, by due date. */
  items: Type.Array(AssignmentItem),
  next: nullable(Type.String()),
  /** Submitted results that wait for confirmation by the person, by due date; empty for those who confirm nothing. */
  toConfirm: Type.Array(AssignmentItem),
  /** What else waits for a decision of the person: work handed back, extensions asked for or without their document,
   *  obstacles. */
  toDecide: Type.Array(AssignmentItem),
});

export const EventsQuery = Type.Object(
  {
    plan: Type.Optional(Id),
    /** A cursor, where the Last-Event-ID header cannot be set. */
    cursor: Type.Optional(Type.String({ maxLength: 8000 })),
  },
  { additionalProperties: false },
);

/** `data` of one server-sent event of type `entry`; its `id` is the cursor to resume from. */
export const EventBody = Type.Object({
  planId: Type.String(),
  seq: Type.Integer(),
  assignmentId: nullable(Type.String()),
  type: Type.String(),
  label: LocalText,
  recordedAt: Micros,
  effectiveAt: Micros,
  actor: Type.String(),
  agency: nullable(AgencyName),
  source: EntrySource,
});
