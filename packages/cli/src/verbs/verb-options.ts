// Options that several commands share.

import { type Command, Option } from "commander";
import type { Session } from "../session.ts";

export function withData(command: Command, { words }: Session): Command {
  return command.option("--data <directory>", words.data).option("--demo", words.demo);
}

export function withActor(command: Command, { words }: Session): Command {
  return command.option("--as <agency:role:name>", words.do.as);
}

export function withRegister(command: Command, { words }: Session): Command {
  return command.option("--register <file...>", words.register);
}

export function choice(flags: string, description: string, choices: readonly string[]): Option {
  return new Option(flags, description).choices(choices);
}
