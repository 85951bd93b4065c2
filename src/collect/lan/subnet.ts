import ipaddr from "ipaddr.js";

/** One network to sweep. */
export interface SweepPlan {
  readonly cidr: string;
  readonly interface: string;
  /** The laptop's own address in it, and the one that reaches all. */
  readonly own: string;
  readonly broadcast: string;
  /** Hosts to ask, the own address and the network's two special ones left out, nearest to the own address first. */
  readonly addresses: readonly string[];
  /** The network is larger than what is swept of it. */
  readonly truncated: boolean;
}

/** Never more than 1022 hosts of one network: a /22. */
const WIDEST = 22;
/** Below this there is nobody but the peer and ourselves. */
const NARROWEST = 30;

/**
 * What to sweep of an on-link IPv4 network. Null for networks that are nobody's office: loopback, self-assigned
 * (169.254/16), and public or carrier addresses, whose neighbours are strangers. Of a network wider than a /22 only the
 * /22 around the own address is asked. Pure.
 */
export function sweepPlan(subnet: {
  readonly address: string;
  readonly prefix: number;
  readonly interface: string;
}): SweepPlan | null {
  if (!ipaddr.IPv4.isValidFourPartDecimal(subnet.address) || ipaddr.IPv4.parse(subnet.address).range() !== "private")
    return null;
  if (subnet.prefix > NARROWEST || subnet.prefix < 8) return null;
  const prefix = Math.max(subnet.prefix, WIDEST);
  const own = numberOf(subnet.address);
  const size = 2 ** (32 - prefix);
  const first = own - (own % size);
  const hosts: number[] = [];
  for (let host = first + 1; host < first + size - 1; host += 1) if (host !== own) hosts.push(host);
  hosts.sort((a, b) => Math.abs(a - own) - Math.abs(b - own));
  return {
    cidr: `${textOf(first)}/${prefix}`,
    interface: subnet.interface,
    own: subnet.address,
    broadcast: textOf(own - (own % 2 ** (32 - subnet.prefix)) + 2 ** (32 - subnet.prefix) - 1),
    addresses: hosts.map(textOf),
    truncated: prefix !== subnet.prefix,
  };
}

function numberOf(address: string): number {
  return address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
}

function textOf(value: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join(".");
}
