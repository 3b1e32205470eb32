// Problems and questions: what is wrong or unclear in a plan text, as data.

export interface Place {
  /** The file as the caller named it; null for a text without a name. */
  file: string | null;
  /** Path inside the document with English keys, e.g. "tasks[3].due". */
  path: string;
  /** 1-based. */
  line: number;
  column: number;
  /** UTF-16 offsets into the text. */
  start: number;
  end: number;
}

/** A replacement that would mend the problem. */
export interface Mend {
  /** UTF-16 offsets into the text. */
  start: number;
  end: number;
  replacement: string;
}

export interface Problem {
  code: string;
  place: Place;
  /** The line in question with a caret under the place. */
  excerpt: string;
  vi: string;
  en: string;
  /** Null when no mend can be guessed. */
  mend: Mend | null;
}

/** A point of signed text that needs the office's understanding; never a reason to refuse the plan. */
export interface Question extends Problem {
  /** How the office settled it; null while open. */
  settled: { reading: string; by: string; on: string } | null;
}
