// What an official typed into one line of figures: whether it can be sent, and what the engine would be told.

import { compare, integer, multiply, parseRational, type Rational, subtract } from "@kehoach/engine/measure";
import type { ReportFormBody } from "@kehoach/server/contract";
import { readDate, showDate } from "../show/date.ts";

export type FormLine = ReportFormBody["lines"][number];

export interface TypedReading {
  value: string;
  status: "official" | "estimate";
  /** The agency has no figure to give. */
  nothing: boolean;
  /** A surprising value was checked. */
  confirmed: boolean;
}

export type TypedFault =
  | "notWhole"
  | "notNumber"
  | "negative"
  | "notDate"
  | "confirmMissing"
  | { ambiguous: string }
  | { morePart: string };

/** Nothing typed, or what stands already: nothing to send. */
export type ReadLine =
  | { kind: "nothing" }
  | { kind: "fault"; fault: TypedFault }
  /** `reasoned`: a reason must go with it, since it corrects what was reported, or says that there is no figure. */
  | { kind: "send"; value: string | null; reasoned: boolean; surprising: boolean };

/** What the form begins with: what stands for the period. `open`: the period is not over, so figures that count what
 *  became of it can only be estimates. */
export function typedFrom({ reading, input }: FormLine, open: boolean): TypedReading {
  const ofADay = input.kind === "date" || input.kind === "yes_no";
  const status = reading?.status ?? (open && !ofADay ? "estimate" : "official");
  if (reading === null) return { value: "", status, nothing: false, confirmed: false };
  return typedAs(input.kind, { value: reading.value, status });
}

/** As if a person had typed it. */
export function typedAs(
  kind: FormLine["input"]["kind"],
  { value, status }: { value: string | null; status: TypedReading["status"] },
): TypedReading {
  return {
    value: value === null ? "" : asTyped(kind, value),
    status,
    nothing: value === null,
    confirmed: false,
  };
}

/** As people type it: decimal comma, day first. */
function asTyped(kind: FormLine["input"]["kind"], value: string): string {
  if (kind === "date") return showDate(value);
  return kind === "yes_no" ? value : value.replace(".", ",");
}

/** `whole`: the value of the input this one is a part of, typed or standing; null: none is known. */
export function readLine(
  line: FormLine,
  typed: TypedReading,
  whole: { value: string; title: string } | null = null,
): ReadLine {
  const { input, reading, last } = line;
  if (typed.value.trim() === "" && !typed.nothing) return { kind: "nothing" };
  const read = typed.nothing ? { value: null } : readValue(input.kind, typed.value);
  if ("fault" in read) return { kind: "fault", fault: read.fault };
  const { value } = read;
  if (reading !== null && reading.status === typed.status && reading.value === value)
    return { kind: "nothing" };
  if (value !== null && whole !== null && exceeds(value, whole.value))
    return { kind: "fault", fault: { morePart: whole.title } };
  const surprising = value !== null && jumps(value, last?.value ?? null, input.jump);
  if (surprising && !typed.confirmed) return { kind: "fault", fault: "confirmMissing" };
  return {
    kind: "send",
    value,
    reasoned: value === null || (reading !== null && reading.status === typed.status),
    surprising,
  };
}

/** A decimal without marks between thousands, "1" or "0", or a date, as readings are recorded. */
export function readValue(
  kind: FormLine["input"]["kind"],
  text: string,
): { value: string } | { fault: TypedFault } {
  const typed = text.trim().replace("−", "-");
  if (kind === "yes_no") return typed === "1" || typed === "0" ? { value: typed } : { fault: "notNumber" };
  if (kind === "date") {
    const date = readDate(typed);
    return date === null ? { fault: "notDate" } : { value: date };
  }
  const plain = typed.replace(/[.,\s]/g, "");
  if (!/^-?\d+$/.test(plain)) return { fault: "notNumber" };
  if (kind !== "number" && typed.startsWith("-")) return { fault: "negative" };
  if (kind === "count") return /^\d+$/.test(typed) ? { value: shortest(typed) } : { fault: "notWhole" };
  // "1.014" is a thousand to one office and one to another.
  if (/^-?\d{1,3}[.,]\d{3}$/.test(typed)) return { fault: { ambiguous: plain } };
  if (parseRational(typed) === null) return { fault: "notNumber" };
  return { value: shortest(typed.replace(",", ".")) };
}

/** Without zeros that say nothing. */
function shortest(decimal: string): string {
  const [whole = "", part = ""] = decimal.split(".");
  const decimals = part.replace(/0+$/, "");
  return `${whole.replace(/^(-?)0+(?=\d)/, "$1")}${decimals === "" ? "" : `.${decimals}`}`;
}

function exceeds(part: string, whole: string): boolean {
  const [a, b] = [parseRational(part), parseRational(whole)];
  return a !== null && b !== null && compare(a, b) > 0;
}

/** Further from the period before than the input's bound; from zero everything is. */
function jumps(value: string, last: string | null, jump: string | null): boolean {
  const [now, before, bound] = [value, last, jump].map((text) =>
    text === null ? null : parseRational(text),
  );
  if (now == null || before == null || bound == null) return false;
  const distance = multiply(magnitude(subtract(now, before)), integer(100));
  return compare(distance, multiply(bound, magnitude(before))) > 0;
}

function magnitude(value: Rational): Rational {
  return value.numerator < 0n ? subtract(integer(0), value) : value;
}
