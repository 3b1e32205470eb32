// What a command dialogue has to know of the thing its command is about: an assignment, or a plan as a whole.

import type { CommandAnswer, CommandBody } from "@kehoach/server/contract";
import type { ReactNode } from "react";
import type { Attaching } from "./attach-first.ts";
import type { FormGround } from "./command-form.ts";

/** What was loaded anew after a conflict, with the entry it stands at. */
export interface Fresh {
  seq: number;
  /** What changed since the person looked, and who changed it. */
  changes: ReactNode;
}

export interface CommandSubject {
  planId: string;
  /** Null: the plan as a whole. */
  assignmentId: string | null;
  /** In a line, as the person saw it. */
  title: string;
  /** How it stood when the person looked. */
  stands: ReactNode;
  ground: FormGround;
  /** The last entry the person saw. */
  expected: number;
  /** What a person should know before handing in a result, such as what others answered; null: nothing. */
  beforeHandingIn: ReactNode;
  /** Where files may go ahead of a command; null: nowhere, for a plan or one who may not see evidence. */
  attaching: Attaching | null;
  send(body: CommandBody, signal: AbortSignal): Promise<CommandAnswer>;
  reload(): Promise<Fresh>;
}
