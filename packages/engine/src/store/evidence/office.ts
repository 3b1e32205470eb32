// The door @kehoach/engine/office: the bounded reading of office archives, shared by attached files and imported tables.

export * from "./office-archive.ts";
export { officeType, officeTypeOf } from "./office-file.ts";
