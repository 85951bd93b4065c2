import { isIPv6 } from "node:net";
import factory from "ping/lib/builder/factory.js";
import type { PingOptions } from "./options.ts";

/**
 * The ping programs that are told apart: iputils of today, iputils of before 2021 (whole seconds, 200 ms apart at
 * least),
 * what every Unix ping understands (BusyBox: no -n, no -i, no -M), macOS. Windows is asked natively.
 */
export type PingDialect = "iputils" | "oldIputils" | "plain" | "darwin";

export interface PingRequest {
  readonly tool: string;
  readonly args: readonly string[];
  /** Requests that fit into the deadline. */
  readonly count: number;
}

interface Traits {
  readonly system: "linux" | "darwin";
  /**
   * Least time between two requests that an ordinary user may ask for, milliseconds; the only one where there is no
   * option.
   */
  readonly leastIntervalMs: number;
  readonly interval: boolean;
  readonly wholeSeconds: boolean;
  /** Option for the wait of one request in whole milliseconds; null where it is told in seconds. */
  readonly waitMs: string | null;
  readonly numeric: boolean;
  /** Option names; null where the program has none. */
  readonly ttl: string;
  readonly dontFragment: readonly string[] | null;
}

const iputils: Traits = {
  system: "linux",
  leastIntervalMs: 5,
  interval: true,
  wholeSeconds: false,
  waitMs: null,
  // Without -n every answer waits for a reverse look-up, and names are what is broken.
  numeric: true,
  ttl: "-t",
  dontFragment: ["-M", "do"],
};
const TRAITS: Readonly<Record<PingDialect, Traits>> = {
  iputils,
  oldIputils: { ...iputils, leastIntervalMs: 200, wholeSeconds: true },
  plain: { ...iputils, leastIntervalMs: 1000, interval: false, wholeSeconds: true, numeric: false, dontFragment: null },
  darwin: { ...iputils, system: "darwin", leastIntervalMs: 100, waitMs: "-W", ttl: "-m", dontFragment: ["-D"] },
};

/** Starting the program and its last words. */
const MARGIN_MS = 100;

/**
 * Arguments for a ping program, or null where it cannot do what is asked.
 * @param address already proven to be an address
 */
export function pingCommand(dialect: PingDialect, address: string, options: PingOptions): PingRequest | null {
  const traits = TRAITS[dialect];
  const v6 = isIPv6(address);
  const fragment = options.dontFragment === true ? traits.dontFragment : [];
  if (fragment === null) return null;
  const intervalMs = Math.max(options.intervalMs, traits.leastIntervalMs);
  const room = Math.floor((options.deadlineMs - options.timeoutMs - MARGIN_MS) / intervalMs) + 1;
  const count = Math.max(1, Math.min(options.count, room));
  const waitMs = Math.max(options.timeoutMs, 1);
  const sixOnMac = traits.system === "darwin" && v6;
  const args = factory.createBuilder(traits.system).getCommandArguments(address, {
    numeric: traits.numeric,
    timeout: traits.waitMs !== null ? false : traits.wholeSeconds ? Math.ceil(waitMs / 1000) : waitMs / 1000,
    min_reply: count,
    v6,
    packetSize: options.payloadBytes,
    extra: [
      // ping6 of macOS has no such option; the runner's own limit ends it.
      ...(traits.waitMs === null || sixOnMac ? [] : [traits.waitMs, String(Math.ceil(waitMs))]),
      ...(traits.interval ? ["-i", String(intervalMs / 1000)] : []),
      ...(options.ttl === undefined ? [] : [sixOnMac ? "-h" : traits.ttl, String(options.ttl)]),
      ...fragment,
    ],
  });
  return { tool: sixOnMac ? "ping6" : "ping", args, count };
}
