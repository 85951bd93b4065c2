/**
 * Exit statuses (CONTRACT): verdicts 0–3, then what went wrong with the call itself (sysexits.h where it has a word).
 */
export const EXIT = {
  healthy: 0,
  faulty: 1,
  degraded: 2,
  inconclusive: 3,
  usage: 64,
  software: 70,
  config: 78,
  interrupted: 130,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/**
 * A mistake of the caller, or a machine that cannot do what was asked: one clear message, never a stack trace.
 * `message` is already in the user's language and names the place, what was expected and what was found.
 */
export class UserError extends Error {
  readonly exitCode: ExitCode;
  constructor(message: string, exitCode: ExitCode = EXIT.usage) {
    super(message);
    this.name = "UserError";
    this.exitCode = exitCode;
  }
}
