import { isIPv4 } from "node:net";
import { z } from "zod";
import { hex } from "./adapters.ts";
import { apart } from "./apart.ts";

const answer = z.object({ code: z.number(), mac: z.array(z.number()) });
const NO_ERROR = 0;
/** ERROR_BAD_NET_NAME and ERROR_GEN_FAILURE: nobody answered. Any other number says why nobody was asked. */
const NOBODY: ReadonlySet<number> = new Set([67, 31]);

/**
 * Asks a machine of the own network for its hardware address (`SendARP`). Null where nobody answered; undefined where
 * the system cannot ask.
 */
export async function sendArp(
  address: string,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<string | null | undefined> {
  if (!isIPv4(address)) return undefined;
  const number = Buffer.from(address.split(".").map(Number)).readUInt32LE(0);
  const told = await apart(ask, number, timeoutMs, signal);
  const read = told.ok ? answer.safeParse(told.value) : null;
  if (read?.success !== true) return undefined;
  const { code, mac } = read.data;
  if (code === NO_ERROR) return mac.length === 0 ? undefined : hex(Uint8Array.from(mac));
  return NOBODY.has(code) ? null : undefined;
}

/** In a thread of its own, without anything from outside: the call waits for three seconds where nobody is. */
function ask(destination: number): unknown {
  const native = process.getBuiltinModule("node:ffi");
  const library = native.dlopen("iphlpapi.dll", {
    SendARP: { arguments: ["uint32", "uint32", "pointer", "pointer"], return: "uint32" },
  });
  const [mac, length] = [Buffer.alloc(8), Buffer.alloc(4)];
  length.writeUInt32LE(mac.length, 0);
  const code = library.functions.SendARP(destination, 0, native.getRawPointer(mac), native.getRawPointer(length));
  library.lib.close();
  return { code, mac: code === 0 ? [...mac.subarray(0, Math.min(8, length.readUInt32LE(0)))] : [] };
}
