// A command as the page's row of buttons shows it: what it leads to in words, and why it is not open.

import type { AllowedCommand } from "@kehoach/engine";
import type { AllowedCommandBody, LocalText } from "../contract/index.ts";
import { refusalBody } from "./refusal-body.ts";

/** `labelOf`: what the state it leads to is called. */
export function allowedCommand(
  { type, label, to, require, refusal, tasks }: AllowedCommand,
  labelOf: (state: string) => LocalText,
): AllowedCommandBody {
  return {
    type,
    label,
    to: to === null ? null : { id: to, label: labelOf(to) },
    require: [...require],
    refusal: refusalBody(refusal),
    ...(tasks === undefined ? {} : { tasks: [...tasks] }),
  };
}
