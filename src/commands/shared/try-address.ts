import type { CommandContext } from "../../base/context.ts";
import { endpointsSeen, type EndpointSeen } from "../../explain/endpoint-seen.ts";
import { runScan } from "../../collect/plan/run-scan.ts";
import type { Endpoint, System } from "../../profile/schema.ts";
import { scanInput } from "./scan-input.ts";
import type { ScanJob } from "./scan-job.ts";

/** Somebody waits in front of the screen. */
const LIMIT_MS = 8000;

/** Looks at addresses of one system alone, and says what was seen at each. */
export async function tryAddress(
  context: CommandContext,
  job: ScanJob,
  system: System,
  endpoints: readonly Endpoint[],
): Promise<EndpointSeen[]> {
  const evidence = await runScan({
    ...scanInput(context, job, { only: ["systems", "stun"], skip: [], deadlineMs: LIMIT_MS, record: false }),
    profile: { ...job.profile, controls: { ...job.profile.controls, stun: [] }, systems: [system] },
    site: { ...job.site, notUsed: [], provided: [{ system: system.id, endpoints: [...endpoints] }] },
  });
  return endpointsSeen(evidence, context.lang);
}
