// Lifecycle → what other tools draw: Stately-compatible JSON and Mermaid.

import type { Lifecycle } from "../language/plan.ts";
import type { Language } from "../words/index.ts";
import { lifecycleMachineConfig } from "./lifecycle-machine.ts";

/** The machine's configuration as JSON text that Stately's editor imports; guards and actions are named. */
export function toStately(lifecycle: Lifecycle): string {
  return JSON.stringify(lifecycleMachineConfig(lifecycle), null, 2);
}

/** A Mermaid state diagram of region `main`, labelled in one language. */
export function toMermaid(lifecycle: Lifecycle, language: Language): string {
  const lines = ["stateDiagram-v2"];
  for (const [id, state] of Object.entries(lifecycle.states)) {
    lines.push(`  state "${mermaidText(state.label[language])}" as ${id}`);
  }
  lines.push(`  [*] --> ${lifecycle.initial}`);
  for (const command of Object.values(lifecycle.commands)) {
    for (const from of command.from) {
      lines.push(`  ${from} --> ${command.to ?? from} : ${mermaidText(command.label[language])}`);
    }
  }
  for (const [id, state] of Object.entries(lifecycle.states)) {
    if (state.category === "done" || state.category === "cancelled") lines.push(`  ${id} --> [*]`);
  }
  return `${lines.join("\n")}\n`;
}

function mermaidText(text: string): string {
  return text.replaceAll('"', "'").replaceAll(/[:;\n]/g, " ");
}
