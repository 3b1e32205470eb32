// The errors of a file that shall carry an instance: each names the line at fault, in both languages.

import { EngineError } from "../../engine-error.ts";
import { type Damage, instanceFileWords } from "../../words/instance-file.ts";
import { type LedgerFault, ledgerWords } from "../../words/ledger.ts";

type Facts<Code extends Damage> = Parameters<(typeof instanceFileWords.vi)[Code]>;

/** EngineError `instance_file_damaged`. `line` counts from 1. */
export function damaged<Code extends Damage>(line: number, damage: Code, ...facts: Facts<Code>): EngineError {
  const sentence = (words: typeof instanceFileWords.vi): string =>
    (words[damage] as (...given: Facts<Code>) => string)(...facts);
  return errorAt(line, damage, sentence(instanceFileWords.vi), sentence(instanceFileWords.en));
}

/** The same, where a ledger in the file is not intact. */
export function damagedLedger(line: number, fault: LedgerFault): EngineError {
  return errorAt(line, fault, ledgerWords.vi[fault], ledgerWords.en[fault]);
}

function errorAt(line: number, damage: string, vi: string, en: string): EngineError {
  return new EngineError("instance_file_damaged", {
    vi: instanceFileWords.vi.at(line, vi),
    en: instanceFileWords.en.at(line, en),
    details: { line, damage },
  });
}

export function otherFormat(found: string, known: number): EngineError {
  const { vi, en } = instanceFileWords;
  return new EngineError("instance_file_other_format", {
    vi: vi.otherFormat(found, String(known)),
    en: en.otherFormat(found, String(known)),
    details: { found, known },
  });
}

export function notEmpty(documents: readonly string[]): EngineError {
  const { vi, en } = instanceFileWords;
  const some = documents.slice(0, 3).join(", ");
  return new EngineError("instance_not_empty", {
    vi: vi.notEmpty(some),
    en: en.notEmpty(some),
    details: { documents: documents.slice(0, 3) },
  });
}
