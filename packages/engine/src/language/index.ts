// The plan language: text → Plan, or Problem[] with place and mend.

export * from "./annex/index.ts";
export * from "./authorities-document.ts";
export * from "./calendar-document.ts";
export * from "./coverage.ts";
export { defaultConventions } from "./default-conventions.ts";
export { type FormattedText, formatText } from "./format-text.ts";
export { type KeyLanguage, type KeywordTable, keywordTable } from "./keywords.ts";
export { builtInLifecycles } from "./lifecycles/built-in.ts";
export type { CalendarLink } from "./normalise-calendar.ts";
export * from "./organisation-document.ts";
export * from "./plan.ts";
export { planSchema } from "./plan-schema.ts";
export * from "./problem.ts";
export {
  type NamedDocuments,
  type ReadDocument,
  type ReadPlan,
  type ReadPlanOptions,
  type ReadRegisterDocument,
  type ReadRegisterOptions,
  readDocument,
  readPlan,
  readRegisterDocument,
} from "./read-plan.ts";
export { readRegisterDocuments } from "./read-register-documents.ts";
export * from "./regime-document.ts";
export * from "./register-document.ts";
export { type ProblemCode, problemCodes, type QuestionCode, questionCodes } from "./report.ts";
export * from "./target.ts";
export * from "./target-input.ts";
export { textLimits } from "./yaml-text.ts";
