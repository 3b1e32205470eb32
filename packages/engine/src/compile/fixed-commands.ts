// Commands every lifecycle has without naming them: those about the due, and the mending of what was mistyped.

import type { LifecycleCommand } from "../language/plan.ts";
import { extensionCommands } from "./extension-region.ts";

/** A typing error mended: of the day of completion or of the due. Neither an extension nor an amendment; open in every
 *  state. */
export const correctCommand: LifecycleCommand = {
  label: { vi: "Đính chính", en: "Correct an entry" },
  from: [],
  to: null,
  who: ["head", "clerk", "office", "issuer"],
  require: ["reason"],
  stampsCompletion: false,
  clearsCompletion: false,
  onDue: false,
};

/** By id. `from` and `to` of those about the due are states of the region `extension`. */
export const fixedLifecycleCommands: Readonly<Record<string, LifecycleCommand>> = {
  ...extensionCommands,
  correct: correctCommand,
};
