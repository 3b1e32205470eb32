// What a judgement is made from: the sums of what was reported, what is still missing, and the day.

import type { FormulaInput } from "./evaluate-formula.ts";
import type { Judgement } from "./judgement.ts";

/** By input id: the sum over agencies and periods (or the last value, where figures do not add up) of what is reported;
 *  null: nothing is, or the agency has no figure to give. A date is its day number (day 0 is 1970-01-01), yes is 1, no
 *  is 0. A figure in per cent that a bound in per cent is held against comes as its share: 91.43 % is 0.9143. */
export type FigureSet = Readonly<Record<string, FormulaInput>>;

/** not_reported: nothing is there. only_estimates: an estimate is, which the target does not take. */
export type MissingReason = "not_reported" | "only_estimates";

/** Inputs of which figures of ended periods are missing, all of them or some; the set's figure is the sum of the rest. */
export type Missing = Readonly<Record<string, MissingReason>>;

/** What may be presumed of an input's figures. Where nothing is known, nothing is presumed. */
export interface InputFacts {
  /** count: whole, none below zero. amount: none below zero. number: any. yes_no: 0 or 1. date: a day number. */
  kind: "count" | "amount" | "number" | "yes_no" | "date";
  /** Figures of the periods add up, so that the sum never falls; otherwise the last one stands. */
  cumulative: boolean;
  /** The input it is a part of: its sum is never more than that one's. */
  partOf: string | null;
}

export interface Figures {
  now: FigureSet;
  missing: Missing;
  /** Inputs of which no figure comes any more although the span is open, e.g. those reported once a year; default none. */
  final?: readonly string[];
  /** Those of the base a change is measured against; null: none. A base given as a value needs none. */
  base: FigureSet | null;
  /** per_unit: the figures of each agency, by its id. */
  units: Readonly<Record<string, Pick<Figures, "now" | "missing">>>;
  /** composite: the judgement of each part, by target id. */
  parts: Readonly<Record<string, Judgement>>;
  /** By input id. */
  inputs: Readonly<Record<string, InputFacts>>;
}

/** When it is judged. */
export interface Moment {
  /** The target's span has not ended: more figures can come. */
  open: boolean;
  /** An estimate is among the figures. */
  estimate: boolean;
  /** The day judged at (yyyy-mm-dd); a milestone is held against it. */
  on: string;
}

export const noFigures: Figures = { now: {}, missing: {}, base: null, units: {}, parts: {}, inputs: {} };
