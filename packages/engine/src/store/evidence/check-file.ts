// Whether a file is taken: its name, its size, and that its content is what its extension says.

import { createHash } from "node:crypto";
import type { FileFacts } from "../../execute/facts.ts";
import { type FileType, takenExtensions, typeOfExtension } from "../../execute/file-types.ts";
import { officeType } from "./office-file.ts";

export type FileFaultCode =
  | "file_required"
  | "file_too_large"
  | "file_name_invalid"
  | "file_type_not_taken"
  | "file_content_differs";

/** Why a file is not taken; `detail` completes the sentence. */
export interface FileFault {
  code: FileFaultCode;
  detail: string;
}

export type CheckedFile = Omit<FileFacts, "attachedAs">;

const longestName = 200;
/** Letters nobody sees, which make a name look like another one. */
const unseen =
  /[\p{Cc}\p{Zl}\p{Zp}\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\ufff9-\ufffc]/u;

/** The faults of a name alone, before any byte is read; null: none. */
export function nameFault(name: string): FileFault | null {
  const { whole, extension } = nameOf(name);
  const sound =
    whole.length <= longestName && whole.isWellFormed() && !unseen.test(whole) && !/[/\\]/.test(whole);
  if (!sound || whole === "" || whole.startsWith(".")) return { code: "file_name_invalid", detail: "" };
  if (typeOfExtension(extension) === null) return { code: "file_type_not_taken", detail: takenExtensions };
  return null;
}

/** The whole check. `limit` in bytes. */
export function checkFile(name: string, bytes: Uint8Array, limit: number): CheckedFile | FileFault {
  const fault = nameFault(name);
  if (fault !== null) return fault;
  if (bytes.byteLength === 0) return { code: "file_required", detail: "" };
  if (bytes.byteLength > limit) return tooLarge(limit);
  const { whole, extension } = nameOf(name);
  const type = contentType(bytes);
  if (type === null || type !== typeOfExtension(extension))
    return { code: "file_content_differs", detail: `.${extension}` };
  const content = createHash("sha256").update(bytes).digest("hex");
  return { name: whole, type, size: bytes.byteLength, content };
}

export function tooLarge(limit: number): FileFault {
  const mebibytes = limit / (1024 * 1024);
  const detail = mebibytes >= 1 ? `${Math.floor(mebibytes * 10) / 10} MiB` : `${limit} byte`;
  return { code: "file_too_large", detail };
}

function nameOf(name: string): { whole: string; extension: string } {
  const whole = name.normalize("NFC").trim();
  return { whole, extension: (/\.([^.]*)$/.exec(whole)?.[1] ?? "").toLowerCase() };
}

const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52];
const jpeg = [0xff, 0xd8, 0xff];
const pdf = [0x25, 0x50, 0x44, 0x46, 0x2d];
const zip = [0x50, 0x4b, 0x03, 0x04];

/** What the bytes are, whatever they are called; null: nothing that is taken. */
function contentType(bytes: Uint8Array): FileType | null {
  const begins = (mark: readonly number[]): boolean => mark.every((byte, index) => bytes[index] === byte);
  if (begins(pdf)) {
    // A reader looks for the mark in the last kilobyte; without it the file was cut off on the way.
    const end = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      .subarray(-1024)
      .toString("latin1");
    return end.includes("%%EOF") ? "pdf" : null;
  }
  if (begins(png)) return "png";
  if (begins(jpeg)) return "jpeg";
  return begins(zip) ? officeType(bytes) : null;
}
