import { pause } from "./settle.ts";

/**
 * Small routers and firewalls take more for a flood, and drop the rest: twenty new connections to one address within a
 * second, some of which the system makes itself when it repeats a SYN.
 */
const MOST = 19;
const WINDOW_MS = 1000;

/**
 * Keeps the pace of new connections: never more than {@link MOST} to one address within a second, over all probes of a
 * scan. Loopback is not paced.
 */
export function createPace(context: {
  readonly signal: AbortSignal;
  elapsed(): number;
}): (address: string) => Promise<void> {
  const opened = new Map<string, number[]>();
  return async (address) => {
    if (address.startsWith("127.") || address === "::1") return;
    const times = opened.get(address) ?? [];
    opened.set(address, times);
    // A place in the queue is taken at once, so that those who wait together do not start together.
    const now = context.elapsed();
    const at = Math.max(now, (times[times.length - MOST] ?? -WINDOW_MS) + WINDOW_MS);
    times.push(at);
    if (times.length > 4 * MOST) times.splice(0, times.length - 2 * MOST);
    if (at > now) await pause(context, at - now);
  };
}
