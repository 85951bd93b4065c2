import { EXIT, type ExitCode } from "../../base/exit.ts";
import type { VerdictStatus } from "../../judge/verdict.ts";

/** Exit status of a verdict (CONTRACT): decided in one place, from the result alone. */
export function exitOf(status: VerdictStatus): ExitCode {
  return EXIT[status];
}
