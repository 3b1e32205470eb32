// What the engine takes of a file that was read: it refuses fields it does not know, such as the path.

import type { SourceText } from "@kehoach/engine";

export function sourceOf({ text, file }: SourceText): SourceText {
  return file === undefined ? { text } : { text, file };
}
