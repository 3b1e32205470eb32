// Reads a sample as the program would and gives what it answers.

import { readPlan, readRegisterDocument } from "../../packages/engine/src/language/index.ts";
import type { Problem, Question } from "../../packages/engine/src/language/problem.ts";
import type { Sample } from "./problem-samples.ts";
import { baseCalendar, baseOrganisation, baseRegime } from "./sample-texts.ts";

export function readSample(sample: Sample): { problems: readonly Problem[]; questions: readonly Question[] } {
  if (sample.kind === "register")
    return { problems: readRegisterDocument(sample.text).problems, questions: [] };
  const [organisation, calendar, regime] = [baseOrganisation, baseCalendar, baseRegime].map(
    (text) => readRegisterDocument(text).document,
  );
  if (organisation?.kind !== "organisation" || calendar?.kind !== "calendar" || regime?.kind !== "regime") {
    throw new Error("the samples' register documents cannot be read");
  }
  return readPlan(sample.text, {
    organisation,
    calendar,
    regime: sample.text.includes("chế độ báo cáo:") ? regime : null,
  });
}

/** The problem of this code that the sample was written to show. */
export function shownBy(code: string, sample: Sample): Problem {
  const { problems, questions } = readSample(sample);
  const found = [...problems, ...questions].find((problem) => problem.code === code);
  if (found !== undefined) return found;
  const codes = [...problems, ...questions].map((problem) => problem.code).join(", ");
  throw new Error(`the sample for ${code} shows: ${codes === "" ? "nothing" : codes}`);
}
