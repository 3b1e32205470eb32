// Places a lifecycle's states and the passages between them with dagre; pure, so that it can be tested.

import { Graph, layout } from "@dagrejs/dagre";
import type { LifecycleBody, LocalText } from "@kehoach/server/contract";

export interface PlacedState {
  id: string;
  x: number;
  y: number;
  width: number;
  height: number;
  /** Label broken into lines that fit. */
  lines: readonly string[];
}

export interface PlacedPassage {
  from: string;
  to: string;
  /** Every command that leads along it. */
  commands: readonly string[];
  points: readonly { x: number; y: number }[];
  label: { x: number; y: number; lines: readonly string[] };
}

export interface PlacedChart {
  width: number;
  height: number;
  states: readonly PlacedState[];
  passages: readonly PlacedPassage[];
}

const character = 6.9;
const line = 17;

/** `pick` chooses the language of labels, on which their sizes depend. */
export function layOutStatechart(lifecycle: LifecycleBody, pick: (text: LocalText) => string): PlacedChart {
  const graph = new Graph({ multigraph: false });
  graph.setGraph({ rankdir: "TB", nodesep: 34, ranksep: 30, edgesep: 18, marginx: 10, marginy: 10 });
  graph.setDefaultEdgeLabel(() => ({}));
  const stateLines = new Map<string, string[]>();
  for (const state of lifecycle.states) {
    const lines = breakLines(pick(state.label), 20);
    stateLines.set(state.id, lines);
    graph.setNode(state.id, { width: widthOf(lines) + 48, height: lines.length * line + 20 });
  }
  const labels = passageLabels(lifecycle, pick);
  for (const { from, to, lines } of labels.values()) {
    graph.setEdge(from, to, { width: widthOf(lines) + 8, height: lines.length * 15 + 4, labelpos: "c" });
  }
  layout(graph);
  const size = graph.graph();
  return {
    width: Math.ceil(size.width ?? 0),
    height: Math.ceil(size.height ?? 0),
    states: lifecycle.states.map(({ id }) => {
      const { x, y, width, height } = graph.node(id);
      return { id, x, y, width, height, lines: stateLines.get(id) ?? [] };
    }),
    passages: [...labels.values()].map(({ from, to, commands, lines }) => {
      const edge = graph.edge(from, to);
      return { from, to, commands, points: edge.points, label: { x: edge.x ?? 0, y: edge.y ?? 0, lines } };
    }),
  };
}

/** Commands between the same two states share one line. */
function passageLabels(lifecycle: LifecycleBody, pick: (text: LocalText) => string) {
  const found = new Map<string, { from: string; to: string; commands: string[]; lines: string[] }>();
  for (const command of lifecycle.commands) {
    if (command.to === null) continue;
    for (const from of command.from) {
      const key = `${from} ${command.to}`;
      const passage = found.get(key) ?? { from, to: command.to, commands: [], lines: [] };
      passage.commands.push(command.type);
      passage.lines.push(...breakLines(pick(command.label), 18));
      found.set(key, passage);
    }
  }
  return found;
}

function breakLines(text: string, longest: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= longest)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function widthOf(lines: readonly string[]): number {
  return Math.max(0, ...lines.map((text) => text.length)) * character;
}
