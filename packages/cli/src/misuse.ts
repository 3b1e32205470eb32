// What ends a command with exit code 2: wrong use, or something needed that is not there.

/** `message` is already in the reader's language; `code` is stable, for programs. */
export class Misuse extends Error {
  override readonly name = "Misuse";
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
