// The command line's words about reports of a period, in English.

import type { reportsVi } from "./reports-vi.ts";

export const reportsEn: typeof reportsVi = {
  periodReport: {
    summary:
      "the report of a period as it stands; --issue freezes it, --check says whether an agency's line is right",
    period: "the period: 2017-07, 2017-Q3, 2017-H1, 2017-9M, 2017 or 2017-W05",
    agency: "the report of one agency; with neither plan nor agency, of the province",
    regime: "id of a regime of the register, or calendar (the calendar's periods); default: the plan's",
    out: "folder to write it to as .docx, .xlsx and .json; never over a file that is there",
    issue: "freeze the report, with an entry of the ledger",
    check: "agree, or differ (with --reason)",
    issued: (period, number, id) => `Report of ${period} frozen, issue ${number} (${id})`,
    checked: "Recorded what the agency says of its line.",
  },
  reports: {
    summary: "the reports that were issued; name one to see it, with --out to write it to files",
    report: "id of an issued report",
    line: (number, day) => `issue ${number} of ${day}`,
    superseded: (number) => `superseded by issue ${number}`,
    none: "No report was issued yet.",
  },
};
