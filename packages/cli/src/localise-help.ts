// Commander's help in the reader's language.

import type { CliWords } from "@kehoach/engine/words";
import type { Command, HelpConfiguration, Option } from "commander";

export function localiseHelp(command: Command, words: CliWords): Command {
  const { help } = words;
  const titles: Record<string, string> = {
    "Usage:": help.usage,
    "Arguments:": help.arguments,
    "Options:": help.options,
    "Global Options:": help.globalOptions,
    "Commands:": help.commands,
  };
  const configuration: HelpConfiguration = {
    showGlobalOptions: true,
    sortSubcommands: false,
    styleTitle: (title) => titles[title] ?? title,
    optionDescription: (option) => describeOption(option, words),
    commandUsage: (shown) => usageOf(shown, words),
    subcommandTerm: (shown) => [shown.name(), ...shown.registeredArguments.map(argumentTerm)].join(" "),
  };
  return command
    .configureHelp(configuration)
    .helpOption("-h, --help", help.show)
    .addHelpText("afterAll", ({ command: shown }) =>
      shown.parent === null ? `\n${help.exitCodes}\n\n${help.otherLanguage}` : "",
    );
}

function describeOption(option: Option, { help }: CliWords): string {
  const parts = [option.description];
  if (option.argChoices !== undefined) parts.push(help.choices(option.argChoices.join(", ")));
  if (option.defaultValue !== undefined && typeof option.defaultValue !== "boolean") {
    parts.push(help.defaultValue(String(option.defaultValue)));
  }
  return parts.join(" ");
}

function usageOf(command: Command, { help }: CliWords): string {
  const path: string[] = [];
  for (let shown: Command | null = command; shown !== null; shown = shown.parent) path.unshift(shown.name());
  const rest =
    command.commands.length > 0 ? [help.usageCommand] : command.registeredArguments.map(argumentTerm);
  return [...path, help.usageOptions, ...rest].join(" ");
}

function argumentTerm(argument: { name(): string; required: boolean; variadic: boolean }): string {
  const name = `${argument.name()}${argument.variadic ? "..." : ""}`;
  return argument.required ? `<${name}>` : `[${name}]`;
}
