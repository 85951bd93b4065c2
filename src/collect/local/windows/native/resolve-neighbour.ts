import ipaddr from "ipaddr.js";
import { z } from "zod";
import { hex } from "./adapters.ts";
import { apart } from "./apart.ts";

const answer = z.object({ code: z.number(), row: z.instanceof(Uint8Array) });
const NO_ERROR = 0;
/** ERROR_BAD_NET_NAME: nobody answered. Any other number says why nobody was asked. */
const NOBODY = 67;

/** "MIB_IPNET_ROW2 structure (netioapi.h)". */
const ROW = { size: 88, address: 0, index: 28, mac: 40, macLength: 72 } as const;

/**
 * Asks a machine of the own network for its hardware address (`ResolveIpNetEntry2`): what the system remembers is
 * thrown away first, so an answer is of this moment. Null where nobody answered; undefined where the system cannot ask.
 * @param index of the adapter
 */
export async function resolveNeighbour(
  address: string,
  index: number,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<string | null | undefined> {
  const told = await apart(ask, neighbourRow(address, index), timeoutMs, signal);
  const read = told.ok ? answer.safeParse(told.value) : null;
  return read?.success === true ? macIn(read.data.code, Buffer.from(read.data.row)) : undefined;
}

/** The row that asks for an address behind an adapter. */
export function neighbourRow(address: string, index: number): Uint8Array {
  const row = Buffer.alloc(ROW.size);
  const bytes = ipaddr.parse(address.replace(/%.*$/u, "")).toByteArray();
  // AF_INET and AF_INET6; the address lies behind the port, and behind the flow.
  row.writeUInt16LE(bytes.length === 4 ? 2 : 23, ROW.address);
  row.set(bytes, ROW.address + (bytes.length === 4 ? 4 : 8));
  row.writeUInt32LE(index, ROW.index);
  return row;
}

/** What an error number and the row that came back say. */
export function macIn(code: number, row: Buffer): string | null | undefined {
  if (code === NOBODY) return null;
  const length = Math.min(row.readUInt32LE(ROW.macLength), 32);
  return code === NO_ERROR && length > 0 ? hex(row.subarray(ROW.mac, ROW.mac + length)) : undefined;
}

/** In a thread of its own, without anything from outside: the call waits for some seconds where nobody is. */
function ask(given: Uint8Array): unknown {
  const native = process.getBuiltinModule("node:ffi");
  const library = native.dlopen("iphlpapi.dll", {
    ResolveIpNetEntry2: { arguments: ["pointer", "pointer"], return: "uint32" },
  });
  const row = Buffer.from(given);
  const code = library.functions.ResolveIpNetEntry2(native.getRawPointer(row), 0n);
  library.lib.close();
  return { code, row: Uint8Array.from(row) };
}
