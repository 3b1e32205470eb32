// Command and outcome → entry draft: the columns every entry fills the same way.

import type { EntryData, EntryDraft, Micros } from "../ledger/entry.ts";
import { requestHash } from "../ledger/request-hash.ts";
import type { Command, LargeCommand } from "./command.ts";
import { withoutFreeTexts } from "./free-texts.ts";
import type { PlanRow } from "./rows.ts";
import { standInOf } from "./stand-in.ts";

/** Collects the entries of one command; parts count up by themselves. */
export class EntryDrafts {
  readonly drafts: EntryDraft[] = [];
  readonly #command: Command | LargeCommand;
  readonly #plan: PlanRow;
  #version: number;
  readonly #now: Micros;
  readonly #hash: string;

  /** `hash`: the digest of all that is asked, where a text belongs to it. */
  constructor(command: Command | LargeCommand, plan: PlanRow, now: Micros, hash = commandHash(command)) {
    this.#command = command;
    this.#plan = plan;
    this.#version = plan.version;
    this.#now = now;
    this.#hash = hash;
  }

  /** What follows is decided under this version of the plan. */
  under(version: number): void {
    this.#version = version;
  }

  /** An entry of the command itself. */
  add(type: string, assignmentId: string | null, effectiveAt: Micros, data: EntryData): void {
    const { actor, onBehalfOf, requestId, source } = this.#command;
    this.#push(type, assignmentId, effectiveAt, data, {
      requestId,
      requestHash: this.#hash,
      actor: actor.id,
      onBehalfOf: onBehalfOf?.name ?? standInOf(actor)?.name ?? null,
      agency: actor.agency,
      source,
    });
  }

  #push(
    type: string,
    assignmentId: string | null,
    effectiveAt: Micros,
    data: EntryData,
    by: Pick<EntryDraft, "requestId" | "requestHash" | "actor" | "onBehalfOf" | "agency" | "source">,
  ): void {
    this.drafts.push({
      format: 1,
      planId: this.#plan.id,
      part: this.drafts.length,
      recordedAt: this.#now,
      effectiveAt,
      planVersion: this.#version,
      assignmentId,
      type,
      data,
      ...by,
    });
  }

  /** An entry the clock makes on the way: it is the clock's, whoever's command came by. */
  addClock(type: string, assignmentId: string | null, effectiveAt: Micros, data: EntryData): void {
    const { requestId } = this.#command;
    this.#push(type, assignmentId, effectiveAt, data, {
      requestId,
      requestHash: this.#hash,
      actor: "clock",
      onBehalfOf: null,
      agency: null,
      source: "clock",
    });
  }
}

/** Digest of what a command asks, without its free texts and without what a retry may change (`expected`). */
export function commandHash(command: Command | LargeCommand): string {
  const data = withoutFreeTexts(command.data ?? {});
  return requestHash({
    planId: command.planId,
    target: command.target,
    assignmentId: command.target === "assignment" ? command.assignmentId : null,
    type: command.type,
    actor: command.actor.id,
    agency: command.actor.agency,
    effectiveAt: command.effectiveAt ?? null,
    onBehalfOf: command.onBehalfOf ?? null,
    data,
  });
}
