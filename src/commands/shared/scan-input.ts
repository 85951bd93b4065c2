import type { CommandContext } from "../../base/context.ts";
import type { ScanInput } from "../../collect/context/scan-input.ts";
import type { ScanJob } from "./scan-job.ts";
import { surroundings } from "./surroundings.ts";

/** What a scan depends on: the job, how it is to run, and the world that the command was given. */
export function scanInput(
  context: CommandContext,
  job: Omit<ScanJob, "skip" | "visit" | "save">,
  how: Pick<ScanInput, "only" | "skip" | "deadlineMs" | "record"> & Partial<Pick<ScanInput, "onProgress" | "sweepAll">>,
): ScanInput {
  return {
    onProgress: () => undefined,
    ...how,
    profile: job.profile,
    profileHash: job.profileHash,
    site: job.site,
    baseline: job.baseline,
    local: job.local,
    extraCa: job.extraCa,
    swallows: (address, port) => job.swallows?.(address, port) === true,
    ...surroundings(context),
    env: job.env,
  };
}
