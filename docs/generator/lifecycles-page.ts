// The page of lifecycles: the grammar, and the built-in ones as text, drawing and table.

import {
  extensionLabels,
  fixedLifecycleCommands,
  toMermaid,
} from "../../packages/engine/src/compile/index.ts";
import { spellKeyword } from "../../packages/engine/src/language/keywords.ts";
import { coordinationLifecycle } from "../../packages/engine/src/language/lifecycles/coordination.ts";
import { reportLifecycle } from "../../packages/engine/src/language/lifecycles/report.ts";
import { standardLifecycle } from "../../packages/engine/src/language/lifecycles/standard.ts";
import type { Lifecycle, LifecycleCommand } from "../../packages/engine/src/language/plan.ts";
import { exampleExcerpt, lifecycleOf } from "./example-plan.ts";
import { code, fenced, page, spelled, table } from "./markdown.ts";

const grammar = [
  "An assignment follows a lifecycle: states, and commands that lead from one to another. Built-in ones and your own are written in the same grammar and run by the same code. Issuing a plan stores every lifecycle with it, so that a better built-in later never disturbs what runs.",
  "- **States** have ASCII ids, a label in both languages (or one for both) and a [category](roles-and-states.md#state-categories) that says how they are counted.",
  "- **Commands** name the states they lead `từ` (`from`) and the one they lead `đến` (`to`); without `đến` the state stays and something is recorded. `ai` (`who`) lists the [roles](roles-and-states.md#roles-towards-an-assignment) that may send it, `yêu cầu` (`require`) [what it must bring](roles-and-states.md#what-a-command-may-require).",
  "- **Completion** is a point in time of its own: a command that `ghi thời điểm hoàn thành` (`stamps_completion`) sets it, one that `xóa thời điểm hoàn thành` (`clears_completion`) takes it back. In `standard`, submitting counts as done, not the later confirmation.",
  "- **The clock** sends a command marked `khi đến hạn` (`on_due`) when the due has passed; its only `ai` is `đồng hồ` (`clock`).",
  "- **Building on another**: `kế thừa` (`extends`) starts from a built-in lifecycle; states and commands with the same id replace its own.",
  "A lifecycle is refused as a [problem](problems.md) when a state cannot be reached, when no way leads from a state to an end that is open at any time (one that requires `soon_enough` or `extensions_left` may have passed), when in a state nobody but the clock can act, when nobody may send a command, or when a way to `xong` (`done`) never stamps the completion. The problem shows the way there: `giao —treo→ treo`.",
  "Its keys stand in [the plan language](plan-language.md#các-quy-trình-lifecycles). `kehoach graph` draws the lifecycles of a plan.",
]
  .join("\n\n")
  .replaceAll("\n\n- ", "\n- ")
  .replace(".\n- **States**", ".\n\n- **States**");

export function lifecyclesPage(): string {
  return page(
    "# Lifecycles",
    grammar,
    "## Commands every assignment has",
    "These are no part of any lifecycle. They stand beside it, in a region of their own with the states below: a due is asked for, granted, refused. Whoever grants may grant another date than the one asked for. A consent given by word of mouth moves the due at once, names who gave it and lapses when no document follows within `số ngày chờ văn bản gia hạn` (`oral_days`): then the due before it holds again. A request that comes after the due is marked late. Old dues are kept beside the new one. `correct` mends what was mistyped and counts neither as extension nor as amendment.",
    table(
      ["Command", "On screen", "From → to", "Who", "Requires"],
      Object.entries(fixedLifecycleCommands).map(([id, command]) => [
        code(id),
        `${command.label.vi}\n*${command.label.en}*`,
        command.to === null ? "stays" : `${command.from.map(code).join(", ")} → ${code(command.to)}`,
        roles(command),
        needs(command),
      ]),
    ),
    table(
      ["State of the due", "On screen"],
      Object.entries(extensionLabels).map(([id, label]) => [code(id), `${label.vi}\n*${label.en}*`]),
    ),
    "## Commands that mean something by their id",
    "Wherever a lifecycle has them: `accept` may be sent by the clock, at once or after `số ngày tự tiếp nhận` (`accept_days`) working days; `rework` and `remind` are counted; `report_obstacle` and `direct` say whether a directive is waited for; `reassign` opens the next generation of the assignment for the agency named, with the due it had, and asks its coordinators anew; `confirm` and `rework` are open to the plan's standing leads as well where `thường trực xác nhận` (`standing_lead_confirms`) says so. While an assignment is in a state of category `vướng mắc` (`blocked`) its clock stands still; when it leaves, its due moves by the working days spent there.",
    builtIn("standard", standardLifecycle, "What a lead's assignment follows when its task names no other."),
    builtIn(
      "coordination",
      coordinationLifecycle,
      "What the assignment of a coordinator follows who contributes or consents, whatever the lead's follows. It ends with the lead's: withdrawn with it, waived when it is done. Silence is recorded when the due passes; whether it counts as agreeing is said by `im lặng là đồng ý` (`silence_agrees`) in the plan's conventions.",
    ),
    builtIn(
      "report",
      reportLifecycle,
      "What a duty to report follows (`báo cáo`, `report`) when its task names no other. It is on time when it is handed in on time, however long it then waits to be accepted; what is returned is handed in anew.",
    ),
    "## One of your own",
    "From `plans/examples/vi-du.yaml`:",
    fenced(exampleExcerpt("lifecycles:"), "yaml"),
    fenced(toMermaid(lifecycleOf("short"), "en"), "mermaid"),
  );
}

function builtIn(id: string, text: string, intro: string): string {
  const lifecycle = lifecycleOf(id);
  return page(
    `## ${code(`${id}@${lifecycle.version}`)}`,
    intro,
    fenced(toMermaid(lifecycle, "en"), "mermaid"),
    states(lifecycle),
    commands(lifecycle),
    "As it is written:",
    fenced(text, "yaml"),
  );
}

function states(lifecycle: Lifecycle): string {
  return table(
    ["State", "On screen", "Category"],
    Object.entries(lifecycle.states).map(([id, state]) => [
      code(id),
      `${state.label.vi}\n*${state.label.en}*`,
      spelled(spellKeyword(state.category, "vi"), state.category),
    ]),
  );
}

function commands(lifecycle: Lifecycle): string {
  return table(
    ["Command", "On screen", "From → to", "Who", "Requires", "Completion"],
    Object.entries(lifecycle.commands).map(([id, command]) => [
      code(id),
      `${command.label.vi}\n*${command.label.en}*`,
      `${command.from.map(code).join(", ")} → ${command.to === null ? "stays" : code(command.to)}`,
      roles(command),
      needs(command),
      command.stampsCompletion ? "stamps" : command.clearsCompletion ? "clears" : "",
    ]),
  );
}

const roles = (command: LifecycleCommand) => command.who.map(code).join(", ");
const needs = (command: LifecycleCommand) => command.require.map(code).join(", ");
