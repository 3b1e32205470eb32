// A shape: which keys, lists and words the written language takes at one spot, whatever the spelling.

/** What may stand at one spot. A union of forms of different YAML kinds is one shape. */
export interface Shape {
  /** English key → shape; of every object form that may stand here. */
  keys?: Readonly<Record<string, Shape>>;
  /** A map from the author's own ids. */
  byId?: Shape;
  list?: Shape;
  text?: true;
  /** An id: text that did-you-mean compares without accents. */
  id?: true;
  /** A figure kept as text. */
  decimal?: true;
  integer?: true;
  boolean?: true;
  /** English keyword values. */
  keywords?: readonly string[];
}
