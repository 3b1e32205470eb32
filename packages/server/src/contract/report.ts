// Reports of a period over HTTP: the live one, frozen ones, and what agencies say of their lines.

import { Type } from "typebox";
import { DecisionBody } from "./assignment.ts";
import { DateText, Id, LocalText, Micros, nullable, written } from "./basics.ts";
import { FigureLineBody, PageBody, PrintedSheetBody } from "./figures.ts";
import { Counts } from "./plan.ts";
import { ReadingStatus } from "./reading.ts";
import { BoundOperator, ForecastMethod, Possibility, Verdict } from "./target.ts";
import { RefusalBody } from "./trouble.ts";
import { Bucket, PlanKind, PlanState } from "./vocabulary.ts";

const Language = Type.Enum(["vi", "en"]);
/** E.g. 2017-07, 2017-Q3, 2017-H1, 2017-9M, 2017, 2017-W05. */
const Period = Type.String({ pattern: "^[0-9]{4}(-([0-9]{2}|Q[1-4]|H[12]|9M|W[0-9]{2}))?$" });
const Fraction = nullable(Type.String(), "An exact fraction: 19/20, or 19 where whole; null: none");
const Seqs = Type.Array(Type.Integer());

/** Of what: with neither plan nor agency, the province. */
const about = {
  plan: Type.Optional(Id),
  agency: Type.Optional(Id),
  period: Period,
  /** A regime of the register; "calendar": the calendar's own periods. Absent: the plan's regime, else the calendar. */
  regime: Type.Optional(Id),
};

export const ReportQuery = Type.Object(
  {
    ...about,
    /** As recorded at the end of this date; not in the future. */
    asOf: Type.Optional(DateText),
    /** Of documents and pages. */
    lang: Type.Optional(Language),
  },
  { additionalProperties: false },
);

const named = { agency: Type.String(), name: Type.String() };

const TracedAssignment = Type.Object({
  planId: Type.String(),
  id: Type.String(),
  taskId: Type.String(),
  task: Type.String(),
  ...named,
  role: Type.Enum(["lead", "coordinator"]),
  requested: Type.Boolean(),
  occurrence: Type.String(),
  bucket: Bucket,
  dueOn: nullable(DateText),
  doneOn: nullable(DateText),
  fallenDue: Type.Boolean(),
  age: nullable(Type.Enum(["1_30", "31_60", "61_90", "over_90"])),
  stale: Type.Boolean(),
  returns: Type.Integer(),
  /** Entries whose folding gives the row. */
  entries: Seqs,
});

const ReportTarget = Type.Object({
  planId: Type.String(),
  id: Type.String(),
  title: Type.String(),
  owner: nullable(Type.Object({ id: Type.String(), name: Type.String() })),
  unit: nullable(Type.String()),
  span: Type.Object({ from: DateText, to: DateText, open: Type.Boolean() }),
  verdict: Verdict,
  provisional: Type.Boolean(),
  reason: nullable(Type.String()),
  value: Fraction,
  numerator: Fraction,
  denominator: Fraction,
  bound: nullable(Type.Object({ operator: BoundOperator, value: Type.String(), percent: Type.Boolean() })),
  level: nullable(LocalText),
  shown: nullable(LocalText),
  explanation: LocalText,
  ahead: nullable(LocalText),
  oneCase: Type.Boolean(),
  outlook: nullable(
    Type.Object({
      possibility: Possibility,
      required: Fraction,
      requiredAs: nullable(Type.Enum(["each_period", "share_of_coming"])),
      pace: Fraction,
      forecast: nullable(Type.Object({ value: Type.String(), method: ForecastMethod })),
      estimate: Fraction,
      periodsLeft: Type.Integer(),
    }),
  ),
  reported: Type.Object({ expected: Type.Integer(), there: Type.Integer() }),
  entries: Type.Array(Type.Object({ planId: Type.String(), seqs: Seqs })),
});

