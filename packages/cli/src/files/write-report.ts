// Writes a period's report as files into a folder: document, spreadsheet, and its model as JSON.

import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import type { PeriodReportBody, RouteAnswer } from "@kehoach/server/contract";
import type { Session } from "../session.ts";
import { shownPath, writeFile } from "./read-text.ts";

/** New files only. The paths, as they are shown. */
export async function writeReport(
  session: Session,
  out: string,
  name: string,
  { report, print }: { report: PeriodReportBody; print: RouteAnswer<"reportPages"> },
): Promise<string[]> {
  // The server is a lot to load for commands that need none of it.
  const { pageDocx, sheetsXlsx } = await import("@kehoach/server");
  const folder = resolve(session.surroundings.workingDirectory, out);
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    throw session.misuse("fileUnwritable", shownPath(session, folder));
  }
  const [first, ...annexes] = print.pages;
  const drafts: [string, Uint8Array][] = [
    ["json", new TextEncoder().encode(`${JSON.stringify(report, null, 2)}\n`)],
    ["xlsx", await sheetsXlsx(print.sheets)],
  ];
  if (first !== undefined) drafts.unshift(["docx", await pageDocx(first, ...annexes)]);
  return drafts.map(([extension, bytes]) => {
    const path = join(folder, `${name}.${extension}`);
    writeFile(session, path, bytes, "wx");
    return shownPath(session, path);
  });
}

/** E.g. "bao-cao-ky-kh-42-2017-2017-07". */
export function reportName(file: string, { scope, period }: PeriodReportBody, number: number | null): string {
  const parts = [
    file,
    scope.plan?.documentId,
    scope.agency?.id,
    period.id,
    number === null ? undefined : `lan-${number}`,
  ];
  return parts.flatMap((part) => (part === undefined ? [] : [part])).join("-");
}
