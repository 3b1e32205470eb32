// A printed page as plain blocks: what sheets and letters are turned into before the document library writes them.

/** Points; half points do not occur here. */
export interface Run {
  text: string;
  bold?: boolean;
  italic?: boolean;
  size?: number;
}

export interface Line {
  runs: readonly Run[];
  align?: "left" | "center" | "right" | "justify";
  /** First line set in, as the decree has it for body text. */
  indent?: boolean;
  /** No words but a rule, over so much of the width of what it stands in: 0–1. */
  rule?: number;
  /** Points before the line. */
  before?: number;
}

export type Block =
  | { kind: "line"; line: Line }
  /** Lines side by side without borders, e.g. the head of a letter. `shares` of the width. */
  | { kind: "beside"; shares: readonly number[]; columns: readonly (readonly Line[])[] }
  /** The first row is repeated on every page. */
  | { kind: "table"; shares: readonly number[]; rows: readonly (readonly TableCell[])[] };

export interface TableCell {
  line: Line;
  /** Columns it spans. Default 1. */
  span?: number;
}

export interface Page {
  title: string;
  landscape: boolean;
  blocks: readonly Block[];
}
