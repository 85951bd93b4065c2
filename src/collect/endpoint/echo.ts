import type { CollectContext } from "../context/context.ts";
import { openConfirmed } from "../net/confirmed.ts";
import { bad, good, type Result } from "../net/settle.ts";
import { pingSeries } from "../ping/index.ts";
import type { EndpointInput, EndpointLimits, EndpointObservation, EndpointTools } from "./input.ts";
import type { Peer } from "./reach.ts";
import type { EndpointRecord } from "./record.ts";

/** As many as tell a lost packet from a dead machine. */
const ECHOES = { count: 3, intervalMs: 200 } as const;

/**
 * Does the machine live? Echo requests; where nothing comes back (many are told to keep silent), its port: that it
 * opens or refuses are both signs of life. Writes `connect`. Never rejects.
 */
export async function probeEcho(
  context: CollectContext,
  record: EndpointRecord,
  input: EndpointInput,
  { address, port }: Peer,
  tools: EndpointTools,
  limits: EndpointLimits,
): Promise<EndpointObservation> {
  const limitMs = Math.min(input.endpoint.timeoutMs ?? limits.connectMs, limits.connectMs);
  const echo = await pingSeries(context, address, { ...ECHOES, timeoutMs: limitMs, deadlineMs: limitMs });
  record.note({ echo: echo.available ? echo.received > 0 : "unknown" });
  if (echo.available && echo.received > 0) {
    record.timed("connect", "connect", Math.min(...echo.rttMs, limitMs), good(null));
    return record.finish();
  }
  await record.step("connect", "connect", async (): Promise<Result<null>> => {
    const { result, tries } = await openConfirmed(context, address, port, {
      timeouts: tools.timeouts,
      capMs: limits.connectMs,
    });
    record.note({ connectTries: tries });
    if (result.ok) result.value.socket.destroy();
    return result.ok || result.code === "REFUSED" || result.code === "RESET" ? good(null) : bad(result.code);
  });
  return record.finish();
}
