// The server package: the engine over HTTP, and a demo of it.

export { createServer, type ServerOptions } from "./create-server.ts";
export type { DemoControl } from "./demo/demo-control.ts";
export { createDemoControl, type Demo, type DemoOptions, openDemo } from "./demo/open-demo.ts";
export { type Seeding, seedDemo } from "./demo/seed-demo.ts";
export type { Identify } from "./identity/identify.ts";
export { type Deliver, type Jobs, type JobsOptions, type Notice, startJobs } from "./jobs/start-jobs.ts";
export { openapi } from "./openapi.ts";
export { type Access, routeAccess } from "./route-access.ts";
export { type ServeOptions, type Serving, serve } from "./serve.ts";
export { serverVersion } from "./server-version.ts";
export { annexSheet } from "./sheets/annex-sheet.ts";
export { type FormSheet, formSheet, shownValue } from "./sheets/form-sheet.ts";
export { formXlsx } from "./sheets/form-xlsx.ts";
export { pageDocx } from "./sheets/page-docx.ts";
export { sheetPage } from "./sheets/sheet-page.ts";
export { sheetsXlsx, sheetXlsx } from "./sheets/sheet-xlsx.ts";
export { type RequestTroubleCode, statusOf } from "./status-of.ts";
export { readOfficeTables, type TablesOutcome } from "./tables/office-tables.ts";
export { type FormChange, type FormFault, readFormXlsx } from "./tables/read-form.ts";
