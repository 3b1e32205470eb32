// The lines of an instance file: JSON objects, each sealed with a sum over itself and all lines before it.

import { createHash } from "node:crypto";
import { isObject } from "../../shape-check.ts";
import { damaged } from "./damaged.ts";

export const instanceFormat = 1;

/** Bytes a line may have: a file at the largest limit, in base64, and room for its names. */
const longestLine = 160 * 1024 * 1024;

/** Seals lines one after the other, for writing and for checking alike. */
export class Seal {
  #sum = "";

  /** The sum of the next line: lower-case hex SHA-256 of the sum before, a line feed, and the line without its sum. */
  next(text: string): string {
    this.#sum = createHash("sha256").update(`${this.#sum}\n${text}`, "utf8").digest("hex");
    return this.#sum;
  }
}

/** The line, without its line feed. */
export function sealedLine(seal: Seal, members: Readonly<Record<string, unknown>>): string {
  const text = JSON.stringify(members);
  return `${text.slice(0, -1)},"sum":"${seal.next(text)}"}`;
}

export interface OpenedLine {
  /** From 1. */
  line: number;
  kind: string;
  members: Record<string, unknown>;
}

const ending = /,"sum":"([0-9a-f]{64})"\}$/;

/** The lines of a file, each checked against its sum. Throws EngineError `instance_file_damaged`. */
export async function* openedLines(
  chunks: AsyncIterable<Uint8Array | string>,
): AsyncGenerator<OpenedLine, void, undefined> {
  const seal = new Seal();
  for await (const { line, text } of linesOf(chunks)) {
    const sum = ending.exec(text.slice(-80))?.[1];
    const bare = sum === undefined ? text : `${text.slice(0, -`,"sum":"${sum}"}`.length)}}`;
    if (sum !== undefined && seal.next(bare) !== sum) throw damaged(line, "changed");
    const members = parsed(bare);
    if (members === null || typeof members.kind !== "string")
      throw damaged(line, line === 1 ? "noHeader" : "notJson");
    if (sum === undefined) throw damaged(line, "changed");
    const { kind, ...rest } = members;
    yield { line, kind: members.kind, members: rest };
  }
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

async function* linesOf(
  chunks: AsyncIterable<Uint8Array | string>,
): AsyncGenerator<{ line: number; text: string }, void, undefined> {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const encoder = new TextEncoder();
  let line = 1;
  let pieces: Uint8Array[] = [];
  let size = 0;
  const ended = (): string => {
    try {
      return decoder.decode(pieces.length === 1 ? pieces[0] : joined(pieces, size));
    } catch {
      throw damaged(line, "notText");
    }
  };
  for await (const chunk of chunks) {
    const bytes = typeof chunk === "string" ? encoder.encode(chunk) : chunk;
    let from = 0;
    for (;;) {
      const end = bytes.indexOf(0x0a, from);
      const piece = bytes.subarray(from, end < 0 ? bytes.length : end);
      if (piece.length > 0) pieces.push(piece);
      size += piece.length;
      if (size > longestLine) throw damaged(line, "tooLong", `${longestLine} bytes`);
      if (end < 0) break;
      yield { line, text: ended() };
      line += 1;
      pieces = [];
      size = 0;
      from = end + 1;
    }
  }
  // A line without its line feed was not written to its end.
  if (size > 0) yield { line, text: ended() };
}

function joined(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const piece of pieces) {
    whole.set(piece, offset);
    offset += piece.length;
  }
  return whole;
}
