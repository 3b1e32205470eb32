// The engine's version, as written into data directories; a test holds it equal to package.json.

export const engineVersion = "0.1.0";

/** The part of a version that must agree between the engine and a data directory. */
export function majorOf(version: string): string {
  return version.split(".", 1)[0] ?? version;
}
