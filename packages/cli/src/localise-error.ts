// What commander says of wrong use, in the reader's language.

import type { CliWords } from "@kehoach/engine/words";
import type { CommanderError } from "commander";
import { Misuse } from "./misuse.ts";

/** Commander's own codes → ours. Null: it was no mistake, such as asking for help. */
export function localiseError(error: CommanderError, { misuse }: CliWords): Misuse | null {
  const [first = "", second = ""] = [...error.message.matchAll(/'([^']*)'/g)].map((found) => found[1] ?? "");
  switch (error.code) {
    case "commander.help":
    case "commander.helpDisplayed":
    case "commander.version":
      return null;
    case "commander.unknownCommand":
      return new Misuse("unknownCommand", misuse.unknownCommand(first));
    case "commander.unknownOption":
      return new Misuse("unknownOption", misuse.unknownOption(first));
    case "commander.missingArgument":
      return new Misuse("missingArgument", misuse.missingArgument(first));
    case "commander.optionMissingArgument":
      return new Misuse("missingValue", misuse.missingValue(first));
    case "commander.missingMandatoryOptionValue":
      return new Misuse("missingOption", misuse.missingOption(first));
    case "commander.excessArguments":
      return new Misuse("tooMany", misuse.tooMany());
    case "commander.invalidArgument":
      return invalidArgument(error.message, first, second, misuse);
    default:
      return new Misuse("other", misuse.other(error.message.replace(/^error: /, "")));
  }
}

/** "error: option '--x <y>' argument 'z' is invalid. Allowed choices are a, b." */
function invalidArgument(message: string, name: string, given: string, misuse: CliWords["misuse"]): Misuse {
  const choices = /Allowed choices are (.*)\.$/.exec(message)?.[1];
  if (choices === undefined) return new Misuse("other", misuse.other(message.replace(/^error: /, "")));
  return new Misuse("notAmong", misuse.notAmong(name, given, choices));
}
