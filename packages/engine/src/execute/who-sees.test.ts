// Holds the reading policy: who reads a plan, and who reads the texts around an assignment.

import { describe, expect, it, test } from "vitest";
import { defaultConventions } from "../language/default-conventions.ts";
import { type Plan, type Task, type Visibility, visibilities } from "../language/plan.ts";
import { type Actor, type ActorRole, actorRoles } from "./command.ts";
import {
  agenciesNamed,
  type Circle,
  mayRead,
  mayReadLedger,
  mayReadTexts,
  maySeeTask,
  monitorsOf,
  partiesOf,
  visibilityOf,
  withoutTasks,
} from "./who-sees.ts";

const bare = { source: [], assumption: null, understood: null };

function party(agency: string) {
  return { ...bare, agency, duty: null };
}

const task: Task = {
  ...bare,
  id: "t1",
  title: "Rà soát",
  objective: null,
  sameAs: null,
  report: null,
  code: null,
  mode: "one_off",
  lead: { ...bare, each: true, agencies: ["a"], groups: ["districts"], except: ["d2"] },
  coordinators: [
    { ...bare, agency: "b", group: null, duty: "consent", due: null },
    { ...bare, agency: null, group: "mass", duty: "inform", due: null },
  ],
  monitors: [party("m")],
  products: [],
  after: [],
  due: { form: "none", text: null },
  windows: [],
  lifecycle: "standard",
  cascade: false,
  contentElsewhere: false,
  visibility: null,
  tags: [],
};

const plan: Plan = {
  ...bare,
  language: 1,
  kind: "plan",
  id: "p",
  number: null,
  title: "Kế hoạch",
  issuer: "ubnd",
  issued: null,
  signer: null,
  bases: [],
  period: { from: "2017-01-01", to: "2017-12-31" },
  parent: null,
  viceChair: null,
  office: { agency: "vp", unit: null, officer: null },
  standingLeads: [party("s")],
  monitors: [party("follower")],
  organisation: "o",
  calendar: "c",
  regime: null,
  visibility: "named",
  conventions: defaultConventions,
  statements: [],
  objectives: [],
  tasks: [task],
  inputs: [],
  targets: [],
  lifecycles: {},
};

const groups: Record<string, readonly string[]> = { districts: ["d1", "d2"], mass: ["mttq"] };
const named = agenciesNamed(plan, (group) => groups[group] ?? []);
const actor = (agency: string | null, ...roles: ActorRole[]): Actor => ({
  id: "x",
  name: "X",
  agency,
  roles,
});

test("a plan names its leads, coordinators, monitors, standing leads and office, who reports and who answers for targets, groups resolved, exceptions left out", () => {
  expect([...named].sort()).toEqual(["a", "b", "d1", "follower", "m", "mttq", "s", "ubnd", "vp"]);
  const input = { id: "i", agencies: ["x"], groups: ["districts"], except: ["d1"] };
  const measured = {
    ...plan,
    inputs: [input],
    targets: [{ owner: "y" }, { owner: null }],
  } as unknown as Plan;
  const more = agenciesNamed(measured, (group) => groups[group] ?? []);
  expect([...more].filter((agency) => !named.has(agency)).sort()).toEqual(["d2", "x", "y"]);
  expect(monitorsOf(plan, "t1")).toEqual(["follower", "s", "m"]);
  expect(monitorsOf(plan, "unknown")).toEqual(["follower", "s"]);
});

describe("reading a plan", () => {
  it("is open to people of named agencies, whatever their position", () => {
    for (const agency of named) expect(mayRead(actor(agency, "officer"), plan, named)).toBe(true);
  });
  it("is closed to others, also to the one agency the plan leaves out", () => {
    for (const agency of ["d2", "elsewhere", null])
      expect(mayRead(actor(agency, "head"), plan, named)).toBe(false);
  });
  it("is open to auditors and administrators without an agency, and to no other position by itself", () => {
    expect(actorRoles.filter((role) => mayRead(actor(null, role), plan, named))).toEqual([
      "auditor",
      "admin",
    ]);
    expect(actorRoles.filter((role) => mayRead(actor("elsewhere", role), plan, named))).toEqual([
      "auditor",
      "admin",
    ]);
  });
});

