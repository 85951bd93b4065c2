import { bytesAt, linked, narrowText, pointedAddress, pointerAt, u32, u8, u64, wideText } from "./memory.ts";

/** IP_ADAPTER_ADDRESSES: what the IP layer of Windows knows of one adapter. */
export interface AdapterRow {
  readonly index: number;
  /** `{…}`, the key of its settings in the registry. */
  readonly guid: string;
  readonly name: string;
  readonly description: string;
  readonly mac: string;
  readonly dhcp: boolean;
  /** Addresses of IPv6 are managed by DHCPv6. */
  readonly managed6: boolean;
  readonly mtu: number;
  /** ifType of IANA. */
  readonly type: number;
  /** IF_OPER_STATUS: 1 up, 2 down, 6 not present. */
  readonly oper: number;
  readonly speed: number;
  /** Metric of the adapter, which Windows adds to that of a route; null where none is set. */
  readonly metric4: number | null;
  readonly metric6: number | null;
  readonly dhcpServer: string | null;
  readonly addresses: readonly UnicastRow[];
  readonly dns: readonly string[];
  readonly suffix: string;
}

/** IP_ADAPTER_UNICAST_ADDRESS. */
export interface UnicastRow {
  readonly address: string;
  readonly prefix: number;
  /** NL_PREFIX_ORIGIN: 1 manual, 2 well known, 3 DHCP, 4 router advertisement. */
  readonly origin: number;
  /** NL_DAD_STATE: 1 tentative, 2 duplicate, 3 deprecated, 4 preferred. */
  readonly state: number;
}

/** learn.microsoft.com: "IP_ADAPTER_ADDRESSES_LH structure (iptypes.h)", on 64 bits. */
const ADAPTER = {
  size: 448,
  index: 4,
  next: 8,
  guid: 16,
  unicast: 24,
  dns: 48,
  suffix: 56,
  description: 64,
  name: 72,
  mac: 80,
  macLength: 88,
  flags: 92,
  mtu: 96,
  type: 100,
  oper: 104,
  receiveSpeed: 192,
  metric4: 216,
  metric6: 220,
  dhcpServer: 232,
} as const;
const DHCP_ENABLED = 0x4;
const MANAGED_6 = 0x200;
const NO_METRIC = 0xffff_ffff;

/** "IP_ADAPTER_UNICAST_ADDRESS_LH structure (iptypes.h)". */
const UNICAST = { size: 64, next: 8, address: 16, prefixOrigin: 32, dadState: 40, prefix: 56 } as const;
/** "IP_ADAPTER_DNS_SERVER_ADDRESS_XP structure (iptypes.h)". */
const SERVER = { size: 32, next: 8, address: 16 } as const;
export const ADAPTER_SIZES = { adapter: ADAPTER.size, unicast: UNICAST.size, server: SERVER.size } as const;

const NAME_MOST = 512;
const GUID_MOST = 64;

/** The list that `GetAdaptersAddresses` wrote, as far as its own lengths allow. */
export function adapterRows(first: bigint): AdapterRow[] {
  // The first member tells how much of the structure this system knows; none is shorter than what is read.
  return linked(first, ADAPTER.next)
    .filter((at) => u32(at, 0) >= ADAPTER.dhcpServer + 16)
    .map(adapterRow);
}

function adapterRow(at: bigint): AdapterRow {
  const flags = u32(at, ADAPTER.flags);
  const length = Math.min(u32(at, ADAPTER.macLength), 8);
  return {
    index: u32(at, ADAPTER.index),
    guid: narrowText(pointerAt(at, ADAPTER.guid), GUID_MOST),
    name: wideText(pointerAt(at, ADAPTER.name), NAME_MOST),
    description: wideText(pointerAt(at, ADAPTER.description), NAME_MOST),
    mac: hex(bytesAt(at, ADAPTER.mac, length)),
    dhcp: (flags & DHCP_ENABLED) !== 0,
    managed6: (flags & MANAGED_6) !== 0,
    mtu: u32(at, ADAPTER.mtu),
    type: u32(at, ADAPTER.type),
    oper: u32(at, ADAPTER.oper),
    speed: u64(at, ADAPTER.receiveSpeed),
    metric4: metric(u32(at, ADAPTER.metric4)),
    metric6: metric(u32(at, ADAPTER.metric6)),
    dhcpServer: pointedAddress(at, ADAPTER.dhcpServer),
    addresses: linked(pointerAt(at, ADAPTER.unicast), UNICAST.next).flatMap(unicastRow),
    dns: linked(pointerAt(at, ADAPTER.dns), SERVER.next).flatMap(
      (server) => pointedAddress(server, SERVER.address) ?? [],
    ),
    suffix: wideText(pointerAt(at, ADAPTER.suffix), NAME_MOST),
  };
}

function unicastRow(at: bigint): UnicastRow[] {
  const address = pointedAddress(at, UNICAST.address);
  if (address === null) return [];
  return [
    {
      address,
      prefix: u8(at, UNICAST.prefix),
      origin: u32(at, UNICAST.prefixOrigin),
      state: u32(at, UNICAST.dadState),
    },
  ];
}

function metric(value: number): number | null {
  return value === NO_METRIC ? null : value;
}

/** Hardware address with colons; empty for none. */
export function hex(bytes: Uint8Array): string {
  return [...bytes].map((one) => one.toString(16).padStart(2, "0")).join(":");
}
