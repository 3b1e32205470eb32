// Reads the sample texts, whole or with one passage replaced.

import type { CalendarDocument } from "../calendar-document.ts";
import type { OrganisationDocument } from "../organisation-document.ts";
import type { Problem } from "../problem.ts";
import { type ReadPlan, readDocument, readPlan, readRegisterDocument } from "../read-plan.ts";
import type { RegimeDocument } from "../regime-document.ts";
import {
  sampleAuthorities,
  sampleCalendar,
  sampleOrganisation,
  samplePlan,
  sampleRegime,
} from "./sample-texts.ts";

export const organisation = readRegisterDocument(sampleOrganisation).document as OrganisationDocument;
export const calendar = readRegisterDocument(sampleCalendar).document as CalendarDocument;
export const regime = readRegisterDocument(sampleRegime).document as RegimeDocument;

/** Reads a plan against the sample register. */
export function readAgainstSample(text: string): ReadPlan {
  return readPlan(text, { file: "mau.yaml", organisation, calendar, regime });
}

export type SampleName = "plan" | "organisation" | "calendar" | "regime" | "authorities";

const texts: Record<SampleName, string> = {
  plan: samplePlan,
  organisation: sampleOrganisation,
  calendar: sampleCalendar,
  regime: sampleRegime,
  authorities: sampleAuthorities,
};

/** A sample with one passage replaced; throws when the passage is not there. */
export function edited(sample: SampleName, find: string, replacement: string): string {
  const text = texts[sample];
  if (!text.includes(find)) throw new Error(`the sample ${sample} has no passage “${find}”`);
  return text.replace(find, () => replacement);
}

/** Problems and questions of any document, plans against the sample register. */
export function troubles(text: string): (Problem & { settled?: unknown })[] {
  const read = readDocument(text, { file: "mau.yaml", organisation, calendar, regime });
  return read.is === "plan" ? [...read.problems, ...read.questions] : read.problems;
}

export function mended(text: string, problem: Problem): string {
  if (problem.mend === null) throw new Error("there is no mend");
  return text.slice(0, problem.mend.start) + problem.mend.replacement + text.slice(problem.mend.end);
}
