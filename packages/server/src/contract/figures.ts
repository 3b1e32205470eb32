// Figures as officials report them, and the weekly sheets and reminders made of them.

import { Type } from "typebox";
import { AgencyName, DateText, Id, Micros, nullable } from "./basics.ts";
import { Counts, Rate } from "./plan.ts";

const Language = Type.Enum(["vi", "en"]);
const RateId = Type.Enum(["done_of_done_or_overdue", "done_of_due", "on_time_of_done"]);

export const FiguresQuery = Type.Object(
  {
    /** A plan's id or document id; else every plan the person acting may read. */
    plan: Type.Optional(Id),
    agency: Type.Optional(Id),
    /** Objectives below it are counted in. */
    objective: Type.Optional(Id),
    /** A task's tag. */
    field: Type.Optional(Type.String({ minLength: 1, maxLength: 100, pattern: "^[^\\u0000]*$" })),
    by: Type.Optional(Type.Enum(["agency", "objective", "field", "plan", "task"])),
    /** As recorded at the end of this date; not in the future. */
    asOf: Type.Optional(DateText),
    /** Days without a word after which open work is silent. */
    staleDays: Type.Optional(Type.String({ pattern: "^[1-9][0-9]{0,3}$" })),
  },
  { additionalProperties: false },
);

export const FigureLineBody = Type.Object({
  /** Lead assignments of assigned agencies; all that is rated. */
  assignments: Counts,
  /** The tasks they belong to, each once, in the bucket of what presses most in it. */
  tasks: Counts,
  /** Of `assignments`, those without a due date. */
  undated: Counts,
  /** Overdue assignments by calendar days late. */
  ageing: Type.Object({
    "1_30": Type.Integer(),
    "31_60": Type.Integer(),
    "61_90": Type.Integer(),
    over_90: Type.Integer(),
  }),
  /** Open assignments nobody has been heard of about for more than `staleDays`. */
  stale: Counts,
  returns: Type.Object({
    /** Assignments sent back at least once. */
    assignments: Type.Integer(),
    /** Times they were sent back. */
    times: Type.Integer(),
    /** Of `times`, by recorded cause: outside the agency, or its own fault. */
    objective: Type.Integer(),
    subjective: Type.Integer(),
  }),
  rates: Type.Array(Rate),
  /** Lead assignments of agencies only requested (đề nghị): apart, and never rated. */
  requested: Counts,
  coordinations: Counts,
});

export const FiguresBody = Type.Object({
  /** The instant everything was counted against. */
  at: Micros,
  /** The date in Vietnam at `at`. */
  date: DateText,
  staleDays: Type.Integer(),
  total: FigureLineBody,
  /** Empty where no `by` was asked. */
  lines: Type.Array(
    Type.Object({
      ...FigureLineBody.properties,
      /** Where `key` is an id within a plan. */
      planId: nullable(Type.String()),
      /** Null: tasks without an objective or a field. */
      key: nullable(Type.String()),
      title: nullable(Type.String()),
      /** True: an agency only requested. */
      isRequested: Type.Boolean(),
    }),
  ),
});

export const RecordQuery = Type.Object({ lang: Type.Optional(Language) }, { additionalProperties: false });

export const SheetParams = Type.Object({ sheet: Type.Enum(["agencies", "tasks"]) });

export const SheetQuery = Type.Object(
  {
    plan: Type.Optional(Id),
    agency: Type.Optional(Id),
    /** Only of sheet `agencies`: as recorded at the end of this date. */
    asOf: Type.Optional(DateText),
    /** Only of sheet `agencies`: the rate of its last column. Default done_of_done_or_overdue. */
    rate: Type.Optional(RateId),
    lang: Type.Optional(Language),
  },
  { additionalProperties: false },
);

const cells = [
  Type.String(),
  Type.Integer(),
  Type.Object({ date: DateText }),
  /** Hundredths of a percent. */
  Type.Object({ basisPoints: Type.Integer() }),
] as const;

export const SheetBody = Type.Object({
  title: Type.String(),
  /** Below the title: the documents, and what date the figures are of. */
  subtitles: Type.Array(Type.String()),
  columns: Type.Array(
    Type.Object({
      title: Type.String(),
      kind: Type.Enum(["text", "number", "date", "rate"]),
      /** Share of the width, in characters. */
      width: Type.Integer(),
    }),
  ),
  rows: Type.Array(
    Type.Object({
      /** heading: one text over the whole width, its only cell. total: a sum of the rows above. */
      kind: Type.Enum(["row", "heading", "total"]),
      cells: Type.Array(nullable(Type.Union([...cells]))),
    }),
  ),
  /** Below the table: what is counted and how. */
  notes: Type.Array(Type.String()),
});

/** A sheet as files have it, with exact figures. */
export const PrintedSheetBody = Type.Object({
  ...SheetBody.properties,
  rows: Type.Array(
    Type.Object({
      kind: Type.Enum(["row", "heading", "total"]),
      cells: Type.Array(
        nullable(
          Type.Union([
            ...cells,
            Type.Object({
              /** An exact fraction: 19/20, or 19 where whole. */
              figure: Type.String(),
              /** Read as per cent. */
              percent: Type.Boolean(),
              /** How a page shows it. Default: the number. */
              shown: Type.Optional(Type.String()),
            }),
          ]),
        ),
      ),
    }),
  ),
});

export const ReminderQuery = Type.Object(
  { plan: Type.Optional(Id), lang: Type.Optional(Language) },
  { additionalProperties: false },
);

export const ReminderParams = Type.Object({ issuer: Id, agency: Id });

/** Agencies with overdue work, each of which a reminder can be drafted for. */
export const ReminderList = Type.Object({
  items: Type.Array(Type.Object({ issuer: AgencyName, agency: AgencyName, overdue: Type.Integer() })),
});

const LineBody = Type.Object({
  runs: Type.Array(
    Type.Object({
      text: Type.String(),
      bold: Type.Optional(Type.Boolean()),
      italic: Type.Optional(Type.Boolean()),
      /** Points. */
      size: Type.Optional(Type.Integer()),
    }),
  ),
  align: Type.Optional(Type.Enum(["left", "center", "right", "justify"])),
  /** The first line set in. */
  indent: Type.Optional(Type.Boolean()),
  /** No words but a rule, over so much of the width: 0–1. */
  rule: Type.Optional(Type.Number()),
  /** Points before the line. */
  before: Type.Optional(Type.Integer()),
  /** Never the last line of a page: a heading. */
  heads: Type.Optional(Type.Boolean()),
});

/** A printed page, block by block. */
export const PageBody = Type.Object({
  title: Type.String(),
  landscape: Type.Boolean(),
  blocks: Type.Array(
    Type.Union([
      Type.Object({ kind: Type.Literal("line"), line: LineBody }),
      /** Lines side by side, without borders. */
      Type.Object({
        kind: Type.Literal("beside"),
        shares: Type.Array(Type.Integer()),
        columns: Type.Array(Type.Array(LineBody)),
      }),
      /** The first row is the head. */
      Type.Object({
        kind: Type.Literal("table"),
        shares: Type.Array(Type.Integer()),
        rows: Type.Array(Type.Array(Type.Object({ line: LineBody, span: Type.Optional(Type.Integer()) }))),
      }),
    ]),
  ),
});
