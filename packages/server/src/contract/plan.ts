// A plan as pages show it: summary, counts, rates, objectives, tasks, statements, lifecycles, ledger.

import { Type } from "typebox";
import { AgencyName, DateText, Id, LocalText, Micros, nullable } from "./basics.ts";
import {
  Capacity,
  CoordinatorDuty,
  PlanKind,
  PlanState,
  Requirement,
  StageCategory,
  TaskMode,
  Who,
} from "./vocabulary.ts";

/** Assignments by bucket. */
export const Counts = Type.Object({
  done_on_time: Type.Integer(),
  done_late: Type.Integer(),
  awaiting_confirmation: Type.Integer(),
  in_time: Type.Integer(),
  due_soon: Type.Integer(),
  overdue: Type.Integer(),
  no_due_date: Type.Integer(),
  suspended: Type.Integer(),
  withdrawn: Type.Integer(),
});

/** A rate of official reports. Each names its denominator, since at least three are in use. */
export const Rate = Type.Object({
  id: Type.Enum(["done_of_done_or_overdue", "done_of_due", "on_time_of_done"]),
  label: LocalText,
  /** The formula in words. */
  formula: LocalText,
  numerator: Type.Integer(),
  denominator: Type.Integer(),
  /** Hundredths of a percent, rounded half up; null: the denominator is 0. */
  basisPoints: nullable(Type.Integer()),
});

export const PlanItem = Type.Object({
  id: Type.String(),
  documentId: Type.String(),
  title: Type.String(),
  number: nullable(Type.String()),
  state: PlanState,
  version: Type.Integer(),
  seq: Type.Integer(),
  /** Lead assignments; coordinations are never in official counts. */
  counts: Counts,
  coordinations: Counts,
  /** Of `counts`: those of agencies only requested (đề nghị), followed and never rated. */
  requested: Counts,
  rates: Type.Array(Rate),
});

export const PlanList = Type.Object({ items: Type.Array(PlanItem) });

const annotations = {
  /** Ids of statements, or free clause locators. */
  source: Type.Array(Type.String()),
  assumption: nullable(Type.String()),
  understood: nullable(Type.Object({ reading: Type.String(), by: Type.String(), on: Type.String() })),
};

export const StatementBody = Type.Object({
  id: Type.String(),
  at: Type.String(),
  gist: nullable(Type.String()),
});

export const ObjectiveBody = Type.Object({
  id: Type.String(),
  title: Type.String(),
  parent: nullable(Type.String()),
  ...annotations,
});

/** An agency or a group of agencies with a part in a task. */
export const PartyBody = Type.Object({
  agency: nullable(AgencyName),
  group: nullable(Type.Object({ id: Type.String(), name: Type.String() })),
  duty: nullable(Type.String()),
});

export const ProductBody = Type.Object({
  id: Type.String(),
  title: Type.String(),
  required: Type.Boolean(),
});

export const TaskBody = Type.Object({
  id: Type.String(),
  title: Type.String(),
  objective: nullable(Type.String()),
  code: nullable(Type.String()),
  mode: TaskMode,
  /** More than one: an assignment for each. */
  leads: Type.Array(PartyBody),
  coordinators: Type.Array(Type.Object({ ...PartyBody.properties, duty: CoordinatorDuty })),
  monitors: Type.Array(PartyBody),
  products: Type.Array(ProductBody),
  after: Type.Array(Type.String()),
  /** The due as the author wrote it; null: none. */
  dueText: nullable(Type.String()),
  lifecycle: Type.String(),
  cascade: Type.Boolean(),
  contentElsewhere: Type.Boolean(),
  /** The same duty in another plan, by its document id and task id: it is done and counted there. */
  sameAs: nullable(Type.Object({ document: Type.String(), task: Type.String() })),
  ...annotations,
  /** Lead assignments of the task. */
  counts: Counts,
});

