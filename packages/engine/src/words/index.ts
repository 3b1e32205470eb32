// The catalogue of every string a person reads, Vietnamese first; one file per area.

export { type AdminWords, adminWords } from "./admin.ts";
export { type AnnexWords, annexWords, type TablesFault } from "./annex.ts";
export type { Catalogue, Language } from "./catalogue.ts";
export { type CliWords, cliWords } from "./cli.ts";
export { entryLabel } from "./entry-label.ts";
export { explainJudgement } from "./explain-judgement.ts";
export { explainOutlook } from "./explain-outlook.ts";
export { foldText } from "./fold-text.ts";
export { type FormFaultCode, type FormWords, formWords } from "./form.ts";
export { figureText, type JudgedTarget } from "./judged-figure.ts";
export { type JudgementWords, judgementWords } from "./judgement.ts";
export { ledgerWords } from "./ledger.ts";
export { occurrenceName } from "./occurrence-name.ts";
export { type ReadingWords, readingWords } from "./readings.ts";
export { type ReportWords, reportWords } from "./report.ts";
export { type ReportPageWords, reportPageWords } from "./report-pages.ts";
export { roleWords } from "./roles.ts";
export { serverWords } from "./server.ts";
export { sheetsWords } from "./sheets.ts";
export { type TargetsWords, targetsWords } from "./targets.ts";
