// The files that are taken, by what is in them: their extensions and media types.

/** Formats that hold a document and nothing that runs when it is opened. */
export const fileTypes = {
  pdf: { extensions: ["pdf"], media: "application/pdf" },
  docx: {
    extensions: ["docx"],
    media: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  },
  xlsx: { extensions: ["xlsx"], media: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
  png: { extensions: ["png"], media: "image/png" },
  jpeg: { extensions: ["jpg", "jpeg"], media: "image/jpeg" },
} as const satisfies Record<string, { extensions: readonly string[]; media: string }>;

export type FileType = keyof typeof fileTypes;

/** Every extension that is taken, as a person reads it. */
export const takenExtensions: string = Object.values(fileTypes)
  .flatMap(({ extensions }) => extensions.map((extension) => `.${extension}`))
  .join(", ");

/** Null: no such type is taken. */
export function typeOfExtension(extension: string): FileType | null {
  for (const [type, { extensions }] of Object.entries(fileTypes) as [
    FileType,
    { extensions: readonly string[] },
  ][])
    if (extensions.includes(extension)) return type;
  return null;
}

/** A stored type; null: none that this version knows. */
export function knownType(type: string | null): FileType | null {
  return type !== null && Object.hasOwn(fileTypes, type) ? (type as FileType) : null;
}
