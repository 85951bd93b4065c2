import * as z from "zod/mini";
import { macOf } from "../address.ts";
import type { NeighbourFact, NeighbourState } from "../facts.ts";
import { isIP } from "node:net";
import { familyOf } from "../../../base/family.ts";

const flag = z._default(z.boolean(), false);
const words = z._default(z.array(z.string()), []);

const link = z.object({
  ifindex: z.number(),
  ifname: z.string(),
  flags: words,
  mtu: z._default(z.nullable(z.number()), null),
  address: z._default(z.nullable(z.string()), null),
  link_type: z._default(z.string(), ""),
  addr_info: z._default(
    z.array(
      z.object({
        local: z.string(),
        prefixlen: z.number(),
        dynamic: flag,
        dadfailed: flag,
        tentative: flag,
        nodad: flag,
      }),
    ),
    [],
  ),
});
export type IpLink = z.infer<typeof link>;

/**
 * Interfaces and addresses from `ip -j addr` (iproute2 of 2018 or newer), or null where the text is not that: BusyBox
 * has no JSON. Tells what /proc does not: addresses of an interface without a signal, and whether an address has a
 * lifetime (a lease) or stays.
 */
export function parseIpAddr(text: string): readonly IpLink[] | null {
  return entriesOf(text, link);
}

const neighbour = z.object({
  dst: z.string(),
  dev: z.string(),
  lladdr: z.optional(z.string()),
  state: words,
  router: z.optional(z.unknown()),
});

const STATES: Readonly<Record<string, NeighbourState>> = {
  REACHABLE: "reachable",
  STALE: "stale",
  DELAY: "delay",
  PROBE: "probe",
  FAILED: "failed",
  INCOMPLETE: "incomplete",
  PERMANENT: "permanent",
};

/**
 * Neighbour table of both families from `ip -j neigh`, or null where the text is not that. Entries that need no
 * neighbour (NOARP) are left out.
 */
export function parseIpNeigh(text: string): NeighbourFact[] | null {
  const entries = entriesOf(text, neighbour);
  if (entries === null) return null;
  return entries
    .filter(({ dst, state }) => isIP(dst) !== 0 && !state.includes("NOARP"))
    .map((entry) => ({
      address: entry.dst,
      family: familyOf(entry.dst),
      mac: macOf(entry.lladdr),
      interface: entry.dev,
      state: STATES[entry.state[0] ?? ""] ?? "unknown",
      // The flag is printed only for a neighbour that announced itself as a router, which IPv4 has no way to do.
      router: entry.router !== undefined ? true : familyOf(entry.dst) === 6 ? false : "unknown",
    }));
}

/** Some versions print `{}` for what they filtered out: entries that do not fit are passed over. */
function entriesOf<T>(text: string, schema: z.ZodMiniType<T>): readonly T[] | null {
  const trimmed = text.trim();
  if (trimmed === "") return null;
  let parsed: unknown;
  try {
    parsed = JSON.parse(trimmed);
  } catch {
    return null;
  }
  if (!Array.isArray(parsed)) return null;
  return parsed.flatMap((entry: unknown) => {
    const result = schema.safeParse(entry);
    return result.success ? [result.data] : [];
  });
}
