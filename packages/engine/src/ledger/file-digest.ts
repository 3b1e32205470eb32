// The salted digest by which the ledger names an attached file.

import { saltedDigest } from "./digest.ts";

/** What the digest of a file vouches for. */
export interface DigestedFile {
  /** Lower-case hex SHA-256 of the bytes. */
  content: string;
  type: string;
  /** Bytes. */
  size: number;
  /** Holds no line break. */
  name: string;
}

/** Digest of an erasable file. The salt keeps an erased file, and its name, from being recognised in the ledger. */
export function fileDigest(salt: string, { content, type, size, name }: DigestedFile): string {
  return saltedDigest(salt, `${content}\n${type}\n${size}\n${name}`);
}
