// The three ways a command ends.

export const exitCode = {
  /** Done, and nothing needs mending. */
  fine: 0,
  /** The text has problems, the command was refused, or a ledger is not intact. */
  refused: 1,
  /** Misuse, or something needed is not there. */
  misuse: 2,
} as const;
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
