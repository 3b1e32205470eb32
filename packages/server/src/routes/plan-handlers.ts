// Handlers about plans: the list, one plan, its lifecycles, its source and its ledger.

import { Readable } from "node:stream";
import type { Anchor, LedgerReport } from "@kehoach/engine";
import { commandOrder, stateOrder, toMermaid } from "@kehoach/engine/compile";
import { adminWords } from "@kehoach/engine/words";
import type { LocalText } from "../contract/index.ts";
import { PlanState } from "../contract/vocabulary.ts";
import { allowedCommand } from "../read/allowed-command.ts";
import { planHistory } from "../read/history-item.ts";
import { planBody, planItem } from "../read/plan-body.ts";
import { refusalBody } from "../read/refusal-body.ts";
import { tallyOf } from "../read/tally.ts";
import { taskLines } from "../read/task-lines.ts";
import { RequestTrouble } from "../trouble.ts";
import type { World } from "../world.ts";
import type { Handlers } from "./handler.ts";
import { limitOf, seqOf } from "./page-query.ts";

export function planHandlers(
  world: World,
): Handlers<
  | "plans"
  | "plan"
  | "planCommands"
  | "planHistory"
  | "lifecycle"
  | "source"
  | "verifyLedger"
  | "anchors"
  | "exportLedger"
> {
  const { engine } = world;
  /** Checks under way: a long ledger is read once for all who ask meanwhile. */
  const verifying = new Map<string, Promise<LedgerReport>>();
  return {
    async plans({ actor }) {
      return { items: (await engine.as(actor).plans()).map(planItem) };
    },
    async plan({ facts, actor }) {
      return planBody(facts, await tallyOf(engine.as(actor), facts.summary.plan.id));
    },
    async planCommands({ facts, actor }) {
      const { id, seq } = facts.summary.plan;
      const [commands, onText] = await Promise.all([
        engine.allowed(id, null, actor),
        engine.allowedOnText(id, actor),
      ]);
      return {
        items: commands.map((command) => allowedCommand(command, planStateLabel)),
        seq,
        amend: refusalBody(onText?.amend ?? null),
        erase: refusalBody(onText?.erase ?? null),
      };
    },
    async planHistory({ facts, actor, query }) {
      const { after, limit, ...narrowed } = query;
      const reader = engine.as(actor);
      const { id } = facts.summary.plan;
      const page = await reader.history(id, { ...narrowed, after: seqOf(after), limit: limitOf(limit) });
      return { items: await planHistory(reader, facts, page.items), next: page.next };
    },
    async lifecycle({ facts, params }) {
      const { lifecycles } = facts.plan;
      const lifecycle = Object.hasOwn(lifecycles, params.id) ? lifecycles[params.id] : undefined;
      if (lifecycle === undefined) throw new RequestTrouble("not_found");
      return {
        id: lifecycle.id,
        version: lifecycle.version,
        label: lifecycle.label,
        initial: lifecycle.initial,
        states: stateOrder(lifecycle).flatMap((id) => {
          const state = lifecycle.states[id];
          return state === undefined ? [] : [{ id, ...state }];
        }),
        commands: commandOrder(lifecycle).flatMap((type) => {
          const command = lifecycle.commands[type];
          if (command === undefined) return [];
          const { from, who, require } = command;
          return [{ ...command, type, from: [...from], who: [...who], require: [...require] }];
        }),
        mermaid: toMermaid(lifecycle, world.language),
      };
    },
    async source({ facts }) {
      const { documentId, version } = facts.summary.plan;
      if (facts.sourceText === null) throw new RequestTrouble("not_allowed");
      const ids = facts.plan.tasks.map((task) => task.id);
      return { documentId, version, text: facts.sourceText, tasks: taskLines(facts.sourceText, ids) };
    },
    async verifyLedger({ facts, query }) {
      const { id } = facts.summary.plan;
      const anchor = anchorsIn(id, query.anchors);
      const key = `${id} ${query.anchors ?? ""}`;
      const checking =
        verifying.get(key) ?? engine.verify(id, { anchor }).finally(() => verifying.delete(key));
      verifying.set(key, checking);
      const report = await checking;
      return { ...report, checkedAt: await engine.now() };
    },
    async anchors({ actor }) {
      const readable = new Set((await engine.as(actor).plans()).map(({ plan }) => plan.id));
      return { items: (await engine.anchors()).filter(({ planId }) => readable.has(planId)) };
    },
    async exportLedger({ facts, actor, reply }) {
      const { id, documentId } = facts.summary.plan;
      const lines = await engine.as(actor).exportLedger(id);
      if (lines === null) throw new RequestTrouble("not_allowed");
      reply.header("content-disposition", `attachment; filename="${documentId}.ndjson"`);
      return Readable.from(linesOf(lines));
    },
  };
}

function planStateLabel(state: string): LocalText {
  const known = PlanState.enum.find((each) => each === state);
  const { vi, en } = adminWords;
  return known === undefined
    ? { vi: state, en: state }
    : { vi: vi.planStates[known], en: en.planStates[known] };
}

/** "seq:hash,seq:hash …" as the contract has it. */
function anchorsIn(planId: string, text: string | undefined): Anchor[] {
  return (text?.split(",") ?? []).map((each) => {
    const [seq = "", head = ""] = each.split(":");
    return { planId, seq: Number(seq), head };
  });
}

/** The export's lines, each with its line end. */
async function* linesOf(lines: AsyncIterable<string>): AsyncGenerator<string, void, undefined> {
  for await (const line of lines) yield line.endsWith("\n") ? line : `${line}\n`;
}
