import { createSocket, type Socket } from "node:dgram";
import type { CollectContext } from "../context/context.ts";
import { pause } from "../net/settle.ts";

/** RFC 863: whatever arrives there is thrown away. */
const DISCARD = 9;
const NOTHING = new Uint8Array(1);
const BATCH = 16;
const BATCH_PAUSE_MS = 4;
/**
 * A datagram whose neighbour is not known yet waits in the kernel and counts against its socket's send buffer (some 750
 * bytes each of 208 KiB): with one socket for all, the sends after the 250th would wait for the first ARP time-outs.
 */
const PER_SOCKET = 96;
/**
 * Linux keeps at most 1024 neighbours (gc_thresh3) and each unanswered one for three seconds; past that every new
 * connection of the laptop fails. After the first /24 the pace is such that never more than some 800 are open.
 */
const AT_ONCE = 256;
const REST_PER_SECOND = 250;

/**
 * Makes the system ask for the hardware address of every host (ARP), by a datagram of one byte to the discard port:
 * needs no right, and also devices that drop echo requests and every port answer ARP. Resolves when all are sent;
 * nobody's answer is waited for.
 * @returns how many were sent before the signal or the limit came
 */
export async function provokeNeighbours(
  context: CollectContext,
  addresses: readonly string[],
  timeoutMs: number,
): Promise<number> {
  const startMs = context.elapsed();
  const sockets: Socket[] = [];
  let sent = 0;
  try {
    for (let from = 0; from < addresses.length; from += BATCH) {
      if (context.signal.aborted || context.elapsed() - startMs > timeoutMs) break;
      if (sockets.length * PER_SOCKET <= from) sockets.push(openSocket());
      const socket = sockets.at(-1);
      const batch = addresses.slice(from, from + BATCH);
      if (socket !== undefined) for (const address of batch) socket.send(NOTHING, DISCARD, address, ignore);
      sent += batch.length;
      await pause(context, from < AT_ONCE ? BATCH_PAUSE_MS : (1000 * BATCH) / REST_PER_SECOND);
    }
    return sent;
  } finally {
    for (const socket of sockets) socket.close();
  }
}

function openSocket(): Socket {
  const socket = createSocket("udp4");
  // "Host unreachable" of an address where nobody is: exactly what was to be learned, from the neighbour table.
  socket.on("error", ignore);
  return socket;
}

function ignore(): void {}
