import type { CollectContext } from "../context/context.ts";
import { tcpAttempt } from "../net/tcp.ts";
import { pause } from "../net/settle.ts";
import { pingSeries } from "../ping/index.ts";
import { provokeNeighbours } from "./provoke.ts";

const TRIES = 4;
/** Kernels overwrite a hardware address at most once a second (Linux, LOCKTIME). */
const WAIT_MS = 40;
const ANSWER_MS = 250;
const PORTS = [53, 80, 443] as const;

/**
 * Does the router answer right after the laptop has told everybody its hardware address once more? A question for the
 * hardware address of somebody new goes to all and carries the asker's own: where a second machine uses the same address,
 * answers come back to us for a moment; where the cable or the router is dead, they do not.
 * @param strangers addresses of the network that nobody has asked for yet
 */
export async function answersAfterClaim(
  context: CollectContext,
  gateway: string,
  strangers: readonly string[],
): Promise<boolean> {
  for (const stranger of strangers.slice(0, TRIES)) {
    if (context.signal.aborted) break;
    await provokeNeighbours(context, [stranger], { perSecond: 1000, over: () => false });
    await pause(context, WAIT_MS);
    const answers = await Promise.all([
      ...PORTS.map(async (port) => {
        const { outcome, code } = await tcpAttempt(context, gateway, port, { timeoutMs: ANSWER_MS });
        return outcome === "ok" || code === "REFUSED" || code === "RESET";
      }),
      pingSeries(context, gateway, {
        count: 1,
        intervalMs: 1000,
        timeoutMs: ANSWER_MS,
        deadlineMs: ANSWER_MS + 200,
      }).then((echo) => echo.available && echo.received > 0),
    ]);
    if (answers.some(Boolean)) return true;
  }
  return false;
}
