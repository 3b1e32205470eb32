// The command line's definition as a page of the reference, in both languages.

import { cliWords } from "@kehoach/engine/words";
import type { Command } from "commander";
import { createProgram } from "./program.ts";
import { openSession } from "./session.ts";

/** Markdown; docs/reference/cli.md holds it, and a test that it does. */
export function cliReference(): string {
  const vi = programIn("vi");
  const en = programIn("en");
  const lines = [
    "# The command line",
    "",
    "Generated from the commands' own definitions. In the workspace: `npx -y pnpm@12 kehoach …`.",
    "",
    cliWords.en.program,
    cliWords.vi.program,
    "",
    "Exit codes, for every command:",
    "",
    "| code | meaning | ý nghĩa |",
    "|---|---|---|",
    ...exitCodeRows(),
    "",
    "Options of every command:",
    "",
    ...optionTable(vi, en),
  ];
  for (const [index, command] of en.commands.entries()) {
    const other = vi.commands[index];
    if (other === undefined) continue;
    lines.push("", `## ${command.name()}`, "", `${sentence(command)} ${sentence(other)}`, "");
    lines.push(
      "```text",
      `kehoach ${[command.name(), ...command.registeredArguments.map(shown)].join(" ")}`,
      "```",
    );
    if (command.registeredArguments.length > 0) lines.push("", ...argumentTable(other, command));
    if (command.options.length > 0) lines.push("", ...optionTable(other, command));
  }
  return `${lines.join("\n")}\n`;
}

function programIn(language: "vi" | "en"): Command {
  const surroundings = {
    write: () => {},
    writeError: () => {},
    workingDirectory: ".",
    environment: {},
    colour: false,
  };
  return createProgram(openSession(["--lang", language], surroundings));
}

function exitCodeRows(): string[] {
  const meanings = (text: string) =>
    text
      .split("\n")
      .slice(1)
      .map((line) => line.trim().split(/\s{2,}/));
  const other = meanings(cliWords.vi.help.exitCodes);
  return meanings(cliWords.en.help.exitCodes).map(
    ([code, meaning], index) => `| ${code} | ${meaning} | ${other[index]?.[1]} |`,
  );
}

function argumentTable(vi: Command, en: Command): string[] {
  const rows = en.registeredArguments.map(
    (argument, index) =>
      `| \`${shown(argument)}\` | ${argument.description} | ${vi.registeredArguments[index]?.description} |`,
  );
  return ["| argument | | |", "|---|---|---|", ...rows];
}

function optionTable(vi: Command, en: Command): string[] {
  const rows = en.options.map((option, index) => {
    const choices =
      option.argChoices === undefined
        ? ""
        : ` (${option.argChoices.map((each) => `\`${each}\``).join(", ")})`;
    const initial = option.defaultValue === undefined ? "" : ` [${String(option.defaultValue)}]`;
    const flags = option.flags.replaceAll("|", "\\|");
    return `| \`${flags}\` | ${option.description}${choices}${initial} | ${vi.options[index]?.description} |`;
  });
  return ["| option | | |", "|---|---|---|", ...rows];
}

function shown(argument: { name(): string; required: boolean; variadic: boolean }): string {
  const name = `${argument.name()}${argument.variadic ? "..." : ""}`;
  return argument.required ? `<${name}>` : `[${name}]`;
}

function sentence(command: Command): string {
  const text = command.description();
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
}
