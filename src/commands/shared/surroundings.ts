import type { CommandContext } from "../../base/context.ts";
import type { ScanInput } from "../../collect/context/scan-input.ts";

type Surroundings = Pick<ScanInput, "signal" | "env" | "platform" | "timeZone" | "now" | "monotonic" | "randomBytes">;

/** What a scan depends on besides its plan: everything that a command has from the outside, handed on. */
export function surroundings(context: CommandContext): Surroundings {
  return {
    signal: context.signal,
    env: context.env,
    platform: context.platform,
    timeZone: context.timeZone,
    now: () => context.now(),
    monotonic: () => context.monotonic(),
    randomBytes: (size) => context.randomBytes(size),
  };
}
