// Two plans whose ledgers hold some of everything: texts and files, one of each erased, moved dues, an amendment,
// figures, clock steps, frozen reports.

import { engineOn, type OpenedDatabase } from "../src/engine/create-engine.ts";
import type { AssignmentCommand, AssignmentView, CommandData, Engine } from "../src/index.ts";
import { generatedPlan, generatedRegister, headOf, issuer } from "./generated-plan.ts";
import { pdf, png } from "./sample-files.ts";

export interface BusyLedger {
  engine: Engine;
  /** The two plans and the register. */
  planIds: readonly string[];
}

const document = { number: "7/QĐ-UBND", date: "2017-02-01", issuer: null, title: null };
const reason = "Thiếu số liệu của quý trước";

/** Fills an empty database. The engine's clock stands at 1 July 2017 afterwards. */
export async function busyLedger(database: OpenedDatabase): Promise<BusyLedger> {
  let now = Date.UTC(2017, 0, 12) * 1000;
  const engine = engineOn(database, { sweepEvery: null, clock: { now: () => now } });
  const planIds: string[] = [];
  for (const kind of ["relay", "mixed"] as const) {
    const issued = await engine.issue({
      plan: { text: generatedPlan({ id: `busy-${kind}`, tasks: 6, kind, seed: 3 }) },
      register: generatedRegister,
      actor: issuer,
    });
    if (!issued.issued) throw new Error(`Not issued: ${JSON.stringify(issued)}`);
    planIds.push(issued.planId);
  }
  const [relay = ""] = planIds;
  const { items } = await engine.assignments({ planId: relay });
  const [first, second, third, fourth] = items;
  if (!first || !second || !third || !fourth) throw new Error("The plan opened too few assignments.");
  const send = async (row: AssignmentView, type: string, by: "agency" | "issuer", data?: CommandData) => {
    const command: Omit<AssignmentCommand, "requestId" | "source"> = {
      target: "assignment",
      planId: relay,
      assignmentId: row.id,
      type,
      actor: by === "agency" ? headOf(row.agencyId) : issuer,
      data,
    };
    now += 3_600_000_000;
    const outcome = await engine.dispatch(command);
    if (!outcome.accepted) throw new Error(`${type}: ${outcome.en}`);
  };
  for (const row of [first, second, third, fourth]) await send(row, "start", "agency");
  await send(first, "record", "agency", { note: "Đã làm được một nửa", percent: 50 });
  await send(first, "hand-over", "agency");
  await send(first, "give-back", "issuer", { reason });
  await send(second, "hand-over", "agency", { note: "Gửi kèm báo cáo" });
  await send(second, "close", "issuer");
  await send(third, "adjust_due", "issuer", { reason, document, due: "2017-08-15" });
  await send(fourth, "drop", "issuer", { reason, document });
  for (const [name, bytes] of [
    ["a.pdf", pdf()],
    ["b.png", png()],
    ["c.pdf", pdf("của tệp thứ ba")],
  ] as const) {
    now += 3_600_000_000;
    const given = { planId: relay, assignmentId: third.id, actor: headOf(third.agencyId) };
    const outcome = await engine.attach({ ...given, name, bytes });
    if (!outcome.accepted) throw new Error(`attach: ${outcome.en}`);
    if (name !== "c.pdf") continue;
    const erased = await engine.erase({ planId: relay, digest: outcome.digest, actor: issuer, reason });
    if (!erased.accepted) throw new Error(`erase: ${erased.en}`);
  }
  await reportSome(engine, planIds[1] ?? "");
  now = Date.UTC(2017, 6, 1) * 1000;
  await engine.sweep();
  for (const [agency, actor] of [
    [undefined, issuer],
    [first.agencyId, headOf(first.agencyId)],
  ] as const) {
    const report = await engine.issueReport({ plan: relay, agency, period: "2017-05", actor });
    if (!report.issued) throw new Error(`Not reported: ${report.en}`);
  }
  // Last in its ledger: a proof cuts it off.
  await eraseOne(engine, relay);
  const text = generatedPlan({ id: "busy-mixed", tasks: 5, kind: "mixed", seed: 4 });
  const amended = await engine.amend({ plan: { text }, document, actor: issuer, reason });
  if (!amended.amended) throw new Error(`Not amended: ${JSON.stringify(amended)}`);
  const register = await engine.database.kysely
    .selectFrom("kehoach.plan")
    .select("plan_id")
    .where("kind", "=", "register")
    .executeTakeFirstOrThrow();
  return { engine, planIds: [...planIds, register.plan_id] };
}

/** Figures of two departments, one of them not to be given, and one corrected. */
async function reportSome(engine: Engine, planId: string): Promise<void> {
  const value = (input: string, value: string | null) =>
    ({ input, period: "2017-01", status: "estimate", value }) as const;
  for (const [agency, readings] of [
    ["dept-1", [value("cases", "20"), value("solved", "19")]],
    ["dept-2", [value("cases", "3"), value("solved", null)]],
    ["dept-1", [value("solved", "20")]],
  ] as const) {
    const data = { readings, reason };
    const command = { target: "plan", planId, type: "report", actor: headOf(agency), data } as const;
    const outcome = await engine.dispatch(command);
    if (!outcome.accepted) throw new Error(`report: ${outcome.en}`);
  }
}

async function eraseOne(engine: Engine, planId: string): Promise<void> {
  const { items } = await engine.history(planId);
  const [digest] = items.flatMap((entry) => Object.values(JSON.parse(entry.data).texts ?? {}));
  const outcome = await engine.erase({ planId, digest: String(digest), actor: issuer, reason });
  if (!outcome.accepted) throw new Error(`erase: ${outcome.en}`);
}
