import { hex } from "./adapters.ts";
import { bytesAt, socketAddress, tableRows, u32, u64, u8, wideText } from "./memory.ts";

/** MIB_IF_ROW2: what the driver layer knows of one adapter; also those without IP, and switched off ones. */
export interface InterfaceRow {
  readonly index: number;
  readonly name: string;
  readonly description: string;
  readonly mac: string;
  readonly mtu: number;
  /** ifType of IANA. */
  readonly type: number;
  /** NDIS_PHYSICAL_MEDIUM: 1 and 9 wireless LAN, 8 wireless WAN. */
  readonly medium: number;
  readonly hardware: boolean;
  /** A filter driver between adapter and protocol: no adapter of its own. */
  readonly filter: boolean;
  readonly oper: number;
  /** NET_IF_ADMIN_STATUS: 1 up, 2 down. */
  readonly admin: number;
  /** NET_IF_MEDIA_CONNECT_STATE: 0 unknown, 1 connected, 2 disconnected. */
  readonly media: number;
  readonly speed: number;
  readonly rxPackets: number;
  readonly txPackets: number;
  readonly rxErrors: number;
  readonly txErrors: number;
}

/** learn.microsoft.com: "MIB_IF_ROW2 structure (netioapi.h)". */
const IF = {
  size: 1352,
  index: 8,
  alias: 28,
  description: 542,
  macLength: 1056,
  mac: 1060,
  mtu: 1124,
  type: 1128,
  medium: 1140,
  flags: 1152,
  oper: 1156,
  admin: 1160,
  media: 1164,
  receiveSpeed: 1200,
  inUnicast: 1216,
  inOther: 1224,
  inErrors: 1240,
  outUnicast: 1288,
  outOther: 1296,
  outErrors: 1312,
} as const;
const HARDWARE = 0x1;
const FILTER = 0x2;
/** IF_MAX_STRING_SIZE and its zero. */
const NAME_MOST = 257;

export function interfaceRows(table: bigint): InterfaceRow[] {
  return tableRows(table, IF.size).map((at) => {
    const flags = u8(at, IF.flags);
    return {
      index: u32(at, IF.index),
      name: wideText(at + BigInt(IF.alias), NAME_MOST),
      description: wideText(at + BigInt(IF.description), NAME_MOST),
      mac: hex(bytesAt(at, IF.mac, Math.min(u32(at, IF.macLength), 32))),
      mtu: u32(at, IF.mtu),
      type: u32(at, IF.type),
      medium: u32(at, IF.medium),
      hardware: (flags & HARDWARE) !== 0,
      filter: (flags & FILTER) !== 0,
      oper: u32(at, IF.oper),
      admin: u32(at, IF.admin),
      media: u32(at, IF.media),
      speed: u64(at, IF.receiveSpeed),
      rxPackets: u64(at, IF.inUnicast) + u64(at, IF.inOther),
      txPackets: u64(at, IF.outUnicast) + u64(at, IF.outOther),
      rxErrors: u64(at, IF.inErrors),
      txErrors: u64(at, IF.outErrors),
    };
  });
}

/** MIB_IPFORWARD_ROW2. */
export interface RouteRow {
  readonly index: number;
  readonly destination: string;
  readonly prefix: number;
  readonly nextHop: string;
  readonly metric: number;
  readonly loopback: boolean;
}

/** "MIB_IPFORWARD_ROW2 structure (netioapi.h)"; the prefix is an IP_ADDRESS_PREFIX of 32 bytes. */
const ROUTE = { size: 104, index: 8, destination: 12, prefix: 40, nextHop: 44, metric: 84, loopback: 92 } as const;

export function routeRows(table: bigint): RouteRow[] {
  return tableRows(table, ROUTE.size).flatMap((at) => {
    const destination = socketAddress(at, ROUTE.destination);
    if (destination === null) return [];
    return [
      {
        index: u32(at, ROUTE.index),
        destination: destination.address,
        prefix: u8(at, ROUTE.prefix),
        nextHop: socketAddress(at, ROUTE.nextHop)?.address ?? "",
        metric: u32(at, ROUTE.metric),
        loopback: u8(at, ROUTE.loopback) !== 0,
      },
    ];
  });
}

/** MIB_IPNET_ROW2. */
export interface NeighbourRow {
  readonly index: number;
  readonly address: string;
  readonly mac: string;
  /** NL_NEIGHBOR_STATE, 0 (unreachable) to 6 (permanent). */
  readonly state: number;
  readonly router: boolean;
}

/** "MIB_IPNET_ROW2 structure (netioapi.h)". */
const NEIGHBOUR = { size: 88, address: 0, index: 28, mac: 40, macLength: 72, state: 76, flags: 80 } as const;
const IS_ROUTER = 0x1;
export const ROW_SIZES = { interface: IF.size, route: ROUTE.size, neighbour: NEIGHBOUR.size } as const;

export function neighbourRows(table: bigint): NeighbourRow[] {
  return tableRows(table, NEIGHBOUR.size).flatMap((at) => {
    const address = socketAddress(at, NEIGHBOUR.address)?.address;
    if (address === undefined) return [];
    return [
      {
        index: u32(at, NEIGHBOUR.index),
        address,
        mac: hex(bytesAt(at, NEIGHBOUR.mac, Math.min(u32(at, NEIGHBOUR.macLength), 32))),
        state: u32(at, NEIGHBOUR.state),
        router: (u8(at, NEIGHBOUR.flags) & IS_ROUTER) !== 0,
      },
    ];
  });
}
