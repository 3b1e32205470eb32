// What a command brings, from its options.

import type { CommandData, DocumentLink } from "@kehoach/engine";
import type { Session } from "../session.ts";
import { parseDate, parseHour } from "./date.ts";

export interface DataOptions {
  reason?: string;
  note?: string;
  percent?: string;
  document?: string;
  product?: readonly string[];
  answer?: "agree" | "differ";
  due?: string;
  hour?: string;
  task?: string;
  occurrence?: string;
  agency?: string;
  cause?: "subjective" | "objective";
  causeConfirmedBy?: string;
  unit?: string;
  officer?: string;
  innerDue?: string;
  corrects?: string;
}

/** Undefined when nothing is brought. */
export function parseCommandData(session: Session, options: DataOptions): CommandData | undefined {
  const { reason, note, percent, document, product, answer, due, hour, task, occurrence } = options;
  const { agency, cause, causeConfirmedBy, unit, officer, innerDue, corrects } = options;
  const data: CommandData = {
    ...(reason !== undefined && { reason }),
    ...(note !== undefined && { note }),
    ...(percent !== undefined && { percent: parseWhole(session, "--percent", percent) }),
    ...(document !== undefined && { document: parseDocument(session, document) }),
    ...(product !== undefined && { products: parseProducts(session, product) }),
    ...(answer !== undefined && { answer }),
    ...(due !== undefined && { due: parseDate(session, due) }),
    ...(hour !== undefined && { hour: parseHour(session, hour) }),
    ...(task !== undefined && { task }),
    ...(occurrence !== undefined && { occurrence }),
    ...(agency !== undefined && { agency }),
    ...(cause !== undefined && { cause }),
    ...(causeConfirmedBy !== undefined && { causeConfirmedBy }),
    ...(unit !== undefined && { unit }),
    ...(officer !== undefined && { officer }),
    ...(innerDue !== undefined && { innerDue }),
    ...(corrects !== undefined && { corrects: parseWhole(session, "--corrects", corrects) }),
  };
  return Object.keys(data).length === 0 ? undefined : data;
}

export function parseWhole(session: Session, name: string, given: string): number {
  if (!/^\d{1,9}$/.test(given.trim())) throw session.misuse("badNumber", name, given);
  return Number(given);
}

/** "number,date": the last comma divides, since a number may hold one. */
export function parseDocument(session: Session, given: string): DocumentLink {
  const comma = given.lastIndexOf(",");
  const number = given.slice(0, Math.max(comma, 0)).trim();
  if (number === "") throw session.misuse("badDocument", given);
  return { number, date: parseDate(session, given.slice(comma + 1)), issuer: null, title: null };
}

/** "id=number,date", any number of them. */
function parseProducts(session: Session, given: readonly string[]): Record<string, DocumentLink> {
  return Object.fromEntries(
    given.map((each) => {
      const [id = "", ...rest] = each.split("=");
      if (id.trim() === "" || rest.length === 0) throw session.misuse("badProduct", each);
      return [id.trim(), parseDocument(session, rest.join("="))];
    }),
  );
}
