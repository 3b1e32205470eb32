// Column lists, so that every statement names its columns (a later migration must not change what it reads).

export const planColumns =
  "plan_id, document_id, kind, state, version, seq, head, last_at, wake_at, opened_through, suspended_since";

/** What an entry may change of a plan's row. */
const planChangeable = [
  ["state", "text"],
  ["version", "integer"],
  ["seq", "bigint"],
  ["head", "text"],
  ["last_at", "bigint"],
  ["wake_at", "bigint"],
  ["opened_through", "bigint"],
  ["suspended_since", "bigint"],
] as const;

export const planChanges: string = planChangeable.map(([name]) => `${name} = u.${name}`).join(", ");
export const planChangeTypes: string = `plan_id uuid, ${planChangeable.map(([name, type]) => `${name} ${type}`).join(", ")}`;

const assignmentColumnNames = [
  ["plan_id", "uuid"],
  ["id", "uuid"],
  ["task_id", "text"],
  ["agency_id", "text"],
  ["role", "text"],
  ['"of"', "uuid"],
  ["occurrence", "text"],
  ["generation", "integer"],
  ["previous", "uuid"],
  ["plan_version", "integer"],
  ["lifecycle", "text"],
  ["snapshot", "text"],
  ["stage", "text"],
  ["category", "text"],
  ["opened_at", "bigint"],
  ["due_at", "bigint"],
  ["due_on", "date"],
  ["soon_at", "bigint"],
  ["due_history", "text"],
  ["done_at", "bigint"],
  ["noticed", "text"],
  ["wake_at", "bigint"],
  ["held", "boolean"],
  ["touched_at", "bigint"],
  ["seq", "bigint"],
] as const;

/** What a command may change of an assignment; the rest is fixed when it opens. */
const changeable = [
  "plan_version",
  "lifecycle",
  "snapshot",
  "stage",
  "category",
  "opened_at",
  "due_at",
  "due_on",
  "soon_at",
  "due_history",
  "done_at",
  "noticed",
  "wake_at",
  "held",
  "touched_at",
  "seq",
] as const;

/** For reading: a date as text whatever the host's driver makes of dates. */
export const assignmentColumns = (alias: string): string =>
  assignmentColumnNames
    .map(([name, type]) => (type === "date" ? `${alias}.${name}::text as ${name}` : `${alias}.${name}`))
    .join(", ");
export const assignmentList: string = assignmentColumnNames.map(([name]) => name).join(", ");
export const assignmentTypes: string = assignmentColumnNames
  .map(([name, type]) => `${name} ${type}`)
  .join(", ");
export const assignmentChanges: string = changeable.map((name) => `${name} = u.${name}`).join(", ");
/** What a change is written from: the key and what may change. */
export const changeTypes: string = assignmentColumnNames
  .filter(([name]) => name === "plan_id" || name === "id" || changeable.some((changed) => changed === name))
  .map(([name, type]) => `${name} ${type}`)
  .join(", ");

const entryColumnNames = [
  ["format", "smallint"],
  ["plan_id", "uuid"],
  ["seq", "bigint"],
  ["request_id", "text"],
  ["part", "integer"],
  ["request_hash", "text"],
  ["recorded_at", "bigint"],
  ["effective_at", "bigint"],
  ["actor", "text"],
  ["on_behalf_of", "text"],
  ["agency", "text"],
  ["source", "text"],
  ["plan_version", "integer"],
  ["assignment_id", "uuid"],
  ["type", "text"],
  ["data", "text"],
  ["prev_hash", "text"],
  ["hash", "text"],
] as const;

export const entryList: string = entryColumnNames.map(([name]) => name).join(", ");
export const entryColumns = (alias: string): string =>
  entryColumnNames.map(([name]) => `${alias}.${name}`).join(", ");
export const entryTypes: string = entryColumnNames.map(([name, type]) => `${name} ${type}`).join(", ");

/** The three rows of the commonest write as parameters of their own: an entry, then its assignment, then its plan. */
const changed = assignmentColumnNames.filter(([name]) => changeable.some((one) => one === name));
const parametersOfOne = [...entryColumnNames, ["id", "uuid"] as const, ...changed, ...planChangeable];
const placeholder = (index: number): string => `$${index + 1}::${parametersOfOne[index]?.[1]}`;
const firstChanged = entryColumnNames.length + 1;
const firstOfPlan = firstChanged + changed.length;

export const oneEntry: string = entryColumnNames.map((_, index) => placeholder(index)).join(", ");
export const oneAssignmentId: string = placeholder(entryColumnNames.length);
export const onePlanId: string = placeholder(entryColumnNames.findIndex(([name]) => name === "plan_id"));
export const oneAssignment: string = changed
  .map(([name], index) => `${name} = ${placeholder(firstChanged + index)}`)
  .join(", ");
export const onePlan: string = planChangeable
  .map(([name], index) => `${name} = ${placeholder(firstOfPlan + index)}`)
  .join(", ");

/** The parameters in that order, from records with a member for each column. */
export function parametersOf(entry: object, assignment: object, plan: object): unknown[] {
  const column = (record: object, name: string): unknown => (record as Record<string, unknown>)[name];
  return [
    ...entryColumnNames.map(([name]) => column(entry, name)),
    column(assignment, "id"),
    ...changed.map(([name]) => column(assignment, name)),
    ...planChangeable.map(([name]) => column(plan, name)),
  ];
}
