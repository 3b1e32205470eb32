// A row of the problem tables: a text, its one problem, and how the samples are edited into such texts.

import { edited, type SampleName } from "./sample-reads.ts";

export interface Row {
  /** The only code the text has, or the first of several equal ones. */
  code: string;
  text: string;
  /** The part of the text the place covers. */
  points: string;
  path: string;
  /** What the mend puts there; undefined: no mend. */
  mend?: string;
}

export const row = (code: string, text: string, points: string, path: string, mend?: string): Row =>
  mend === undefined ? { code, text, points, path } : { code, text, points, path, mend };
export const plan = (find: string, replacement: string) => edited("plan", find, replacement);
export const other = (sample: SampleName, find: string, replacement: string) =>
  edited(sample, find, replacement);
export const addTarget = (text: string) => plan("chỉ tiêu:\n", `chỉ tiêu:\n  - ${text}\n`);
export const addLifecycle = (text: string) => plan("các quy trình:\n", `các quy trình:\n  rieng: ${text}\n`);
export const due = (text: string) => plan("thời hạn: 30/6/2017", `thời hạn: ${text}`);
export const lead = (text: string) =>
  plan("chủ trì: cong-an\n    phối hợp", `chủ trì: ${text}\n    phối hợp`);
