// A real instance for tests: plan 42 and a plan of other agencies, people told by a header, time standing still.

import { readFileSync } from "node:fs";
import { type ActorRole, createEngine, type Engine, type SourceText } from "@kehoach/engine";
import { createVirtualClock, instantOf, sampleActor, type VirtualClock } from "@kehoach/engine/testing";
import type { FastifyInstance } from "fastify";
import { createServer, type ServerOptions } from "../create-server.ts";

const plans = new URL("../../../../plans/", import.meta.url);

function readPlanFile(name: string): SourceText {
  return { file: name, text: readFileSync(new URL(name, plans), "utf8") };
}

/** Its assignments wait to be taken up, so that there is something to do on each. */
export const plan42 = takenUpByHand(readPlanFile("kh-42-2017.yaml"));
export const register42 = [
  readPlanFile("register/to-chuc-nghe-an-2017.yaml"),
  readPlanFile("register/calendar-vn-2017.yaml"),
  readPlanFile("register/che-do-nghe-an-2017.yaml"),
];

function takenUpByHand({ file, text }: SourceText): SourceText {
  const others = text.replace(/^ {2}số ngày tự tiếp nhận: .*\n/m, "");
  return { file, text: others.replace(/^quy ước:$/m, "$&\n  số ngày tự tiếp nhận: tiếp nhận thủ công") };
}

/** Names one department, and so few agencies that most people of plan 42 may not read it. */
export const otherPlan: SourceText = {
  file: "kh-99-2017.yaml",
  text: `kehoach: 1
kind: plan
id: kh-99-2017
number: 99/KH-UBND
title: Kiểm kê tài sản công của tỉnh
issuer: ubnd-tinh
issued: 2017-01-20
signer: { name: Nguyễn Văn A, position: Phó Chủ tịch, capacity: KT. }
period: { from: 2017-01-01, to: 2017-12-31 }
office: { agency: van-phong-ubnd-tinh }
organisation: to-chuc-nghe-an-2017
calendar: lich-vn-2017
conventions: { before: inclusive, accept_days: by_hand }
tasks:
  - id: kiem-ke
    title: Kiểm kê tài sản công
    lead: so-tai-chinh
    due: 2017-06-30
    product: [{ id: bao-cao, title: Báo cáo kiểm kê, required: true }]
`,
};

export interface TestInstance {
  engine: Engine;
  clock: VirtualClock;
  app: FastifyInstance;
  /** Ids of the two plans. */
  plan: string;
  other: string;
  close(): Promise<void>;
}

/** Writes who asks into a request, for `identify` of the test's server. */
export function as(role: ActorRole, agency: string | null, id = `${role}@${agency}`): { "x-actor": string } {
  return { "x-actor": JSON.stringify(sampleActor(agency, role, { id })) };
}

/** An instance whose people are whom a test says they are. */
export async function openTestInstance(options: Partial<ServerOptions> = {}): Promise<TestInstance> {
  const clock = createVirtualClock(instantOf("2017-02-02"));
  const engine = await createEngine({ clock, sweepEvery: null });
  const [plan, other] = [await issue(engine, plan42), await issue(engine, otherPlan)];
  // What was due by then is noticed now, and not on the way of the first command a test sends.
  await engine.sweep();
  const app = createServer({
    engine,
    adminDirectory: null,
    identify: async (request) => {
      const header = request.headers["x-actor"];
      return typeof header === "string" ? JSON.parse(header) : null;
    },
    ...options,
  });
  const close = async (): Promise<void> => {
    await app.close();
    await engine.close();
  };
  return { engine, clock, app, plan, other, close };
}

async function issue(engine: Engine, plan: SourceText): Promise<string> {
  const actor = sampleActor("ubnd-tinh", "vice_chair", { id: "vice-chair", name: "Phó Chủ tịch" });
  const outcome = await engine.issue({ plan, register: register42, actor });
  if (!outcome.issued) throw new Error(`${plan.file} was not issued: ${JSON.stringify(outcome)}`);
  return outcome.planId;
}