export const TargetBody = Type.Object({
  id: Type.String(),
  /** Which kind of promise, e.g. "ratio" or "directional". */
  type: Type.String(),
  title: Type.String(),
  objective: nullable(Type.String()),
  /** Who answers for it; null: nobody is named. */
  owner: nullable(AgencyName),
  unit: nullable(Type.String()),
  ...annotations,
});

export const AgencyCounts = Type.Object({
  agency: AgencyName,
  /** True: only requested (đề nghị), never rated. */
  requested: Type.Boolean(),
  counts: Counts,
  coordinations: Counts,
});

export const PlanBody = Type.Object({
  ...PlanItem.properties,
  kind: PlanKind,
  issuer: AgencyName,
  issued: nullable(DateText),
  signer: nullable(
    Type.Object({ name: Type.String(), position: Type.String(), capacity: nullable(Capacity) }),
  ),
  bases: Type.Array(Type.String()),
  period: Type.Object({ from: DateText, to: DateText }),
  ...annotations,
  parent: nullable(
    Type.Object({
      title: Type.String(),
      number: nullable(Type.String()),
      date: nullable(DateText),
      issuer: nullable(Type.String()),
    }),
  ),
  viceChair: nullable(Type.String()),
  office: nullable(
    Type.Object({ agency: AgencyName, unit: nullable(Type.String()), officer: nullable(Type.String()) }),
  ),
  standingLeads: Type.Array(PartyBody),
  monitors: Type.Array(PartyBody),
  objectives: Type.Array(ObjectiveBody),
  tasks: Type.Array(TaskBody),
  targets: Type.Array(TargetBody),
  statements: Type.Array(StatementBody),
  /** Agencies that hold assignments. */
  agencies: Type.Array(AgencyCounts),
  lifecycles: Type.Array(Type.Object({ id: Type.String(), label: LocalText })),
});

export const LifecycleParams = Type.Object({ plan: Id, id: Id });

export const LifecycleBody = Type.Object({
  id: Type.String(),
  /** Version of a built-in; null for an author's own. */
  version: nullable(Type.Integer()),
  label: LocalText,
  initial: Type.String(),
  states: Type.Array(Type.Object({ id: Type.String(), label: LocalText, category: StageCategory })),
  commands: Type.Array(
    Type.Object({
      type: Type.String(),
      label: LocalText,
      from: Type.Array(Type.String()),
      /** Null: the state stays. */
      to: nullable(Type.String()),
      who: Type.Array(Who),
      require: Type.Array(Requirement),
      stampsCompletion: Type.Boolean(),
      clearsCompletion: Type.Boolean(),
      /** Sent by the clock when the due has passed. */
      onDue: Type.Boolean(),
    }),
  ),
  mermaid: Type.String(),
});

export const PlanSource = Type.Object({
  documentId: Type.String(),
  version: Type.Integer(),
  /** The plan's text as it was issued. */
  text: Type.String(),
  /** Where tasks begin in the text, from line 1; those that could not be found are left out. */
  tasks: Type.Array(Type.Object({ task: Type.String(), line: Type.Integer() })),
});

/** `anchors`: entries that must be there, each as "seq:hash", separated by commas. */
export const VerifyQuery = Type.Object(
  {
    anchors: Type.Optional(
      Type.String({ maxLength: 8000, pattern: "^\\d{1,15}:[0-9a-f]{64}(,\\d{1,15}:[0-9a-f]{64})*$" }),
    ),
  },
  { additionalProperties: false },
);

/** The last entries of the ledgers the person acting may read. */
export const AnchorsBody = Type.Object({
  items: Type.Array(
    Type.Object({
      planId: Type.String(),
      seq: Type.Integer(),
      head: Type.String(),
      documentId: Type.String(),
      at: Micros,
    }),
  ),
});

export const LedgerBody = Type.Object({
  planId: Type.String(),
  intact: Type.Boolean(),
  entries: Type.Integer(),
  head: Type.String(),
  /** The first fault found; null when intact. */
  fault: nullable(
    Type.Object({ seq: Type.Integer(), code: Type.String(), vi: Type.String(), en: Type.String() }),
  ),
  checkedAt: Micros,
});
