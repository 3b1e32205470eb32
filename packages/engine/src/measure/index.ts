// The measure leaf: exact fractions, the formula language of targets, and what is said of a target.

export * from "./check-formula.ts";
export * from "./condition.ts";
export * from "./evaluate-formula.ts";
export * from "./expected-at.ts";
export * from "./figures.ts";
export * from "./formula.ts";
export { type FormulaProblem, type FormulaProblemCode, formulaProblemCodes } from "./formula-problem.ts";
export * from "./judge.ts";
export * from "./judgement.ts";
export * from "./look-ahead.ts";
export * from "./measure.ts";
export { nearestName } from "./nearest-name.ts";
export * from "./outlook.ts";
export * from "./rational.ts";
export * from "./rational-text.ts";
