// The measure leaf: exact fractions and the formula language of targets.

export * from "./check-formula.ts";
export * from "./evaluate-formula.ts";
export * from "./formula.ts";
export { type FormulaProblem, type FormulaProblemCode, formulaProblemCodes } from "./formula-problem.ts";
export * from "./judgement.ts";
export * from "./measure.ts";
export { nearestName } from "./nearest-name.ts";
export * from "./outlook.ts";
export * from "./rational.ts";
