// The organisation leaf: agencies and groups as of a date.

export * from "./organisation.ts";
