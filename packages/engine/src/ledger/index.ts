// The ledger's arithmetic: entries, canonical JSON, digests and the hash chain.

export { canonicalJson } from "./canonical-json.ts";
export {
  type ChainFault,
  type ChainPosition,
  chainFault,
  chainStart,
  extendChain,
  genesis,
  hashEntry,
} from "./chain.ts";
export { digestBytes, digestText, saltedDigest } from "./digest.ts";
export {
  type Entry,
  type EntryData,
  type EntryDraft,
  type EntrySource,
  entrySources,
  type Micros,
} from "./entry.ts";
export { type DigestedFile, fileDigest } from "./file-digest.ts";
export { requestHash } from "./request-hash.ts";