describe("reading texts", () => {
  const circle: Circle = { lead: "a", coordinators: ["b"], monitors: ["m", "s"] };
  it("is open to lead, coordinators and monitors", () => {
    const open = [...named, "elsewhere"].filter((agency) =>
      mayReadTexts(actor(agency, "officer"), plan, circle),
    );
    expect(open.sort()).toEqual(["a", "b", "m", "s"]);
  });
  it("is open to the issuer's side of this plan, and not to that of another", () => {
    expect(actorRoles.filter((role) => mayReadTexts(actor("ubnd", role), plan, circle))).toEqual([
      "issuer",
      "vice_chair",
    ]);
    expect(actorRoles.filter((role) => mayReadTexts(actor("vp", role), plan, circle))).toEqual(["office"]);
    expect(actorRoles.filter((role) => mayReadTexts(actor("elsewhere", role), plan, circle))).toEqual([]);
  });
  it("about the plan as a whole is the issuer's side alone", () => {
    expect(mayReadTexts(actor("a", "head"), plan, null)).toBe(false);
    expect(mayReadTexts(actor("vp", "office"), plan, null)).toBe(true);
  });
});

test("the ledger as it stands is for the issuer's side and auditors", () => {
  expect(actorRoles.filter((role) => mayReadLedger(actor("ubnd", role), plan))).toEqual([
    "issuer",
    "vice_chair",
    "auditor",
  ]);
  expect(mayReadLedger(actor("vp", "office"), plan)).toBe(true);
  expect(mayReadLedger(actor("a", "head"), plan)).toBe(false);
});

describe("seeing a task", () => {
  const membersOf = (group: string) => groups[group] ?? [];
  const parties = partiesOf(task, membersOf);
  const seers = (visibility: Visibility, narrowed: Visibility | null, who: readonly string[]) =>
    who.filter((agency) =>
      maySeeTask(
        actor(agency, "head", "officer"),
        { ...plan, visibility },
        { ...task, visibility: narrowed },
        parties,
      ),
    );
  const agencies = [...named, "other-task"].sort();

  it.each([
    ["named", null, agencies],
    ["parties", null, ["a", "b", "d1", "follower", "m", "mttq", "s"]],
    ["named", "parties", ["a", "b", "d1", "follower", "m", "mttq", "s"]],
    ["issuer", null, []],
    ["parties", "issuer", []],
    // A task can only narrow.
    ["issuer", "named", []],
  ] as const)("is as the plan says (%s), or narrower (%s)", (visibility, narrowed, expected) => {
    expect(seers(visibility, narrowed, agencies)).toEqual(expected);
  });

  it("is always for the issuer's side and auditors, and not for administrators", () => {
    for (const visibility of visibilities) {
      const sees = (agency: string | null, role: ActorRole) =>
        maySeeTask(actor(agency, role), { ...plan, visibility }, task, parties);
      expect([sees("ubnd", "issuer"), sees("ubnd", "vice_chair"), sees("vp", "office")]).toEqual([
        true,
        true,
        true,
      ]);
      expect(sees(null, "auditor")).toBe(true);
      expect(sees(null, "admin")).toBe(visibility === "named");
    }
  });

  it("is as wide as it was where a stored plan says nothing", () => {
    const { visibility: _, ...stored } = plan;
    const { visibility: __, ...storedTask } = task;
    expect(visibilityOf(stored as Plan, storedTask as Task)).toBe("named");
  });

  it("leaves out a hidden task, what waits for it, and the statements only it rests on", () => {
    const of = (id: string, ...source: string[]): Task => ({ ...task, id, source });
    const statement = (id: string) => ({ id, at: "I", gist: id });
    const whole: Plan = {
      ...plan,
      tasks: [of("secret", "S1", "S2"), { ...of("open", "S2"), after: ["secret"] }],
      statements: ["S1", "S2", "S3"].map(statement),
    };
    const shown = withoutTasks(whole, new Set(["secret"]));
    expect(shown.tasks.map(({ id, after }) => [id, after])).toEqual([["open", []]]);
    expect(shown.statements.map(({ id }) => id)).toEqual(["S2", "S3"]);
    expect(withoutTasks(whole, new Set())).toBe(whole);
  });
});
