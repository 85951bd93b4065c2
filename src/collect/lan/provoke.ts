import { createSocket, type Socket } from "node:dgram";
import type { CollectContext } from "../context/context.ts";
import { pause } from "../net/settle.ts";

/** RFC 863: whatever arrives there is thrown away. */
const DISCARD = 9;
const NOTHING = new Uint8Array(1);
/**
 * A datagram whose neighbour is not known yet waits in the kernel and counts against its socket's send buffer (some 750
 * bytes each of 208 KiB): with one socket for all, the sends after the 250th would wait for the first ARP time-outs.
 */
const PER_SOCKET = 96;

/** How a row of addresses is gone through. */
export interface Pace {
  /**
   * New hardware addresses a second. Switches that guard against forged ARP shut the port at fifteen (Cisco's dynamic ARP
   * inspection, as delivered), the system itself repeats what stays unanswered.
   */
  readonly perSecond: number;
  /** True: no further one is asked. */
  over(): boolean;
}

/**
 * Makes the system ask for the hardware address of one host after the other (ARP), by a datagram of one byte to the discard
 * port: needs no right, and also devices that drop echo requests and every port answer ARP. Resolves when all are sent;
 * nobody's answer is waited for.
 * @returns those that were asked before the signal or `over` came
 */
export async function provokeNeighbours(
  context: CollectContext,
  addresses: readonly string[],
  pace: Pace,
): Promise<string[]> {
  const sockets: Socket[] = [];
  const asked: string[] = [];
  const startMs = context.elapsed();
  try {
    for (const address of addresses) {
      if (context.signal.aborted || pace.over()) break;
      if (sockets.length * PER_SOCKET <= asked.length) sockets.push(openSocket());
      sockets.at(-1)?.send(NOTHING, DISCARD, address, ignore);
      asked.push(address);
      await pause(context, startMs + (asked.length * 1000) / pace.perSecond - context.elapsed());
    }
    return asked;
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
