import { adapterRows, type AdapterRow } from "./adapters.ts";
import { NativeError, openLibrary } from "./ffi.ts";
import { addressOf, stillNeeded, type INET, type INET6 } from "./memory.ts";
import {
  interfaceRows,
  neighbourRows,
  routeRows,
  type InterfaceRow,
  type NeighbourRow,
  type RouteRow,
} from "./tables.ts";

/** The IP helper library (iphlpapi.dll): tables of the IP and driver layers. Every call throws {@link NativeError} where it does not work. */
export interface IpHelper {
  adapters(): AdapterRow[];
  interfaces(): InterfaceRow[];
  routes(family: Family): RouteRow[];
  neighbours(family: Family): NeighbourRow[];
}

type Family = typeof INET | typeof INET6;

const FUNCTIONS = {
  GetAdaptersAddresses: { arguments: ["uint32", "uint32", "pointer", "pointer", "pointer"], return: "uint32" },
  GetIfTable2: { arguments: ["pointer"], return: "uint32" },
  GetIpForwardTable2: { arguments: ["uint16", "pointer"], return: "uint32" },
  GetIpNetTable2: { arguments: ["uint16", "pointer"], return: "uint32" },
  FreeMibTable: { arguments: ["pointer"], return: "void" },
} as const;

const NO_ERROR = 0;
const ERROR_BUFFER_OVERFLOW = 111;
const ERROR_NO_DATA = 232;
/** AF_UNSPEC: both families. */
const BOTH = 0;
/** GAA_FLAG_SKIP_ANYCAST and GAA_FLAG_SKIP_MULTICAST: groups are not looked at. */
const FLAGS = 0x2 | 0x4;
/** What Microsoft recommends to begin with. */
const FIRST_BYTES = 15_000;
/** The list may grow between two calls: adapters come and go. */
const TRIES = 5;
const MOST_BYTES = 16 * 1024 * 1024;

export function openIpHelper(): IpHelper {
  const calls = openLibrary("iphlpapi.dll", FUNCTIONS);
  const table = <T>(name: string, get: (cell: bigint) => number, rows: (table: bigint) => T[]): T[] => {
    const cell = Buffer.alloc(8);
    const code = get(addressOf(cell));
    if (code !== NO_ERROR) throw new NativeError(name, code);
    const pointer = cell.readBigUInt64LE(0);
    try {
      return rows(pointer);
    } finally {
      if (pointer !== 0n) calls.FreeMibTable(pointer);
    }
  };
  return {
    adapters: () => readAdapters((buffer, size) => calls.GetAdaptersAddresses(BOTH, FLAGS, 0n, buffer, size)),
    interfaces: () => table("GetIfTable2", (cell) => calls.GetIfTable2(cell), interfaceRows),
    routes: (family) => table("GetIpForwardTable2", (cell) => calls.GetIpForwardTable2(family, cell), routeRows),
    neighbours: (family) => table("GetIpNetTable2", (cell) => calls.GetIpNetTable2(family, cell), neighbourRows),
  };
}

/**
 * `GetAdaptersAddresses` with a buffer that grows until the list fits, a few times at most.
 * @param get the native call: address of the buffer, address of its size; returns its error number
 */
export function readAdapters(get: (buffer: bigint, size: bigint) => number): AdapterRow[] {
  let bytes = FIRST_BYTES;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const buffer = Buffer.alloc(bytes);
    const size = Buffer.alloc(8);
    size.writeUInt32LE(bytes, 0);
    const code = get(addressOf(buffer), addressOf(size));
    const rows = code === NO_ERROR ? adapterRows(addressOf(buffer)) : [];
    stillNeeded(buffer, size);
    if (code === NO_ERROR) return rows;
    if (code === ERROR_NO_DATA) return [];
    if (code !== ERROR_BUFFER_OVERFLOW) throw new NativeError("GetAdaptersAddresses", code);
    bytes = Math.min(MOST_BYTES, Math.max(size.readUInt32LE(0), bytes) + FIRST_BYTES);
  }
  throw new NativeError("GetAdaptersAddresses", "the list kept growing");
}
