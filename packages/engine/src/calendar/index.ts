// The calendar leaf: dates, instants, working days and reporting periods.

export * from "./date.ts";
export * from "./instant.ts";
export * from "./period.ts";
export * from "./working-days.ts";