/** The model that documents and spreadsheets are made of. */
export const PeriodReportBody = Type.Object({
  /** Both null: the province. */
  scope: Type.Object({
    plan: nullable(Type.Object({ id: Type.String(), documentId: Type.String(), title: Type.String() })),
    agency: nullable(Type.Object({ id: Type.String(), name: Type.String() })),
  }),
  period: Type.Object({ regime: nullable(Type.String()), id: Type.String(), from: DateText, to: DateText }),
  /** Everything as recorded at this instant. */
  at: Micros,
  /** The ledgers it rests on, with the last entry counted and its hash. */
  ledgers: Type.Array(
    Type.Object({
      planId: Type.String(),
      documentId: Type.String(),
      kind: PlanKind,
      title: Type.String(),
      number: nullable(Type.String()),
      issued: nullable(DateText),
      state: PlanState,
      seq: Type.Integer(),
      head: Type.String(),
      entries: Seqs,
    }),
  ),
  figures: Type.Object({
    total: FigureLineBody,
    lines: Type.Array(
      Type.Object({
        ...FigureLineBody.properties,
        ...named,
        isRequested: Type.Boolean(),
        /** What `line` of a check names. */
        digest: Type.String(),
      }),
    ),
  }),
  assignments: Type.Array(TracedAssignment),
  targets: Type.Array(ReportTarget),
  readings: Type.Array(
    Type.Object({
      planId: Type.String(),
      input: Type.String(),
      title: Type.String(),
      ...named,
      period: Type.String(),
      status: ReadingStatus,
      /** Null: the agency says that there is no figure to give. */
      value: nullable(Type.String()),
      seq: Type.Integer(),
    }),
  ),
  /** Tasks without an end: a line for each agency that leads one. */
  ongoing: Type.Array(
    Type.Object({ planId: Type.String(), task: Type.String(), title: Type.String(), ...named }),
  ),
  gaps: Type.Object({
    readings: Type.Array(
      Type.Object({
        planId: Type.String(),
        input: Type.String(),
        title: Type.String(),
        ...named,
        period: Type.String(),
        /** Reported, and its duty to report is not accepted yet. */
        awaiting: Type.Boolean(),
      }),
    ),
    duties: Type.Array(
      Type.Object({
        planId: Type.String(),
        assignmentId: Type.String(),
        task: Type.String(),
        ...named,
        occurrence: Type.String(),
        what: Type.Enum(["missing", "late", "returned"]),
        dueOn: nullable(DateText),
      }),
    ),
  }),
  /** Null: there is no earlier report of the same scope and length. */
  changes: nullable(
    Type.Object({
      since: Type.Object({
        planId: Type.String(),
        seq: Type.Integer(),
        period: Type.String(),
        number: Type.Integer(),
        at: Micros,
      }),
      /** Null: only the reader's own part is told. */
      figures: nullable(Counts),
      /** Ids among `assignments`. */
      done: Type.Array(Type.String()),
      overdue: Type.Array(Type.String()),
      opened: Type.Array(Type.String()),
      verdicts: Type.Array(
        Type.Object({
          planId: Type.String(),
          target: Type.String(),
          title: Type.String(),
          from: nullable(Verdict),
          to: nullable(Verdict),
          valueFrom: Fraction,
          valueTo: Fraction,
        }),
      ),
    }),
  ),
  narratives: Type.Array(
    Type.Object({
      planId: Type.String(),
      assignmentId: Type.String(),
      ...named,
      part: Type.Enum(["results", "limits", "causes", "proposals", "next"]),
      seq: Type.Integer(),
      /** Null: erased, or not for the reader. */
      text: nullable(Type.String()),
    }),
  ),
  checks: Type.Array(
    Type.Object({
      ...named,
      answer: Type.Enum(["agree", "differ"]),
      /** Null: it agrees, or the reason is erased or not for the reader. */
      reason: nullable(Type.String()),
      planId: Type.String(),
      seq: Type.Integer(),
      recordedAt: Micros,
      line: Type.String(),
      /** False: the line has changed since. */
      holds: Type.Boolean(),
    }),
  ),
  /** False: only the reader's own part. */
  whole: Type.Boolean(),
});

/** A report that was issued, without its content. */
export const FrozenReportBody = Type.Object({
  id: Type.String(),
  /** The ledger that holds it and its entry there. */
  ledger: Type.String(),
  seq: Type.Integer(),
  plan: nullable(Type.String()),
  agency: nullable(Type.String()),
  regime: nullable(Type.String()),
  period: Type.String(),
  to: DateText,
  at: Micros,
  /** Counts the reports of one scope and period; `latest` is the highest, which stands. */
  number: Type.Integer(),
  latest: Type.Integer(),
  /** SHA-256 of the canonical JSON that was frozen. */
  digest: Type.String(),
  issuedAt: Micros,
  issuedBy: Type.String(),
  issuedFor: nullable(Type.String()),
  onBehalfOf: nullable(Type.String()),
});

export const LiveReportBody = Type.Object({
  report: PeriodReportBody,
  /** Why the person acting may not issue it, or say of his agency's line; null: he may. */
  allowed: Type.Object({ issue: nullable(RefusalBody), check: nullable(RefusalBody) }),
});

export const IssuedReportBody = Type.Object({ frozen: FrozenReportBody, report: PeriodReportBody });

/** The printed document, its text first, then its annexes; and the sheets of the spreadsheet. */
export const ReportPages = Type.Object({
  pages: Type.Array(PageBody),
  sheets: Type.Array(Type.Object({ name: Type.String(), sheet: PrintedSheetBody })),
});

export const ReportsQuery = Type.Object(
  { plan: Type.Optional(Id), agency: Type.Optional(Id), period: Type.Optional(Period) },
  { additionalProperties: false },
);

export const ReportList = Type.Object({ items: Type.Array(FrozenReportBody) });

export const ReportParams = Type.Object({ report: Id });

const request = {
  /** Idempotency key. */
  requestId: written({ minLength: 1, maxLength: 200 }),
  /** Who decided and signed, where somebody else types it. */
  onBehalfOf: Type.Optional(DecisionBody),
};

export const IssueReportBody = Type.Object({ ...about, ...request }, { additionalProperties: false });

export const IssueReportAnswer = Type.Object({ repeated: Type.Boolean(), frozen: FrozenReportBody });

export const CheckReportBody = Type.Object(
  {
    ...about,
    ...request,
    answer: Type.Enum(["agree", "differ"]),
    reason: Type.Optional(written({ maxLength: 20_000 })),
    /** `digest` of the line that was looked at: another one now is a conflict. */
    line: Type.Optional(Type.String({ pattern: "^[0-9a-f]{64}$" })),
  },
  { additionalProperties: false },
);

export const CheckReportAnswer = Type.Object({ repeated: Type.Boolean(), seq: Type.Integer() });
