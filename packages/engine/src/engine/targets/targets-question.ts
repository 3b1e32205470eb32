// What may be asked of targets, readings and duties to report, and its form.

import { isRealDate } from "../../calendar/index.ts";
import { type ReadingStatus, readingStatuses } from "../../execute/reading.ts";
import type { DateText } from "../../language/plan.ts";
import { check, type Fault, flag, object, oneOf, orNothing, storable } from "../../shape-check.ts";
import { type AsOf, asOfShape } from "../reads/as-of.ts";

/** What is asked of one target. */
export interface TargetQuestion {
  /** As recorded then. Default: now. */
  asOf?: AsOf;
  /** Judged through the periods that had ended by this day. Default: the day of `asOf`. */
  through?: DateText;
  /** True: by accepted readings alone, those whose duty to report is done or that no duty asks for. Default: by all. */
  accepted?: boolean;
}

export interface TargetsQuestion extends TargetQuestion {
  /** A plan's id or document id. */
  planId: string;
}

/** What is left out does not narrow the list. */
export interface DutiesQuestion {
  /** A plan's id or document id. */
  planId: string;
  /** The agency that reports, by id. */
  agency?: string;
  /** Id of a period, as an answer has it: its regime makes it, e.g. "2017-07", "2017-Q3", "2017". */
  period?: string;
  /** As recorded then. Default: now. */
  asOf?: AsOf;
}

/** What is left out does not narrow the list. */
export interface ReadingsQuestion extends DutiesQuestion {
  /** An input's id within its plan. */
  input?: string;
  status?: ReadingStatus;
}

const day = check((value) => typeof value === "string" && isRealDate(value), "yyyy-mm-dd");
const ofTarget = { asOf: orNothing(asOfShape), through: orNothing(day), accepted: orNothing(flag) };
const ofDuties = {
  planId: storable,
  agency: orNothing(storable),
  period: orNothing(storable),
  asOf: orNothing(asOfShape),
};
const shapes = {
  target: object(ofTarget),
  targets: object({ planId: storable, ...ofTarget }),
  duties: object(ofDuties),
  readings: object({ ...ofDuties, input: orNothing(storable), status: orNothing(oneOf(...readingStatuses)) }),
};

/** The first fault; null: its shape is right. */
export function targetsQuestionFault(what: keyof typeof shapes, given: unknown): Fault | null {
  return shapes[what](given, "question");
}
