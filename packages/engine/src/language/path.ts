// Paths inside a document, with English keys, and how they are written.

export type Path = readonly (string | number)[];

/** "tasks[3].due"; the empty path is the document. */
export function pathText(path: Path): string {
  let text = "";
  for (const step of path) {
    if (typeof step === "number") text += `[${step}]`;
    else text += text === "" ? step : `.${step}`;
  }
  return text;
}
